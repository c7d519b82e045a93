import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { closeDatabase, rawDatabase, transact } from "#db/index.server.ts";
import { system } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { carryOut } from "#domain/command.server.ts";
import type { LogKind } from "#domain/events.ts";
import { newId } from "#domain/ids.server.ts";
import { appendLog, rowOf } from "#domain/log/append.server.ts";
import { signCheckpoint } from "#domain/log/checkpoints.server.ts";
import { removeOldLogRows } from "#domain/log/segments.server.ts";
import { prepare } from "../../app/tasks/prepare.server.ts";
import { runTask } from "../../app/tasks/run.server.ts";
import { tryTo } from "../support/builders.ts";
import { aFolder } from "../support/files.ts";

const FIRST = "2024-01-10T09:00:00.000Z";
const KINDS: LogKind[] = ["read", "signed-in", "action-made", "watch-began", "role-granted", "sign-in-refused", "read"];
/** Where the months begin: one row of each kind in January, February and March. */
const MONTHS = ["2024-01-10", "2024-02-10", "2024-03-10"];
let file = "";

beforeEach(async () => {
  const folder = aFolder();
  file = join(folder, "samspor.db");

  vi.stubEnv("DATA_DIR", folder);
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, "write").mockImplementation(() => true);
  await prepare(process.env);
  for (const month of MONTHS)
    await transact((db) =>
      appendLog(
        db,
        KINDS.map((kind, n) => rowOf(asker(system, `${month}T09:0${n}:00.000Z`, "page"), kind, "x", { facts: { n } })),
      ),
    );
  await signCheckpoint();
});
afterEach(() => {
  closeDatabase();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const removeAt = async (moment: string) => {
  const done = await carryOut(removeOldLogRows, {}, asker(system, moment, "system"), newId());
  return done.ok ? done.answer : done;
};
const kinds = () => rawDatabase().prepare("select kind from log order by seq").pluck().all() as string[];
const verified = () => runTask("audit-verify", []);

test("nothing goes before its time", async () => {
  expect(await removeAt("2025-02-28T23:59:59.000Z")).toBeNull();
  expect(kinds()).toHaveLength(KINDS.length * MONTHS.length);
});

test("sign-ins go thirteen months after their month, reads after twenty-four, and changes and grants stay", async () => {
  expect(await removeAt("2025-03-01T00:00:00.000Z")).toEqual({ removed: 2 });
  expect(kinds().slice(0, 5)).toEqual(["read", "action-made", "watch-began", "role-granted", "read"]);
  expect(kinds().at(-1)).toBe("log-rows-removed");
  expect(await removeAt("2025-03-01T00:00:01.000Z")).toBeNull();
  expect(await verified()).toBe(0);
  expect(await removeAt("2026-02-01T00:00:00.000Z")).toEqual({ removed: 3 });
  expect(kinds().slice(0, 3)).toEqual(["action-made", "role-granted", "read"]);
  await signCheckpoint();
  expect(await verified()).toBe(0);
});

test("a log with months taken out holds to the last row, also from a start and in a copy", async () => {
  for (let months = 0; months < 3; months++) await removeAt("2026-06-01T00:00:00.000Z");
  expect(await removeAt("2026-06-01T00:00:00.000Z")).toBeNull();
  expect(kinds()).toEqual([
    ...MONTHS.flatMap(() => ["action-made", "role-granted"]),
    ...MONTHS.map(() => "log-rows-removed"),
  ]);
  expect(await verified()).toBe(0);
  const copy = `${file}.copy`;
  expect(await runTask("backup", [copy])).toBe(0);
  expect(await runTask("audit-verify", [copy])).toBe(0);
});

/** Somebody at the file itself, past the triggers. */
function tamper(sql: string) {
  closeDatabase();
  const raw = new Database(file);
  for (const name of ["log_is_not_changed", "log_is_not_deleted", "log_segment_is_not_changed"])
    raw.exec(`drop trigger ${name}`);
  raw.exec(sql);
  raw.close();
}

test.each<[string, string, number]>([
  ["a row that stayed changed", "update log set reason = 'x' where kind = 'role-granted' and seq < 8", 2],
  ["a row that stayed taken out", "delete from log where kind = 'role-granted' and seq < 8", 2],
  ["the last row of the next month taken out", "delete from log where seq = 14", 2],
  ["a root changed", "update log_segment set kept = 1", 5],
  ["a root that says that more goes", `update log_segment set gone = '["read","role-granted"]'`, 5],
])("in a month that was taken out, %s is found", async (_what, sql, code) => {
  await removeAt("2026-02-01T00:00:00.000Z");
  tamper(sql);
  expect(await verified()).toBe(code);
});

test("no row goes by hand, nor by a root for another month, nor one of a kind that stays", async () => {
  const raw = rawDatabase();
  expect(() => raw.exec("delete from log where seq = 1")).toThrow("append-only");
  await removeAt("2026-02-01T00:00:00.000Z");
  expect(() => raw.exec("delete from log where seq = 8")).toThrow("append-only");
  expect(() => raw.exec("delete from log where seq < 8 and kind = 'role-granted'")).toThrow("append-only");
  expect(() => raw.exec("update log_segment set toSeq = 99")).toThrow("stays as it was signed");
  expect(() => raw.exec("delete from log_segment")).toThrow("stays");
});

test("nothing is taken out of a month that does not hold", async () => {
  tamper("update log set reason = 'x' where seq = 3");
  await prepare(process.env);
  await expect(removeAt("2026-02-01T00:00:00.000Z")).rejects.toThrow("Row 3 of the log does not hold");
  expect(kinds()).toHaveLength(KINDS.length * MONTHS.length);
});

test("nobody but the system itself takes anything out", async () => {
  expect(await tryTo(removeOldLogRows, {}, "somebody", { now: FIRST })).toMatchObject({ ok: false, no: "missing" });
});
