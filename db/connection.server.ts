import Database from "better-sqlite3";
import { type Db, drizzleOver } from "./driver.server.ts";

export type { Db } from "./driver.server.ts";

export type Connection = { raw: Database.Database; db: Db };

/** One connection with our settings. */
export function connect(file: string, { readonly }: { readonly: boolean }): Connection {
  const raw = new Database(file, { readonly, timeout: readonly ? 5000 : 0 });
  if (!readonly) raw.pragma("journal_mode = WAL");
  // better-sqlite3's own default in WAL is NORMAL, which loses acknowledged commits in a power cut.
  raw.pragma("synchronous = FULL");
  raw.pragma("foreign_keys = ON");
  raw.pragma("secure_delete = ON");
  raw.pragma("trusted_schema = OFF");
  raw.pragma("cell_size_check = ON");
  raw.pragma("journal_size_limit = 67108864");
  if (readonly) raw.pragma("query_only = ON");

  return { raw, db: drizzleOver(raw) };
}

const built = new WeakMap<object, Map<unknown, unknown>>();

/** A statement that is built once for each connection: for the hot paths of doors, access and revisions. */
export function prepared<S>(build: (db: Db) => S): (db: Db) => S {
  return (db) => {
    let own = built.get(db);
    if (!own) {
      own = new Map();
      built.set(db, own);
    }
    let known = own.get(build) as S | undefined;
    if (!known) {
      known = build(db);
      own.set(build, known);
    }
    return known;
  };
}
