import type { Connection, Db } from "./connection.server.ts";

/** The database is held by another program; nothing was written, and it may be tried again. */
export class Busy extends Error {}

/** What is to be done once the commit stands, before anybody is answered. */
export type AfterCommit = (then: () => void) => void;

type Job = {
  work: (db: Db, afterCommit: AfterCommit) => Promise<unknown>;
  done: (answer: never) => void;
  failed: (error: unknown) => void;
};

/** What is left to do for a job once the commit stands. */
type Carried = { effects: (() => void)[]; settle: () => void; failed: Job["failed"] };

const settled = (done: Job["done"], answer: unknown) => () => done(answer as never);

const WAIT_FOR_LOCK_MS = 5000;

/** Writers stand in one queue; those who came in the same turn of the event loop share one commit, each in its savepoint. */
export function writer({ raw, db }: Connection, waitForLockMs = WAIT_FOR_LOCK_MS) {
  let waiting: Job[] = [];
  let busy = false;

  function next() {
    if (busy || waiting.length === 0) return;
    busy = true;
    setImmediate(commit);
  }

  const say = {
    begin: raw.prepare("begin immediate"),
    savepoint: raw.prepare("savepoint job"),
    release: raw.prepare("release job"),
    back: raw.prepare("rollback to job"),
    commit: raw.prepare("commit"),
  };

  async function begin() {
    const until = Date.now() + waitForLockMs;
    for (;;) {
      try {
        say.begin.run();
        return;
      } catch (error) {
        if (!(error as { code?: string }).code?.startsWith("SQLITE_BUSY")) throw error;
        if (Date.now() > until) throw new Busy("the database is held by another program");
        await new Promise((again) => setTimeout(again, 20));
      }
    }
  }

  /** Does the work of one job; answers what is left to do for it once the commit stands. */
  async function carry({ work, done, failed }: Job, alone: boolean): Promise<Carried> {
    const effects: (() => void)[] = [];
    // One alone needs no savepoint: when it fails, nothing else stands in its transaction.
    if (alone) return { effects, settle: settled(done, await work(db, (then) => effects.push(then))), failed };
    say.savepoint.run();
    try {
      const answer = await work(db, (then) => effects.push(then));
      say.release.run();
      return { effects, settle: settled(done, answer), failed };
    } catch (error) {
      // A full disk takes the whole transaction with it; then nobody's work stands.
      if (!raw.inTransaction) throw error;
      say.back.run();
      say.release.run();
      return { effects: [], settle: () => failed(error), failed };
    }
  }

  async function commit() {
    const jobs = waiting;
    waiting = [];
    const carried: Carried[] = [];
    try {
      await begin();
      for (const job of jobs) carried.push(await carry(job, jobs.length === 1));
      say.commit.run();
    } catch (error) {
      giveUp();
      for (const job of jobs) job.failed(error);
      busy = false;
      next();
      return;
    }
    // All effects before any answer, in the order of the commits; an effect that breaks is told to its own job alone.
    for (const job of carried) {
      try {
        for (const effect of job.effects) effect();
      } catch (error) {
        job.settle = () => job.failed(error);
      }
    }
    for (const { settle } of carried) settle();
    busy = false;
    next();
  }

  function giveUp() {
    try {
      if (raw.inTransaction) raw.exec("rollback");
    } catch {
      // The disk does not even take a rollback: the next begin says so.
    }
  }

  return function transact<T>(work: (db: Db, afterCommit: AfterCommit) => Promise<T>): Promise<T> {
    return new Promise<T>((done, failed) => {
      waiting.push({ work, done: done as Job["done"], failed });
      next();
    });
  };
}
