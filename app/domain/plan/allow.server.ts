import { and, eq, isNull } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { decide, may, type Verdict } from "../access/decide.server.ts";
import { hasEnded } from "../cases/find.server.ts";
import type { At } from "../command.server.ts";
import { refusedBecause } from "../errors.ts";

type Asks = Pick<At<unknown>, "db" | "actor" | "now" | "today">;

/**
 * The right to write in a young person's plan, and what else is written by those who go with them.
 * @throws Declined `refused` with the reason for those who could, had the case not ended
 */
export async function mayWritePlan({ db, actor, now, today }: Asks, youngPersonId: string): Promise<Verdict> {
  const asking = { actor, now, today };
  const verdict = await may(db, asking, "person:plan", youngPersonId);
  if ("by" in verdict || !(await hasEnded(db, youngPersonId))) return verdict;
  if ((await decide(db, asking, "person:assign", youngPersonId)) === null) return verdict;
  throw refusedBecause("case-ended");
}

/** A table of rows that stand in a plan until they are taken off. */
export type RowsOfPlan = SQLiteTable & {
  id: SQLiteColumn;
  youngPersonId: SQLiteColumn;
  removedAt: SQLiteColumn;
  version: SQLiteColumn;
};

/** The same right for a row of it; one that was taken off is there for nobody. */
export async function mayWriteRow(at: At<{ id: string }>, table: RowsOfPlan): Promise<Verdict> {
  const [row] = (await at.db
    .select({ youngPersonId: table.youngPersonId })
    .from(table as SQLiteTable)
    .where(and(eq(table.id, at.input.id), isNull(table.removedAt)))) as { youngPersonId: string }[];
  return row ? mayWritePlan(at, row.youngPersonId) : { no: "missing" };
}
