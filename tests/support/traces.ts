import { desc } from "drizzle-orm";
import { read, tables } from "#db/index.server.ts";
import { type Outcome, onOutcome } from "#domain/changes.server.ts";

/** The newest row of the log. */
export async function lastLogged() {
  const [row] = await read((db) => db.select().from(tables.log).orderBy(desc(tables.log.seq)).limit(1));
  if (!row) throw new Error("The log is empty");
  return row;
}

/** How much stands in the log, and whether a text stands anywhere in it. */
export const wholeLog = () => read((db) => db.select().from(tables.log));

/** What was sent to those who watch while this was done. */
export async function sentBy(work: () => Promise<unknown>): Promise<Outcome[]> {
  const sent: Outcome[] = [];
  const stop = onOutcome((outcome) => sent.push(outcome));
  try {
    await work();
  } finally {
    stop();
  }
  return sent;
}
