import { and, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import { type AfterCommit, type Db, prepared, tables, transact } from "#db/index.server.ts";
import type { Verdict } from "./access/decide.server.ts";
import { changesFor } from "./access/watchable.server.ts";
import { type Actor, idOf, staffIdOf } from "./actor.ts";
import type { Asker } from "./asker.server.ts";
import { publish } from "./changes.server.ts";
import { Declined, isUnproven, type No } from "./errors.ts";
import type { Event } from "./events.ts";
import { mustBeFresh } from "./fresh.server.ts";
import { idsFrom } from "./ids.server.ts";
import { problemsOf } from "./input.server.ts";
import { appendLog, rowOf } from "./log/append.server.ts";
import type { By } from "./revise.server.ts";
import type { Change, Row, Topic } from "./topics.ts";
import { gather, type View } from "./touched.server.ts";

const { commandKey } = tables;

export type At<I> = { db: Db; input: I; actor: Actor; now: string; today: string };

export type Work<I> = At<I> & {
  /** For `revise`: when and by whom. */
  by: By;
  /** Ids for rows that the command makes; the same for the same command. */
  newId: () => string;
  /** What happened: a row of the log, and of the timeline. */
  record: (event: Event) => void;
  /** Rows of a topic that stand otherwise now; one that its view no longer finds is dropped. */
  touch: <R extends Row>(topic: Topic, view: View<R>, ...ids: string[]) => void;
  /** Watchers of a topic load anew: it has no rows, or not all of them may read what changed. */
  reload: (...topics: Topic[]) => void;
  /** Everybody leaves the topic at once; who still may can come back. */
  evict: (topic: Topic) => void;
  /** Somebody's rights may have changed. */
  rights: () => void;
};

/** `changes`: of the topics that whoever gave the command may watch. */
export type Done<A> = { ok: true; answer: A; changes: Change[] };
export type Answer<A> = Done<A> | ({ ok: false } & No);

export type Command<I = never, A = unknown> = {
  name: string;
  input: z.ZodType<I>;
  allow: (at: At<I>) => Promise<Verdict>;
  run: (work: Work<I>) => Promise<A>;
  /** Only for whoever has proved within five minutes who they are; asked after `allow`, so that it tells nothing. */
  fresh?: boolean;
  /** The answer holds a token: it is shown once and not kept with the key. */
  secret?: boolean;
};

/** A change: its name, the shape of its input, who may, and what it does. It cannot be written without saying who may. */
export const command = <I, A>(name: string, of: Omit<Command<I, A>, "name">): Command<I, A> => ({ name, ...of });

const knownKey = prepared((db) =>
  db
    .select({ door: commandKey.door, answer: commandKey.answer })
    .from(commandKey)
    .where(and(eq(commandKey.actorId, sql.placeholder("actorId")), eq(commandKey.key, sql.placeholder("key"))))
    .prepare(),
);
const keepKey = prepared((db) => {
  const names = ["actorId", "key", "door", "at", "answer"] as const;
  return db
    .insert(commandKey)
    .values(Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as never)
    .prepare();
});

/** How long a key's one effect is known, in days; what a device keeps and sends again must have come before. */
export const KEYS_KEPT_DAYS = 7;

/**
 * Carries out a command: parse, begin, allow, seen this key, run, log, seq + 1, commit.
 * A "no" is an answer, never thrown; what is thrown is a bug or a broken disk, and nothing of it stands.
 * @param key made with the form: the same key by the same person has one effect, and the same answer.
 */
export async function carryOut<I, A>(of: Command<I, A>, raw: unknown, asker: Asker, key: string): Promise<Answer<A>> {
  const parsed = await of.input.safeParseAsync(raw);
  if (!parsed.success) return { ok: false, ...problemsOf(parsed.error) };
  try {
    return await transact((db, afterCommit) => within(of, parsed.data, asker, key, db, afterCommit));
  } catch (error) {
    if (!(error instanceof Declined)) throw error;
    const { no } = error.answer;
    const kind = isUnproven(error.answer) ? "proof-asked" : "refused";
    if (no === "refused" || no === "missing") await transact((db) => appendLog(db, [rowOf(asker, kind, of.name)]));
    return { ok: false, ...error.answer };
  }
}

async function within<I, A>(
  of: Command<I, A>,
  input: I,
  asker: Asker,
  key: string,
  db: Db,
  afterCommit: AfterCommit,
): Promise<Done<A>> {
  const { actor, now, today } = asker;
  const at: At<I> = { db, input, actor, now, today };
  const verdict = await of.allow(at);
  if ("no" in verdict) throw new Declined({ no: verdict.no });
  if (of.fresh) await mustBeFresh(db, actor, now);

  const actorId = idOf(actor) ?? actor.kind;
  // Whoever is not signed in shares no keys with others who are not.
  const keyed = actor.kind !== "nobody" && !of.secret;
  const [seen] = keyed ? await knownKey(db).execute({ actorId, key }) : [];
  if (seen?.door === of.name) {
    const before = seen.answer as Done<A>;
    return { ...before, changes: await changesFor(db, at, before.changes) };
  }
  if (seen) throw new Declined({ no: "missing" });

  const events: Event[] = [];
  const touched = gather(db, now);
  const reload: Topic[] = [];
  const evict: Topic[] = [];
  let rights = false;
  const answer = await of.run({
    ...at,
    by: { now, staffId: actor.kind === "staff" ? staffIdOf(actor) : null },
    newId: idsFrom(`${actorId} ${key}`, now),
    record: (event) => events.push(event),
    touch: touched.touch,
    reload: (...topics) => reload.push(...topics),
    evict: (topic) => evict.push(topic),
    rights: () => {
      rights = true;
    },
  });
  await appendLog(
    db,
    events.map(({ kind, by = verdict.by, youngPersonId = null, meetingId = null, itemId = null, facts = {} }) =>
      rowOf(asker, kind, of.name, { youngPersonId, meetingId, itemId, facts, reason: by }),
    ),
  );
  const changes = await touched.changes();
  const done: Done<A> = { ok: true, answer, changes: await changesFor(db, at, changes) };
  if (keyed) await keepKey(db).execute({ actorId, key, door: of.name, at: now, answer: done });
  afterCommit(() => publish({ changes, reload: [...new Set(reload)], evict, rights }));
  return done;
}
