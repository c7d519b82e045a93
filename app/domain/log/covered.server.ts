import { once } from "#db/once.server.ts";
import { type Actor, idOf } from "../actor.ts";
import type { Asker } from "../asker.server.ts";
import type { Topic } from "../topics.ts";

/** What an answer showed. With a topic, `seq` says which state of it. */
export type Seen = {
  youngPersonId?: string | null;
  meetingId?: string | null;
  itemId?: string | null;
  topic?: Topic;
  seq?: number;
  /** The rule that let it be seen, when it is another than the query's own. */
  by?: string;
};

const COVERED_MS = 15 * 60_000;
const MOST_KEPT = 20_000;

type Cover = { seq: number; until: number; watching: number };
const covers = once("read-covers", () => new Map<string, Cover>());

/** Whose reads a cover is for: a session, or a room's computer. */
const sessionOf = (actor: Actor) => (actor.kind === "staff" ? actor.sessionId : (idOf(actor) ?? actor.kind));
const place = (actor: Actor, door: string, { topic, youngPersonId, meetingId, itemId }: Seen) =>
  topic ? `${sessionOf(actor)} ${topic}` : [sessionOf(actor), door, youngPersonId, meetingId, itemId].join(" ");

/**
 * What of an answer the log does not cover yet for this session: neither an open watch of the topic, nor the same seq
 * read within 15 minutes. `settle` is called when the rows stand in the log.
 */
export function notYetCovered(asker: Asker, door: string, seen: Seen[]) {
  const at = Date.parse(asker.now);
  const rows = new Map<string, Seen>();
  for (const what of seen) {
    const key = place(asker.actor, door, what);
    const cover = covers.get(key);
    const covered = cover && (cover.watching > 0 || (cover.seq === (what.seq ?? 0) && cover.until > at));
    if (!covered) rows.set(key, what);
  }
  return {
    rows: [...rows.values()],
    settle() {
      if (covers.size > MOST_KEPT) covers.clear();
      for (const [key, { seq = 0 }] of rows)
        covers.set(key, { seq, until: at + COVERED_MS, watching: covers.get(key)?.watching ?? 0 });
    },
  };
}

/** A socket watches the topic from now on (1), or no longer (-1): what it is sent is covered by the watch. */
export function coverWatch(actor: Actor, topic: Topic, step: 1 | -1): void {
  const key = place(actor, "watch", { topic });
  const cover = covers.get(key) ?? { seq: -1, until: 0, watching: 0 };
  cover.watching = Math.max(0, cover.watching + step);
  if (cover.watching === 0 && step === -1) covers.delete(key);
  else covers.set(key, cover);
}
