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

  async function begin() {
    const until = Date.now() + waitForLockMs;
    for (;;) {
      try {
        raw.exec("begin immediate");
        return;
      } catch (error) {
        if (!(error as { code?: string }).code?.startsWith("SQLITE_BUSY")) throw error;
        if (Date.now() > until) throw new Busy("the database is held by another program");
        await new Promise((again) => setTimeout(again, 20));
      }
    }
  }

  /** Does the work of one job; answers what is left to do for it once the commit stands. */
  async function carry({
    work,
    done,
    failed,
  }: Job): Promise<{ effects: (() => void)[]; settle: () => void; failed: Job["failed"] }> {
    const effects: (() => void)[] = [];
    raw.exec("savepoint job");
    try {
      const answer = await work(db, (then) => effects.push(then));
      raw.exec("release job");
      return { effects, settle: () => done(answer as never), failed };
    } catch (error) {
      // A full disk takes the whole transaction with it; then nobody's work stands.
      if (!raw.inTransaction) throw error;
      raw.exec("rollback to job");
      raw.exec("release job");
      return { effects: [], settle: () => failed(error), failed };
    }
  }

  async function commit() {
    const jobs = waiting;
    waiting = [];
    const carried: Awaited<ReturnType<typeof carry>>[] = [];
    try {
      await begin();
      for (const job of jobs) carried.push(await carry(job));
      raw.exec("commit");
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
