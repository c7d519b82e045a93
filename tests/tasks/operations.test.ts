import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { closeDatabase, openDatabase, rawDatabase, read, tables, transact } from "#db/index.server.ts";
import { takeLock } from "#db/lock.server.ts";
import { now } from "#domain/clock.server.ts";
import { newId } from "#domain/ids.server.ts";
import { makeMeeting } from "#domain/meetings/commands.server.ts";
import { keepHouse } from "../../app/tasks/housekeeping.server.ts";
import { prepare } from "../../app/tasks/prepare.server.ts";
import { runTask } from "../../app/tasks/run.server.ts";
import { aStaffMember, does } from "../support/builders.ts";
import { aFolder } from "../support/files.ts";

let folder = "";
let file = "";
let person = "";
let said = "";
beforeEach(async () => {
  folder = aFolder();
  file = join(folder, "samspor.db");
  said = "";
  vi.stubEnv("DATA_DIR", folder);
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((text) => {
      said += String(text);
      return true;
    });
  await prepare(process.env);
  person = await aStaffMember("coordinator");
  for (let n = 0; n < 5; n++) await aMeetingMade();
});
afterEach(() => {
  closeDatabase();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const aMeetingMade = () =>
  does(
    makeMeeting,
    {
      typeCode: "coordination",
      startsAt: "2026-12-01T08:00:00.000Z",
      minutes: 120,
      chairId: person,
      minuteTakerId: person,
    },
    person,
  );
const meetings = () => read(async (db) => (await db.select().from(tables.meeting)).length);
const rowsOfLog = () => rawDatabase().prepare("select count(*) from log").pluck().get() as number;

/** Somebody at the file itself, past the triggers. */
function tamper(sql: string) {
  closeDatabase();
  const raw = new Database(file);
  raw.exec("drop trigger log_is_not_changed; drop trigger log_is_not_deleted");
  raw.exec(sql);
  raw.close();
}

test("a log that nobody touched holds, beside an open database", async () => {
  expect(await runTask("audit-verify", [])).toBe(0);
  expect(said).toContain(`The log holds: ${rowsOfLog()} rows.`);
});

const CHANGED: [string, string][] = [
  ["another person", "update log set actorId = 'x' where seq = 3"],
  ["another moment", "update log set at = '2020-01-01T00:00:00.000Z' where seq = 3"],
  ["another door", "update log set door = 'x' where seq = 3"],
  ["another meeting", "update log set meetingId = null where seq = 3"],
  ["another reason", "update log set reason = 'x' where seq = 3"],
  ["other facts", `update log set facts = '{"a":1}' where seq = 3`],
  ["another hash", "update log set hash = 'x' where seq = 3"],
  ["a row taken out", "delete from log where seq = 3"],
  ["a row put in another's place", "delete from log where seq = 3; update log set seq = 3 where seq = 5"],
];
test.each(CHANGED)("a changed log is told with the row where it breaks: %s", async (_name, sql) => {
  tamper(sql);
  expect(await runTask("audit-verify", [])).toBe(2);
  expect(said).toContain("row 3 is not what was written there");
});

test("a row written anew with a hash that fits breaks the chain at the row after", async () => {
  tamper("update log set kind = 'x', hash = 'y' where seq = 2; update log set previousHash = 'y' where seq = 3");
  expect(await runTask("audit-verify", [])).toBe(2);
});

test("a log whose end was cut off is told, also when all of it is gone", async () => {
  tamper("delete from log where seq > 3");
  expect(await runTask("audit-verify", [])).toBe(3);
  expect(said).toMatch(/it ends at row 3 and has had \d+/);
  const raw = new Database(file);
  raw.exec("delete from log");
  raw.close();
  expect(await runTask("audit-verify", [])).toBe(3);
});

test("an approved plan that is not what was approved is told by its version", async () => {
  tamper(`pragma foreign_keys = off;
    insert into plan_version (id, youngPersonId, number, itemId, content, at, hash)
    values ('changed', 'somebody', 1, 'an item', '[]', '2026-12-01T08:00:00.000Z', 'not the hash of it')`);
  expect(await runTask("audit-verify", [])).toBe(7);
  expect(said).toContain("version 1 (changed) is not what was approved");
});

test("a copy is made while others write, is whole, and is looked through", async () => {
  const writing = Promise.all(Array.from({ length: 20 }, aMeetingMade));
  expect(await runTask("backup", [])).toBe(0);
  await writing;
  const [copy] = readdirSync(join(folder, "backups"));
  expect(said).toContain("The copy is whole; its log holds");
  expect(statSync(join(folder, "backups", copy ?? "")).mode & 0o077).toBe(0);
  expect(await runTask("audit-verify", [join(folder, "backups", copy ?? "")])).toBe(0);
});

test("a copy never goes over a file that is there", async () => {
  const target = join(folder, "copy.db");
  expect(await runTask("backup", [target])).toBe(0);
  expect(await runTask("backup", [target])).toBe(78);
  expect(said).toContain("copy.db is there already");
});

test("a copy put back is what it was, signs everybody out, keeps the former file, and stands in the log", async () => {
  const target = join(folder, "copy.db");
  const session = {
    id: newId(),
    staffId: person,
    tokenHash: "x".repeat(64),
    device: "",
    startedAt: now(),
    seenAt: now(),
    endsAt: now(),
  };
  await transact((db) => db.insert(tables.session).values(session));
  await runTask("backup", [target]);
  const copied = rowsOfLog();
  await aMeetingMade();
  closeDatabase();
  expect(await runTask("restore", [target])).toBe(0);
  expect(said).toContain(`The log holds: ${copied + 1} rows. Everybody signs in again.`);
  const former =
    readdirSync(join(folder, "backups")).find((name) => name.includes("former") && !/-(wal|shm)$/.test(name)) ?? "";
  await prepare(process.env);
  expect(await meetings()).toBe(5);
  const [ended] = await read((db) => db.select().from(tables.session).where(eq(tables.session.id, session.id)));
  expect(ended?.endedAt).not.toBeNull();
  openDatabase(join(folder, "backups", former));
  expect(await meetings()).toBe(6);
});

test("nothing is put back while the server runs, and nothing is touched", async () => {
  const target = join(folder, "copy.db");
  await runTask("backup", [target]);
  const release = takeLock(folder);
  onTestFinished(release);
  const files = readdirSync(folder);
  expect(await runTask("restore", [target])).toBe(78);
  expect(said).toMatch(new RegExp(`A server is running .*process ${process.pid}.* Stop it first`));
  expect(readdirSync(folder)).toEqual(files);
});

test("a lock that a crash left behind locks nothing", () => {
  const release = takeLock(folder);
  expect(() => takeLock(folder)).toThrow(/A server is running/);
  release();
  expect(readdirSync(folder)).toContain("server.lock");
  takeLock(folder)();
});

test("a copy that is no database, is damaged or is of something else is not put back", async () => {
  const bad = join(folder, "bad");
  mkdirSync(bad);
  writeFileSync(join(bad, "text.db"), "Kære kollega. ".repeat(500));
  new Database(join(bad, "other.db")).exec("create table recipe (name text)").close();
  await runTask("backup", [join(bad, "cut.db")]);
  const cut = new Database(join(bad, "cut.db"));
  cut.exec("drop trigger log_is_not_deleted; delete from log where seq = 2");
  cut.close();
  closeDatabase();
  for (const [name, why] of [
    ["text.db", "no database"],
    ["other.db", "no database of Samspor"],
    ["cut.db", "row 2 is not"],
    ["none.db", "is not there"],
  ]) {
    said = "";
    expect(await runTask("restore", [join(bad, name ?? "")]), name).toBe(78);
    expect(said).toContain(why);
  }
  await prepare(process.env);
  expect(await meetings()).toBe(5);
});

test("what has served its time is taken away, and only that; the log says how much", async () => {
  const ago = (days: number) => new Date(Date.parse(now()) - days * 86_400_000).toISOString();
  const session = (endsAt: string, endedAt: string | null) => ({
    id: newId(),
    staffId: person,
    tokenHash: newId(),
    device: "",
    startedAt: ago(40),
    seenAt: ago(40),
    endsAt,
    endedAt,
  });
  const link = (expiresAt: string, usedAt: string | null) => ({
    id: newId(),
    tokenHash: newId(),
    staffId: person,
    expiresAt,
    usedAt,
  });
  const screen = (offeredAt: string, pairedAt: string | null) => ({
    id: newId(),
    tokenHash: newId(),
    code: "123456",
    offeredAt,
    pairedAt,
  });
  const key = (at: string) => ({ actorId: person, key: newId(), door: "x", at, answer: {} });
  await transact(async (db) => {
    await db.delete(tables.commandKey);
    await db
      .insert(tables.session)
      .values([session(ago(31), null), session(ago(-1), ago(31)), session(ago(29), null), session(ago(-1), null)]);
    await db.insert(tables.signInLink).values([link(ago(-1), ago(0)), link(ago(1), null), link(ago(-1), null)]);
    await db.insert(tables.bigScreen).values([screen(ago(2), null), screen(ago(2), ago(2)), screen(ago(0), null)]);
    await db.insert(tables.commandKey).values([key(ago(8)), key(ago(6))]);
  });
  expect(await keepHouse()).toMatchObject({ ok: true, answer: { keys: 1, sessions: 2, links: 2, screens: 1 } });
  const left = await read(async (db) => [
    (await db.select().from(tables.session)).length,
    (await db.select().from(tables.signInLink)).length,
    (await db.select().from(tables.bigScreen)).length,
    (await db.select().from(tables.commandKey)).length,
  ]);
  expect(left).toEqual([2, 1, 2, 1]);
  const logged = rowsOfLog();
  expect(await keepHouse()).toMatchObject({ answer: { keys: 0, sessions: 0, links: 0, screens: 0 } });
  expect(rowsOfLog()).toBe(logged);
});

test("a task that does not exist is told which there are", async () => {
  expect(await runTask("make-coffee", [])).toBe(64);
  expect(said).toContain("audit-verify, backup");
});
