import { type Db, indexed, read, transact } from "#db/index.server.ts";
import type { Verdict } from "./access/decide.server.ts";
import type { Actor } from "./actor.ts";
import type { Asker } from "./asker.server.ts";
import { Declined, isUnproven } from "./errors.ts";
import type { Event } from "./events.ts";
import { mustBeFresh } from "./fresh.server.ts";
import { appendLog, rowOf } from "./log/append.server.ts";
import { notYetCovered, type Seen } from "./log/covered.server.ts";
import type { Row, Snapshot, Topic } from "./topics.ts";
import { seqOf } from "./touched.server.ts";

export type Look<I> = {
  db: Db;
  input: I;
  actor: Actor;
  now: string;
  today: string;
  /** Whom and what the answer shows: a row of the log before it leaves. */
  saw: (seen: Seen) => void;
  /** What else happened: a search, a sample, an export. A row of its own, each time. */
  record: (event: Event) => void;
  /** All rows of a topic with the seq they stand at. */
  snapshot: <R extends Row>(topic: Topic, rows: R[]) => Promise<Snapshot<R>>;
};

export type Query<I = never, O = unknown> = {
  name: string;
  /** As of a command: only after a fresh proof. */
  fresh?: boolean;
  /** It looks for words: all that was written before it can be found. */
  searches?: boolean;
  allow: (at: { db: Db; input: I; actor: Actor; now: string; today: string }) => Promise<Verdict>;
  run: (look: Look<I>) => Promise<O>;
};

/** A read: its name, who may, and what it answers. It cannot be written without saying who may. */
export const query = <I, O>(name: string, of: Omit<Query<I, O>, "name">): Query<I, O> => ({ name, ...of });

/**
 * Answers a query from one snapshot of rights, rows and seq, and logs whom it showed before the answer leaves.
 * @throws Declined `missing` or `refused`, logged too.
 */
export async function answer<I, O>(of: Query<I, O>, input: I, asker: Asker): Promise<O> {
  const { actor, now, today } = asker;
  const seen: Seen[] = [];
  const events: Event[] = [];
  const readOf = ({ youngPersonId = null, meetingId = null, itemId = null, topic, seq, by }: Seen, reason: string) =>
    rowOf(asker, "read", of.name, {
      youngPersonId,
      meetingId,
      itemId,
      reason: by ?? reason,
      facts: { ...(topic && { topic }), ...(seq !== undefined && { seq }) },
    });
  try {
    if (of.searches) await indexed();
    const { by, out } = await read(async (db) => {
      const verdict = await of.allow({ db, input, actor, now, today });
      if ("no" in verdict) throw new Declined({ no: verdict.no });
      if (of.fresh) await mustBeFresh(db, actor, now);
      const out = await of.run({
        db,
        input,
        actor,
        now,
        today,
        saw: (what) => seen.push(what),
        record: (event) => events.push(event),
        snapshot: async (topic, rows) => ({ topic, seq: await seqOf(db, topic), rows }),
      });
      return { by: verdict.by, out };
    });
    const open = notYetCovered(asker, of.name, seen);
    const rows = [
      ...events.map(({ kind, youngPersonId = null, meetingId = null, itemId = null, facts = {} }) =>
        rowOf(asker, kind, of.name, { youngPersonId, meetingId, itemId, facts, reason: by }),
      ),
      ...open.rows.map((what) => readOf(what, by)),
    ];
    if (rows.length > 0) {
      await transact((db) => appendLog(db, rows));
      open.settle();
    }
    return out;
  } catch (error) {
    if (error instanceof Declined && error.answer.no !== "invalid")
      await transact((db) =>
        appendLog(db, [rowOf(asker, isUnproven(error.answer) ? "proof-asked" : "refused", of.name)]),
      );
    throw error;
  }
}
