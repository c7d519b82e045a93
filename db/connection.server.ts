import Database from "better-sqlite3";
import { drizzle, type SqliteRemoteDatabase } from "drizzle-orm/sqlite-proxy";

/** What every query and command works on: async, so that another engine can stand behind it. */
export type Db = SqliteRemoteDatabase<Record<string, never>>;

export type Connection = { raw: Database.Database; db: Db };

/** One connection with our settings; statements are compiled once for each text. */
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

  const statements = new Map<string, Database.Statement>();
  function statement(sql: string) {
    let known = statements.get(sql);
    if (!known) {
      known = raw.prepare(sql);
      if (known.reader) known.raw();
      statements.set(sql, known);
    }
    return known;
  }
  const db: Db = drizzle(async (text, values, method) => {
    const [sql, params] = withLimit(text, values);
    const known = statement(sql);
    if (!known.reader) {
      known.run(params);
      return { rows: [] };
    }
    return { rows: (method === "get" ? known.get(params) : known.all(params)) as unknown[] };
  });
  return { raw, db };
}

/** SQLite compiles a statement anew each time that a value is bound to its LIMIT; written out it stays as it is. */
function withLimit(sql: string, params: unknown[]): [string, unknown[]] {
  if (!sql.endsWith(" limit ?")) return [sql, params];
  return [`${sql.slice(0, -1)}${Number(params.at(-1))}`, params.slice(0, -1)];
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
