import { eq, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { int, table, text } from "./columns.ts";
import type { Db } from "./connection.server.ts";

/** SQLite's own table of the highest numbers ever given out by a `counted` column. */
const sequence = table("sqlite_sequence", { name: text(), seq: int() });

/** The highest number that a table with a `counted` column has ever given; 0 before the first. */
export async function highestOf(db: Db, counted: SQLiteTable): Promise<number> {
  const [row] = await db
    .select({ seq: sequence.seq })
    .from(sequence)
    .where(eq(sequence.name, getTableName(counted)));
  return row?.seq ?? 0;
}
