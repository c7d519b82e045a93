/** The door to the database: one snapshot to read, one queue to write. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { connect, type Db } from "./connection.server.ts";
import { indexing } from "./indexing.server.ts";
import { once } from "./once.server.ts";
import { readers } from "./readers.server.ts";
import { type AfterCommit, writer } from "./writer.server.ts";

export { among } from "./among.server.ts";
export { classes } from "./classes.ts";
export type { Db } from "./connection.server.ts";
export { prepared } from "./connection.server.ts";
export { editionOf } from "./edition.server.ts";
export * as tables from "./schema/index.ts";
export { LEAST_LETTERS, matchFor, matching } from "./search.server.ts";
export * as searchIndexes from "./search-index.ts";
export type { SensitivityClass } from "./sensitivity.ts";
export { highestOf } from "./sequence.server.ts";
export { type AfterCommit, Busy } from "./writer.server.ts";

const state = once("database", () => ({ open: undefined as ReturnType<typeof opened> | undefined }));

type Work<T> = (db: Db, afterCommit: AfterCommit) => Promise<T>;

function opened(file: string) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const main = connect(file, { readonly: false });
  const pool = readers(file, 4);
  const transact = writer(main);
  const words = indexing(main.raw, transact);
  return {
    file,
    raw: main.raw,
    read: pool.read,
    async transact<T>(work: Work<T>): Promise<T> {
      const answer = await transact(work);
      words.changed();
      return answer;
    },
    indexed: words.indexed,
    close() {
      words.close();
      pool.close();
      main.raw.close();
    },
  };
}

function door() {
  if (!state.open) throw new Error("The database is not open");
  return state.open;
}

/** Opens the database file for this process; the one that stood open is closed. */
export function openDatabase(file: string) {
  state.open?.close();
  state.open = opened(file);
  return state.open.raw;
}

/** When everybody who waits to write has written. */
export const written = () => door().transact(async () => undefined);

export function closeDatabase() {
  state.open?.close();
  state.open = undefined;
}

/** The connection itself, for migrations. */
export const rawDatabase = () => door().raw;
export const databaseFile = () => door().file;

/** One snapshot: everything read inside is of the same moment. Nothing but reading from the database inside. */
export const read = <T>(work: (db: Db) => Promise<T>): Promise<T> => door().read(work);

/** One change, all or nothing, on disk when it is answered. Nothing but database work inside. */
export const transact = <T>(work: Work<T>): Promise<T> => door().transact(work);

/** The index of words knows all that has been written: awaited before anybody searches. */
export const indexed = (): Promise<void> => door().indexed();
