import { and, asc, between, gt, gte, inArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { onlySystem } from "../access/decide.server.ts";
import { command } from "../command.server.ts";
import { input } from "../input.server.ts";
import { hashOfRow } from "./append.server.ts";
import { goneFrom, monthStart } from "./retention.ts";
import { keptRows, type Root, rootsIn, signedTextOf } from "./roots.server.ts";
import { logKey } from "./signing.server.ts";

const { log, logSegment } = tables;

/** A month of the log some of whose rows have served their time. */
type Month = Pick<Root, "fromSeq" | "toSeq" | "beforeAt" | "gone"> & Partial<Pick<Root, "firstPrevious" | "lastHash">>;

/** The oldest month of which something is to go: one with a root that has grown older, or the first without one. */
async function oldestDue(db: Db, now: string): Promise<Month | null> {
  const roots = await rootsIn(db);
  for (const { fromSeq, toSeq, beforeAt, firstPrevious, lastHash, gone: before } of roots) {
    const gone = goneFrom(beforeAt, now);
    if (gone.some((kind) => !before.includes(kind)))
      return { fromSeq, toSeq, beforeAt, firstPrevious, lastHash, gone: [...new Set([...before, ...gone])].sort() };
  }
  const after = roots.at(-1)?.toSeq ?? 0;
  const [first] = await db.select().from(log).where(gt(log.seq, after)).orderBy(asc(log.seq)).limit(1);
  if (!first) return null;
  const beforeAt = monthStart(first.at, -1);
  const gone = goneFrom(beforeAt, now);
  const [next] = await db
    .select({ seq: log.seq })
    .from(log)
    .where(and(gt(log.seq, after), gte(log.at, beforeAt)))
    .orderBy(asc(log.seq))
    .limit(1);
  return next && gone.length > 0 ? { fromSeq: first.seq, toSeq: next.seq - 1, beforeAt, gone } : null;
}

const bySystem = onlySystem("system");

/**
 * Takes what has served its time out of the oldest month of the log, under a signed root that keeps the chain whole; nothing of
 * a month whose rows do not hold. Answers how many rows went, or null when no month is due.
 */
export const removeOldLogRows = command("remove-old-log-rows", {
  input: input({}),
  allow: bySystem,
  secret: true,
  async run({ db, now, record }) {
    const month = await oldestDue(db, now);
    if (!month) return null;
    const { fromSeq, toSeq, beforeAt, gone } = month;
    const rows = await db
      .select()
      .from(log)
      .where(between(log.seq, fromSeq, toSeq))
      .orderBy(asc(log.seq));
    const kept = keptRows();
    for (const row of rows) {
      if (row.hash !== hashOfRow(row.seq, row, row.previousHash))
        throw new Error(`Row ${row.seq} of the log does not hold: nothing of its month is removed`);
      if (!gone.includes(row.kind)) kept.add(row);
    }
    const root: Root = {
      ...{ fromSeq, toSeq, beforeAt, gone, at: now },
      firstPrevious: month.firstPrevious ?? rows.at(0)?.previousHash ?? "",
      lastHash: month.lastHash ?? rows.at(-1)?.hash ?? "",
      ...kept.end(),
    };
    await db.insert(logSegment).values({ ...root, signature: logKey().sign(signedTextOf(root)) });
    await db.delete(log).where(and(between(log.seq, fromSeq, toSeq), inArray(log.kind, gone)));
    const removed = rows.length - root.kept;
    record({ kind: "log-rows-removed", facts: { fromSeq, toSeq, removed, kept: root.kept } });
    return { removed };
  },
});
