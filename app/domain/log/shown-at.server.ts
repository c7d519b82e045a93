import { and, asc, eq, gt, lte } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";

const { log } = tables;

/** A page may stand on a screen that long, and what it showed is covered for a quarter of an hour: beyond that nobody knows. */
export const SHORTLY_MS = 30 * 60_000;

/** What a page showed somebody, the last time before a moment. */
export type ShownAt = {
  door: string;
  at: string;
  topic: string | null;
  seq: number | null;
  youngPersonId: string | null;
  itemId: string | null;
};

/** What somebody's pages had shown shortly before a moment, each thing the last time it was, the newest first. */
export async function shownAt(db: Db, staffId: string, moment: string): Promise<ShownAt[]> {
  const from = new Date(Date.parse(moment) - SHORTLY_MS).toISOString();
  const rows = await db
    .select()
    .from(log)
    .where(and(eq(log.actorId, staffId), eq(log.kind, "read"), gt(log.at, from), lte(log.at, moment)))
    .orderBy(asc(log.seq));
  const last = new Map<string, ShownAt>();
  for (const { door, at, facts, youngPersonId, meetingId, itemId } of rows) {
    const topic = typeof facts.topic === "string" ? facts.topic : null;
    const seq = typeof facts.seq === "number" ? facts.seq : null;
    const key = JSON.stringify([door, meetingId, itemId, youngPersonId, topic]);
    last.delete(key);
    last.set(key, { door, at, topic, seq, youngPersonId, itemId });
  }
  return [...last.values()].reverse();
}
