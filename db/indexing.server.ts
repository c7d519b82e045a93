import type Database from "better-sqlite3";
import { takesIn } from "./search.server.ts";
import type { writer } from "./writer.server.ts";

const SOON_MS = 300;

/** Keeps the index of words in step, a moment after each change, so that a search seldom waits for it. */
export function indexing(raw: Database.Database, transact: ReturnType<typeof writer>) {
  let soon: NodeJS.Timeout | undefined;
  let prepared: ReturnType<typeof takesIn> | undefined;

  async function indexed(): Promise<void> {
    // Prepared at first need: migrations open a database in which the tables are not there yet.
    prepared ??= takesIn(raw);
    const { isDue, takeIn } = prepared;
    while (isDue()) await transact(async () => takeIn());
  }

  return {
    indexed,
    /** Something was written: what it left to take in is taken in soon. */
    changed() {
      soon ??= setTimeout(() => {
        soon = undefined;
        // What could not be taken in stays due, and the search that asks for it tells why.
        if (raw.open) indexed().catch(() => undefined);
      }, SOON_MS).unref();
    },
    close: () => clearTimeout(soon),
  };
}
