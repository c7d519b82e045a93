import { asc, eq } from "drizzle-orm";
import { rawDatabase, read, tables } from "#db/index.server.ts";

/** What the log holds of a command or a query, the oldest first. */
export const logOf = (door: string) =>
  read((db) => db.select().from(tables.log).where(eq(tables.log.door, door)).orderBy(asc(tables.log.seq)));

/** The kinds of the rows that came with the last pass through that door. */
export async function lastKindsOf(door: string): Promise<string[]> {
  const rows = await logOf(door);
  const last = rows.at(-1)?.at;
  return rows.filter(({ at }) => at === last).map(({ kind }) => kind);
}

/** The tables that hold a text in any of their cells, as it stands on the disk. */
export function tablesHolding(text: string): string[] {
  const raw = rawDatabase();
  const names = raw
    .prepare("select name from pragma_table_list where schema = 'main' and type in ('table', 'virtual')")
    .pluck()
    .all() as string[];
  const needle = Buffer.from(text, "utf8");
  const holds = (cell: unknown) =>
    cell !== null && Buffer.from(Buffer.isBuffer(cell) ? cell : String(cell)).includes(needle);
  return names.filter((name) =>
    (raw.prepare(`select * from "${name}"`).all() as object[]).some((row) => Object.values(row).some(holds)),
  );
}
