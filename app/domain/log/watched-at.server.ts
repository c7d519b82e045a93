import { and, asc, desc, eq, gte, inArray, isNotNull, lte } from "drizzle-orm";
import { type Db, read, tables, transact } from "#db/index.server.ts";
import { appendLog } from "./append.server.ts";

const { log } = tables;

/** No session lasts longer than a day: what was begun before it is over. */
const LONGEST_MS = 24 * 3_600_000;

const before = (moment: string, ms: number) => new Date(Date.parse(moment) - ms).toISOString();

type Row = typeof log.$inferSelect;
export type Watch = {
  topic: string;
  since: string;
  until: string | null;
  youngPersonId: string | null;
  itemId: string | null;
};

/** Until when a row says that its watch lasted: its own moment, or the last sign of life of a server that was killed. */
const endOf = ({ at, facts }: Row): string => (typeof facts.until === "string" ? facts.until : at);

/** The watches of somebody's screens that were open at a moment, by topic. */
export async function watchesAt(db: Db, staffId: string, moment: string): Promise<Watch[]> {
  const rows = await db
    .select()
    .from(log)
    .where(
      and(
        eq(log.actorId, staffId),
        inArray(log.kind, ["watch-began", "watch-ended"]),
        gte(log.at, before(moment, LONGEST_MS)),
        lte(log.at, before(moment, -LONGEST_MS)),
      ),
    )
    .orderBy(asc(log.seq));
  const open = new Map<string, Row[]>();
  const found: Watch[] = [];
  const keep = (began: Row, until: string | null) => {
    if (began.at <= moment && (until === null || until > moment))
      found.push({
        topic: String(began.facts.topic),
        since: began.at,
        until,
        youngPersonId: began.youngPersonId,
        itemId: began.itemId,
      });
  };
  for (const row of rows) {
    const key = `${row.sessionId} ${row.facts.topic}`;
    const begun = open.get(key) ?? [];
    open.set(key, begun);
    if (row.kind === "watch-began") begun.push(row);
    else {
      const began = begun.shift();
      if (began) keep(began, endOf(row));
    }
  }
  for (const begun of open.values()) for (const began of begun) keep(began, null);
  return found;
}

/** The seq of a topic at a moment, between what the log knew before it and what it knew after; null where it knows nothing. */
export async function seqAround(db: Db, itemId: string, topic: string, moment: string) {
  const rows = await db
    .select({ at: log.at, facts: log.facts })
    .from(log)
    .where(and(eq(log.itemId, itemId), inArray(log.kind, ["watch-began", "watch-ended"])))
    .orderBy(asc(log.seq));
  const known = rows.filter(({ facts }) => facts.topic === topic && typeof facts.seq === "number");
  return {
    from: Number(known.findLast(({ at }) => at <= moment)?.facts.seq ?? 0),
    to: (known.find(({ at }) => at > moment)?.facts.seq as number | undefined) ?? null,
  };
}

/** Watches that a server left open when it was killed: the rows that began them. */
async function leftOpen(db: Db, now: string): Promise<{ began: Row[]; lastSign: string | null }> {
  const rows = await db
    .select()
    .from(log)
    .where(and(inArray(log.kind, ["watch-began", "watch-ended"]), gte(log.at, before(now, LONGEST_MS))))
    .orderBy(asc(log.seq));
  const open = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.actorId} ${row.sessionId} ${row.facts.topic}`;
    const begun = open.get(key) ?? [];
    open.set(key, begun);
    if (row.kind === "watch-began") begun.push(row);
    else begun.shift();
  }
  const [last] = await db
    .select({ at: log.at })
    .from(log)
    .where(isNotNull(log.sessionId))
    .orderBy(desc(log.seq))
    .limit(1);
  return { began: [...open.values()].flat(), lastSign: last?.at ?? null };
}

/**
 * Ends what a server left open when it was killed. Until when it was watched: the last row that came from somebody's session,
 * which is the last sign of life of that server; nothing was sent after it stopped.
 */
export async function endLeftWatches(now: string): Promise<number> {
  const { began, lastSign } = await read((db) => leftOpen(db, now));
  await transact((db) =>
    appendLog(
      db,
      began.map(({ at, facts, ...row }) => ({
        ...row,
        at: now,
        channel: "system" as const,
        kind: "watch-ended",
        reason: "the server had stopped",
        facts: { ...facts, until: lastSign !== null && lastSign > at ? lastSign : at },
      })),
    ),
  );
  return began.length;
}
