import { asc, gt } from "drizzle-orm";
import { type Db, highestOf, tables } from "#db/index.server.ts";
import { FIRST_HASH, hashOfRow } from "./append.server.ts";

const { log } = tables;
const AT_A_TIME = 5000;

export type Verified =
  | { ok: true; rows: number }
  /** The first row that is not what was written there, or whose place is empty. */
  | { ok: false; mismatchAt: number }
  /** Rows were cut off the end: the log stops here, though it has been longer. */
  | { ok: false; endsAt: number; was: number };

/** Reads the whole log and holds every row against its hash, its place and the row before it. Within one snapshot. */
export async function verifyLog(db: Db): Promise<Verified> {
  let seq = 0;
  let hash = FIRST_HASH;
  for (;;) {
    const rows = await db.select().from(log).where(gt(log.seq, seq)).orderBy(asc(log.seq)).limit(AT_A_TIME);
    for (const row of rows) {
      seq += 1;
      if (row.seq !== seq || row.previousHash !== hash || row.hash !== hashOfRow(seq, row, hash))
        return { ok: false, mismatchAt: seq };
      hash = row.hash;
    }
    if (rows.length < AT_A_TIME) break;
  }
  // The database remembers the highest number it ever gave, also of rows that somebody took away.
  const was = await highestOf(db, log);
  return was > seq ? { ok: false, endsAt: seq, was } : { ok: true, rows: seq };
}
