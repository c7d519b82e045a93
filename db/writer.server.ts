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
export function writer({ raw, db }: Connection) {
  let waiting: Job[] = [];
  let busy = false;

  function next() {
    if (busy || waiting.length === 0) return;
    busy = true;
    setImmediate(commit);
  }

  async function begin() {
    const until = Date.now() + WAIT_FOR_LOCK_MS;
    for (;;) {
      try {
        raw.exec("begin immediate");
        return;
      } catch (error) {
        if ((error as { code?: string }).code !== "SQLITE_BUSY") throw error;
        if (Date.now() > until) throw new Busy("the database is held by another program");
        await new Promise((again) => setTimeout(again, 20));
      }
    }
  }

  async function commit() {
    const jobs = waiting;
    waiting = [];
    const settle: (() => void)[] = [];
    const effects: (() => void)[] = [];
    try {
      await begin();
      for (const job of jobs) {
        raw.exec("savepoint job");
        const own: (() => void)[] = [];
        try {
          const answer = await job.work(db, (then) => own.push(then));
          effects.push(...own);
          settle.push(() => job.done(answer as never));
        } catch (error) {
          // A full disk takes the whole transaction with it; then nobody's work stands.
          if (!raw.inTransaction) throw error;
          raw.exec("rollback to job");
          settle.push(() => job.failed(error));
        }
        raw.exec("release job");
      }
      raw.exec("commit");
    } catch (error) {
      if (raw.inTransaction) raw.exec("rollback");
      for (const job of jobs) job.failed(error);
      busy = false;
      next();
      return;
    }
    for (const effect of effects) effect();
    for (const answer of settle) answer();
    busy = false;
    next();
  }

  return function transact<T>(work: (db: Db, afterCommit: AfterCommit) => Promise<T>): Promise<T> {
    return new Promise<T>((done, failed) => {
      waiting.push({ work, done: done as Job["done"], failed });
      next();
    });
  };
}
