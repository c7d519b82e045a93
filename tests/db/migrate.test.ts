import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { connect } from "#db/connection.server.ts";
import { assertEngine, migrate, Unusable } from "#db/migrate.server.ts";
import { prepare } from "../../app/tasks/prepare.server.ts";
import { aFolder } from "../support/files.ts";

function aFile() {
  const file = join(aFolder(), "samspor.db");
  const { raw } = connect(file, { readonly: false });
  onTestFinished(() => void raw.close());
  return raw;
}

const NO_BACKUP = () => undefined;
const namesOf = (raw: Database.Database, type: string) =>
  raw.prepare("select name from sqlite_schema where type = ? and name not like 'sqlite_%'").pluck().all(type);

test("a new file gets every table, strict, and every trigger; a second start applies nothing", () => {
  const raw = aFile();
  expect(migrate(raw, NO_BACKUP).length).toBeGreaterThan(0);
  expect(namesOf(raw, "table")).toEqual(expect.arrayContaining(["log", "agenda_item", "action", "young_person"]));
  const lax = raw
    .prepare(
      `select name from pragma_table_list
       where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'`,
    )
    .pluck()
    .all();
  expect(lax).toEqual([]);
  expect(namesOf(raw, "trigger")).toEqual(
    expect.arrayContaining(["log_is_not_changed", "log_is_not_deleted", "search_action_changed"]),
  );
  expect(migrate(raw, NO_BACKUP)).toEqual([]);
});

test("a migration that fails leaves nothing of itself", () => {
  const raw = aFile();
  // The last table of the first migration cannot be made, because a view of that name stands in its way.
  raw.exec("create view young_person as select 1 as id");
  expect(() => migrate(raw, NO_BACKUP)).toThrow();
  expect(namesOf(raw, "table")).toEqual(["migration"]);
  raw.exec("drop view young_person");
  expect(migrate(raw, NO_BACKUP).length).toBeGreaterThan(0);
});

test("a database that a newer program has made is left alone", () => {
  const raw = aFile();
  migrate(raw, NO_BACKUP);
  raw.exec("insert into migration values ('9999_later.sql', 'x', '2030-01-01T00:00:00.000Z')");
  expect(() => migrate(raw, NO_BACKUP)).toThrow(/9999_later\.sql.*newer program/);
});

test("a migration that was changed after it was applied stops the start", () => {
  const raw = aFile();
  migrate(raw, NO_BACKUP);
  raw.exec("update migration set hash = 'another'");
  expect(() => migrate(raw, NO_BACKUP)).toThrow(/changed after it was applied/);
});

test("a trigger that somebody took away or changed stands again at the next start", () => {
  const raw = aFile();
  migrate(raw, NO_BACKUP);
  raw.exec("drop trigger log_is_not_deleted");
  raw.exec("create trigger quiet before insert on log begin select 1; end");
  migrate(raw, NO_BACKUP);
  expect(namesOf(raw, "trigger")).toContain("log_is_not_deleted");
  expect(namesOf(raw, "trigger")).not.toContain("quiet");
});

test("a database that is as it should be is not written to at the start", () => {
  const raw = aFile();
  migrate(raw, NO_BACKUP);
  const before = raw.pragma("schema_version", { simple: true });
  const pages = raw.prepare("select total_changes()").pluck().get();
  migrate(raw, NO_BACKUP);
  expect(raw.pragma("schema_version", { simple: true })).toBe(before);
  expect(raw.prepare("select total_changes()").pluck().get()).toBe(pages);
});

test("the engine keeps what it has acknowledged, overwrites what is deleted and holds references", () => {
  const raw = aFile();
  migrate(raw, NO_BACKUP);
  const pragma = (name: string) => raw.pragma(name, { simple: true });
  expect([pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys"), pragma("secure_delete")]).toEqual([
    "wal",
    2,
    1,
    1,
  ]);
  raw.pragma("synchronous = NORMAL");
  expect(() => assertEngine(raw)).toThrow(Unusable);
  raw.pragma("synchronous = FULL");
  raw.pragma("foreign_keys = OFF");
  expect(() => assertEngine(raw)).toThrow(Unusable);
});

test("a file that is no database stops the start with a line that says what to do, and is left as it was", async () => {
  const folder = aFolder();
  writeFileSync(join(folder, "samspor.db"), "Kære kollega, her er referatet.".repeat(100));
  await expect(prepare({ ...process.env, DATA_DIR: folder })).rejects.toThrow(
    /samspor\.db is no database.*npm run restore/,
  );
});

test("a folder where the file should be stops the start with a line", async () => {
  const folder = aFolder();
  await expect(prepare({ ...process.env, DATA_DIR: folder, DATABASE_URL: folder })).rejects.toBeInstanceOf(Unusable);
});
