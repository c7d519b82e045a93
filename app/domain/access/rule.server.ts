import { and, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";

type Conditions = Record<string, SQL | undefined>;

/**
 * One right over the rows of a table. Grants add up, a denial wins, and what no grant names is denied.
 * `hiddenUnless` names the right without which a "no" is the same as "never existed".
 */
export type Entry = {
  table: SQLiteTable & { id: SQLiteColumn };
  hiddenUnless?: string;
  grant: Conditions;
  deny?: Conditions;
};

export const not = (condition: SQL | undefined): SQL => sql`not (${condition})`;

/**
 * Some grant, and no denial; where there is no grant, nobody. The words that the rules themselves hold are written out: what is
 * bound anew at each question is only who asks and when.
 */
export function sum({ grant, deny = {} }: { grant: Conditions; deny?: Conditions | undefined }): SQL {
  return sql`${and(or(...Object.values(grant)) ?? sql`false`, ...Object.values(deny).map(not))}`.inlineParams();
}
