import { createHash } from "node:crypto";
import type Database from "better-sqlite3";
import { applySearch, dropSearch, searchTriggers } from "./search.server.ts";

const files = import.meta.glob("./migrations/sqlite/*.sql", {
  query: "?raw",
  import: "default",
  eager: true,
}) as Record<string, string>;
const triggerFile = import.meta.glob("./triggers.sql", { query: "?raw", import: "default", eager: true }) as Record<
  string,
  string
>;

/** The database cannot be used as it is; the message says what to do. */
export class Unusable extends Error {}

const OLDEST_SQLITE = [3, 51, 3];

const statementsOf = (sql: string) =>
  sql
    .split("--> statement-breakpoint")
    .map((part) => part.trim())
    .filter(Boolean);

export const migrations = () =>
  Object.entries(files)
    .map(([path, sql]) => ({
      name: path.split("/").at(-1) ?? path,
      sql,
      hash: createHash("sha256").update(sql).digest("hex"),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));

/** The engine is new enough not to lose writes at a checkpoint, and set to keep what it has acknowledged. */
export function assertEngine(raw: Database.Database) {
  const version = String(raw.prepare("select sqlite_version()").pluck().get());
  const parts = version.split(".").map(Number);
  const tooOld = OLDEST_SQLITE.findIndex((least, i) => (parts[i] ?? 0) !== least);
  if (tooOld >= 0 && (parts[tooOld] ?? 0) < (OLDEST_SQLITE[tooOld] ?? 0))
    throw new Unusable(`SQLite ${version} is too old`);
  if (raw.pragma("synchronous", { simple: true }) !== 2) throw new Unusable("synchronous is not FULL");
  if (raw.pragma("foreign_keys", { simple: true }) !== 1) throw new Unusable("foreign keys are off");
}

const tablesOf = (raw: Database.Database) =>
  raw
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[];

const countsOf = (raw: Database.Database) =>
  new Map(tablesOf(raw).map((name) => [name, raw.prepare(`select count(*) from "${name}"`).pluck().get() as number]));

const appliedTo = (raw: Database.Database) =>
  new Map(
    (raw.prepare("select name, hash from migration").all() as { name: string; hash: string }[]).map((m) => [
      m.name,
      m.hash,
    ]),
  );

/** Why this program cannot work on the database's schema, or null: a newer program made it, or a migration was changed since. */
export function unknownTo(raw: Database.Database): string | null {
  const known = migrations();
  for (const [name, hash] of appliedTo(raw)) {
    const own = known.find((m) => m.name === name);
    if (!own) return `it has ${name}, which this program does not know; start the newer program`;
    if (own.hash !== hash) return `${name} was changed after it was applied`;
  }
  return null;
}

/**
 * Brings the database to the schema of this program, all or nothing; answers the names of what was applied.
 * Foreign keys are off outside the transaction, because a rebuilt table otherwise loses its children.
 * @throws Unusable when the database is newer than the program, or a migration was changed after it was applied.
 */
export function migrate(raw: Database.Database, backup: () => void): string[] {
  raw.exec("create table if not exists migration (name text primary key, hash text not null, at text not null) strict");
  const applied = new Map(
    (raw.prepare("select name, hash from migration").all() as { name: string; hash: string }[]).map((m) => [
      m.name,
      m.hash,
    ]),
  );
  const known = migrations();
  for (const [name, hash] of applied) {
    const own = known.find((m) => m.name === name);
    if (!own)
      throw new Unusable(`The database has ${name}, which this program does not know. Start the newer program.`);
    if (own.hash !== hash) throw new Unusable(`${name} was changed after it was applied.`);
  }
  const missing = known.filter((m) => !applied.has(m.name));
  if (missing.length > 0) {
    if (applied.size > 0) backup();
    raw.pragma("foreign_keys = OFF");
    try {
      raw.transaction(() => apply(raw, missing)).immediate();
    } finally {
      raw.pragma("foreign_keys = ON");
    }
  }
  applySearch(raw);
  applyTriggers(raw);
  assertEngine(raw);
  return missing.map((m) => m.name);
}

function apply(raw: Database.Database, missing: ReturnType<typeof migrations>) {
  // A table cannot be rebuilt while a trigger or the index of another names it; both are put back after.
  for (const { name } of triggersOf(raw)) raw.exec(`drop trigger "${name}"`);
  dropSearch(raw);
  const before = countsOf(raw);
  for (const { name, sql, hash } of missing) {
    for (const statement of statementsOf(sql)) raw.exec(statement);
    raw.prepare("insert into migration values (?, ?, ?)").run(name, hash, new Date().toISOString());
  }
  const broken = raw.pragma("foreign_key_check") as unknown[];
  if (broken.length > 0) throw new Unusable(`${broken.length} rows lost what they refer to`);
  for (const [name, count] of countsOf(raw)) {
    const had = name === "migration" ? undefined : before.get(name);
    if (had !== undefined && had !== count) throw new Unusable(`${name} had ${had} rows and has ${count}`);
  }
}

const triggersOf = (raw: Database.Database) =>
  raw.prepare("select name, sql from sqlite_schema where type = 'trigger'").all() as { name: string; sql: string }[];

/** The triggers stand as they are written in triggers.sql and for the index, and no others; a database in which they do is not written to. */
function applyTriggers(raw: Database.Database) {
  const written = Object.values(triggerFile)
    .flatMap(statementsOf)
    .map((sql) => sql.slice(sql.indexOf("CREATE TRIGGER")).replace(/;$/, ""));
  const wanted = [...written, ...searchTriggers];
  const asWanted = () => {
    const now = new Set(triggersOf(raw).map(({ sql }) => sql));
    return now.size === wanted.length && wanted.every((sql) => now.has(sql));
  };
  if (asWanted()) return;
  raw
    .transaction(() => {
      for (const { name } of triggersOf(raw)) raw.exec(`drop trigger "${name}"`);
      for (const sql of wanted) raw.exec(sql);
    })
    .immediate();
  if (!asWanted()) throw new Unusable("The triggers of the database do not stand as they should");
}
