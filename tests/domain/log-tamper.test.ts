import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { closeDatabase, transact } from "#db/index.server.ts";
import { system } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { appendLog, FIRST_HASH, hashOfRow, type LogRow, rowOf } from "#domain/log/append.server.ts";
import { signCheckpoint } from "#domain/log/checkpoints.server.ts";
import { prepare } from "../../app/tasks/prepare.server.ts";
import { runTask } from "../../app/tasks/run.server.ts";
import { aFolder } from "../support/files.ts";

const ROWS = 12;
const SIGNED_AT = [5, 10];

let folder = "";
let file = "";
let checkpoints = "";
let said = "";

const moment = (n: number) => new Date(Date.parse("2026-11-21T08:00:00.000Z") + n * 60_000).toISOString();
const aRow = (n: number): LogRow =>
  rowOf(asker(system, moment(n), "page"), "read", "board", {
    actorId: "staff-1",
    sessionId: "session-1",
    youngPersonId: `young-${n}`,
    meetingId: "meeting-1",
    itemId: "item-1",
    reason: "assigned",
    facts: { seq: n },
  });

beforeEach(async () => {
  folder = aFolder();
  file = join(folder, "samspor.db");
  checkpoints = join(folder, "log-checkpoints");
  said = "";
  vi.stubEnv("DATA_DIR", folder);
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((text) => {
      said += String(text);
      return true;
    });
  await prepare(process.env);
  for (let n = 1; n <= ROWS; n++) {
    await transact((db) => appendLog(db, [aRow(n)]));
    if (SIGNED_AT.includes(n)) await signCheckpoint();
  }
});
afterEach(() => {
  closeDatabase();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const verified = () => runTask("audit-verify", []);

/** Somebody at the file itself, past the triggers and past what the database remembers. */
function atTheFile(work: (raw: Database.Database) => void) {
  closeDatabase();
  const raw = new Database(file);
  raw.exec("drop trigger log_is_not_changed; drop trigger log_is_not_deleted");
  work(raw);
  raw.close();
}
const tamper = (sql: string) => atTheFile((raw) => void raw.exec(sql));

const forget = (raw: Database.Database) =>
  raw.exec("update sqlite_sequence set seq = (select coalesce(max(seq), 0) from log) where name = 'log'");

/** Writes the rows from a place on anew, with hashes that fit: what somebody with the database and our code can do. */
function rechain(raw: Database.Database, from: number, change: (row: LogRow, seq: number) => void = () => undefined) {
  type Stored = Omit<LogRow, "facts"> & { seq: number; facts: string };
  let hash =
    (raw
      .prepare("select hash from log where seq = ?")
      .pluck()
      .get(from - 1) as string) ?? FIRST_HASH;
  for (const { seq, facts, ...stored } of raw
    .prepare("select * from log where seq >= ? order by seq")
    .all(from) as Stored[]) {
    const row: LogRow = { ...stored, facts: JSON.parse(facts) };
    change(row, seq);
    const next = hashOfRow(seq, row, hash);
    raw
      .prepare("update log set actorId = ?, youngPersonId = ?, previousHash = ?, hash = ? where seq = ?")
      .run(row.actorId, row.youngPersonId, hash, next, seq);
    hash = next;
  }
}

test("a log that nobody touched holds, and agrees with what was signed of it", async () => {
  expect(await verified()).toBe(0);
  expect(said).toContain(`The log holds: ${ROWS} rows. ${SIGNED_AT.length} checkpoints`);
});

const COLUMNS: [string, string][] = [
  ["at", "'2020-01-01T00:00:00.000Z'"],
  ["channel", "'live'"],
  ["actorId", "'another'"],
  ["sessionId", "null"],
  ["kind", "'refused'"],
  ["door", "'another'"],
  ["youngPersonId", "'another'"],
  ["meetingId", "null"],
  ["itemId", "'another'"],
  ["reason", "'coordinator'"],
  ["facts", `'{"seq":99}'`],
  ["previousHash", "'x'"],
  ["hash", "'x'"],
];
test("1: every column of the log is named among those that are changed here", () => {
  const raw = new Database(file, { readonly: true });
  const names = raw.prepare("select name from pragma_table_info('log')").pluck().all();
  raw.close();
  expect(
    COLUMNS.map(([name]) => name)
      .concat("seq")
      .sort(),
  ).toEqual([...names].sort());
});
test.each(COLUMNS)("1: a row with another %s is found, with its number", async (column, value) => {
  tamper(`update log set ${column} = ${value} where seq = 3`);
  expect(await verified()).toBe(2);
  expect(said).toContain("row 3 is not what was written there");
});

test("1: a row under another number is found", async () => {
  tamper("update log set seq = 40 where seq = 3");
  expect(await verified()).toBe(2);
});

test.each([
  ["first", 1],
  ["one in the middle", 6],
])("2: the %s row taken out is found", async (_which, seq) => {
  tamper(`delete from log where seq = ${seq}`);
  expect(await verified()).toBe(2);
  expect(said).toContain(`row ${seq} is not what was written there`);
});

test("2: the last row taken out is found", async () => {
  tamper(`delete from log where seq = ${ROWS}`);
  expect(await verified()).toBe(3);
  expect(said).toContain(`it ends at row ${ROWS - 1} and has had ${ROWS}`);
});

const insert = `insert into log select 6, at, channel, 'inserted', sessionId, kind, door, youngPersonId, meetingId, itemId,
  reason, facts, previousHash, hash from log where seq = 5`;
const moved = "update log set seq = seq + 1000 where seq > 5; update log set seq = seq - 999 where seq > 1000;";
test("3: a row put in between is found", async () => {
  tamper(`${moved}${insert}`);
  expect(await verified()).toBe(2);
  expect(said).toContain("row 6 is");
});

test("3: a row put in between with hashes that fit is found by what was signed", async () => {
  atTheFile((raw) => {
    raw.exec(`${moved}${insert}`);
    rechain(raw, 6);
  });
  expect(await verified()).toBe(4);
  expect(said).toContain("row 10 is another than at 20");
});

test("4: two rows that changed places are found", async () => {
  tamper(
    "update log set seq = 100 where seq = 3; update log set seq = 3 where seq = 4; update log set seq = 4 where seq = 100",
  );
  expect(await verified()).toBe(2);
});

test("5: a row that stands twice is found", async () => {
  tamper(`insert into log select ${ROWS + 1}, at, channel, actorId, sessionId, kind, door, youngPersonId, meetingId, itemId,
    reason, facts, previousHash, hash from log where seq = ${ROWS}`);
  expect(await verified()).toBe(2);
  expect(said).toContain(`row ${ROWS + 1} is`);
});

test("6: an end that was cut off is found, also when the database has forgotten it", async () => {
  atTheFile((raw) => {
    raw.exec("delete from log where seq > 7");
    forget(raw);
  });
  expect(await verified()).toBe(3);
  expect(said).toContain("it ends at row 7 and has had 10");
});

test("6: a log that is gone altogether is found", async () => {
  atTheFile((raw) => {
    raw.exec("delete from log");
    forget(raw);
  });
  expect(await verified()).toBe(3);
});

test("7: an end that was cut off and written anew is found", async () => {
  atTheFile((raw) => {
    raw.exec("delete from log where seq > 7");
    forget(raw);
  });
  await prepare(process.env);
  for (let n = 8; n <= ROWS + 3; n++) await transact((db) => appendLog(db, [{ ...aRow(n), actorId: "another" }]));
  expect(await verified()).toBe(4);
  expect(said).toContain("It was written anew.");
});

test("8: a log written anew from its beginning with hashes that fit is found", async () => {
  atTheFile((raw) =>
    rechain(raw, 1, (row) => {
      row.actorId = "another";
    }),
  );
  expect(await verified()).toBe(4);
});

const lines = () => readFileSync(checkpoints, "utf8").split("\n").filter(Boolean);
test.each<[string, () => void]>([
  ["other words", () => writeFileSync(checkpoints, readFileSync(checkpoints, "utf8").replace('"seq":5', '"seq":4'))],
  ["the last line taken out", () => writeFileSync(checkpoints, `${lines()[0]}\n`)],
  ["the first line taken out", () => writeFileSync(checkpoints, `${lines()[1]}\n`)],
  ["lines changed about", () => writeFileSync(checkpoints, `${lines().reverse().join("\n")}\n`)],
  ["a line spoilt", () => writeFileSync(checkpoints, `{${lines().join("\n")}\n`)],
  ["a space put in", () => writeFileSync(checkpoints, `${lines().join("\n").replace(",", ", ")}\n`)],
  ["the file gone", () => rmSync(checkpoints)],
])("9: a file of checkpoints with %s is found", async (_what, edit) => {
  edit();
  expect(await verified()).toBe(5);
});

test("9: nothing is added to a file of checkpoints that somebody has edited", async () => {
  writeFileSync(checkpoints, `${lines().reverse().join("\n")}\n`);
  closeDatabase();
  await prepare(process.env);
  await signCheckpoint();
  expect(lines()).toHaveLength(SIGNED_AT.length);
});

test("9: half a line that a crash left is none, and what is signed after it counts", async () => {
  writeFileSync(checkpoints, `${lines().join("\n")}\n{"n":3,"kind":"che`);
  expect(await verified()).toBe(0);
  await signCheckpoint();
  expect(await verified()).toBe(0);
  expect(said).toContain("3 checkpoints");
});

test("9: checkpoints signed with another secret are found", async () => {
  vi.stubEnv("SAMSPOR_SECRET", Buffer.alloc(32, 7).toString("base64"));
  expect(await verified()).toBe(5);
});

test("10: a database put back to an older copy by hand is found; put back by the command it holds", async () => {
  const copy = join(folder, "copy.db");
  expect(await runTask("backup", [copy])).toBe(0);
  for (let n = ROWS + 1; n <= ROWS + 4; n++) await transact((db) => appendLog(db, [aRow(n)]));
  await signCheckpoint();
  closeDatabase();
  for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
  copyFileSync(copy, file);
  expect(await verified()).toBe(3);
  expect(await runTask("audit-verify", [copy])).toBe(0);
  expect(await runTask("restore", [copy])).toBe(0);
  expect(await verified()).toBe(0);
  expect(lines().map((line) => JSON.parse(line).kind)).toEqual([
    "checkpoint",
    "checkpoint",
    "checkpoint",
    "restored",
    "checkpoint",
  ]);
});

test("10: a copy whose log is not the one that was signed here is put back only when it is said so", async () => {
  const copy = join(folder, "copy.db");
  await runTask("backup", [copy]);
  closeDatabase();
  const raw = new Database(copy);
  raw.exec("drop trigger log_is_not_changed");
  rechain(raw, 1, (row) => {
    row.actorId = "another";
  });
  raw.close();
  expect(await runTask("restore", [copy])).toBe(4);
  expect(said).toContain("Nothing was put back.");
  expect(await verified()).toBe(0);
  expect(await runTask("restore", [copy, "--other-log"])).toBe(0);
  expect(await verified()).toBe(0);
});

test("11: writers at once leave one chain, and a row made beside it is found", async () => {
  const raw = new Database(file, { timeout: 5000 });
  const other = (n: number) =>
    raw
      .transaction(() => {
        const { seq, hash } = raw.prepare("select seq, hash from log order by seq desc limit 1").get() as {
          seq: number;
          hash: string;
        };
        const row = aRow(n);
        raw
          .prepare(`insert into log values (${Array.from({ length: 14 }, () => "?").join()})`)
          .run(
            ...[seq + 1, row.at, row.channel, row.actorId, row.sessionId, row.kind, row.door, row.youngPersonId],
            ...[row.meetingId, row.itemId, row.reason, JSON.stringify(row.facts), hash, hashOfRow(seq + 1, row, hash)],
          );
      })
      .immediate();
  const ours = Array.from({ length: 20 }, () => transact((db) => appendLog(db, [aRow(ROWS)])));
  for (let n = 0; n < 20; n++) {
    other(ROWS);
    await new Promise((turn) => setImmediate(turn));
  }
  await Promise.all(ours);
  raw.close();
  expect(await verified()).toBe(0);
  expect(said).toContain(`The log holds: ${ROWS + 40} rows`);
  // Both read the same end and wrote: one of them stands on a row that is no longer the last.
  tamper("update log set previousHash = (select previousHash from log where seq = 11) where seq = 12");
  expect(await verified()).toBe(2);
});

test("12: a clock that was set back between rows is found, with everything else whole", async () => {
  await transact((db) => appendLog(db, [aRow(-60)]));
  expect(await verified()).toBe(6);
  expect(said).toContain(`clock goes back at row ${ROWS + 1}`);
});

test("rows of one moment that were written a little out of their order are no damage", async () => {
  await transact((db) => appendLog(db, [aRow(ROWS - 2)]));
  expect(await verified()).toBe(0);
});

test("the public key is printed for whoever holds the file against it without the secret", async () => {
  expect(await runTask("audit-verify", ["--public-key"])).toBe(0);
  expect(said).toMatch(/^MCowBQYDK2VwAyEA[\w+/]+=*\n$/);
});
