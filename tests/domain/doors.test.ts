import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { closeDatabase, databaseFile, openDatabase, rawDatabase, read, tables, transact } from "#db/index.server.ts";
import { type Actor, system } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { type Outcome, onOutcome } from "#domain/changes.server.ts";
import { now } from "#domain/clock.server.ts";
import { type Command, carryOut, command } from "#domain/command.server.ts";
import { Declined, invalid, missing, refused } from "#domain/errors.ts";
import { newId } from "#domain/ids.server.ts";
import { anyText, input, rowId, seenVersion, someText } from "#domain/input.server.ts";
import { coverWatch } from "#domain/log/covered.server.ts";
import { type Look, type Query, query } from "#domain/query.server.ts";
import { revise } from "#domain/revise.server.ts";
import { itemTopic } from "#domain/topics.ts";
import { aMeeting, anItem, aStaffMember, as, asks, aYoungPerson, does, tryTo } from "../support/builders.ts";
import { aDatabase } from "../support/database.ts";

aDatabase();
const { agendaItem, log, staff } = tables;

const modules = import.meta.glob<Record<string, unknown>>("../../app/domain/*/*.server.ts", { eager: true });
const exported = Object.entries(modules).flatMap(([path, module]) =>
  Object.entries(module)
    .filter(([, value]) => typeof value === "object" && value !== null && "run" in value && "name" in value)
    .map(([name, value]) => ({
      at: `${path.split("domain/").at(-1)} ${name}`,
      door: value as Partial<Command & Query>,
    })),
);
const commands = exported.filter(({ door }) => door.input);
const queries = exported.filter(({ door }) => !door.input);

let person = "";
let colleague = "";
let other = "";
let itemId = "";
let meetingId = "";
let youngPersonId = "";
beforeAll(async () => {
  person = await aStaffMember("coordinator");
  colleague = await aStaffMember("coordinator");
  other = await aStaffMember("external");
  meetingId = await aMeeting({ chairId: person });
  youngPersonId = await aYoungPerson();
  itemId = await anItem({ meetingId, youngPersonId });
});

const notOther = async ({ actor }: { actor: Actor }) =>
  actor.kind === "staff" && actor.id === other ? { no: "missing" as const } : { by: "the test" };
const yes = async () => ({ by: "the test" });
const question = {
  kind: "item" as const,
  byIds: async (db: Parameters<Parameters<typeof read>[0]>[0], ids: string[]) =>
    (
      await db
        .select({ id: agendaItem.id, question: agendaItem.question })
        .from(agendaItem)
        .where(eq(agendaItem.id, ids[0] ?? ""))
    ).map((row) => ({ kind: "item" as const, ...row })),
};

/** A command like any other: it changes the item's question. */
const ask = command("test-ask", {
  input: input({ itemId: rowId, question: someText(200), ends: anyText(20) }),
  allow: notOther,
  async run({ db, input: { itemId, question: text, ends }, by, record, touch, newId }) {
    const [item] = await db.select().from(agendaItem).where(eq(agendaItem.id, itemId));
    if (!item) throw missing();
    const asked = await revise(db, agendaItem, item, { question: text }, by);
    record({ kind: "item-changed", itemId, youngPersonId: item.youngPersonId });
    touch(itemTopic(itemId), question, itemId);
    if (ends === "refuse") throw refused();
    if (ends === "invalid") throw invalid("question", "required");
    if (ends === "break") throw new Error("a bug");
    return { version: asked.version, made: newId() };
  },
});

const rowsOf = (name: string) => rawDatabase().prepare(`select count(*) from "${name}"`).pluck().get() as number;
const questionNow = async () =>
  (await read((db) => db.select().from(agendaItem).where(eq(agendaItem.id, itemId))))[0]?.question;
const lastRow = async () => (await read((db) => db.select().from(log).orderBy(sql`seq desc`).limit(1)))[0];

async function outcomesOf(work: () => Promise<unknown>): Promise<Outcome[]> {
  const heard: Outcome[] = [];
  const stop = onOutcome((outcome) => heard.push(outcome));
  await work().catch(() => undefined);
  stop();
  return heard;
}

test("every command and every query says who may", () => {
  expect(commands.length).toBeGreaterThan(40);
  expect(queries.length).toBeGreaterThan(5);
  expect(exported.filter(({ door }) => typeof door.allow !== "function").map(({ at }) => at)).toEqual([]);
});

test("no two commands and no two queries share a name, and names are words with hyphens", () => {
  for (const doors of [commands, queries]) {
    const names = doors.map(({ door }) => door.name ?? "");
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  }
});

test("an input takes exactly its fields: whatever else is sent is as if nothing were there", () => {
  const lax = commands.filter(({ door }) => {
    const parsed = (door as unknown as Command<unknown>).input.safeParse({ "not-a-field": "x" });
    return !parsed.error?.issues.some(({ code }) => code === "unrecognized_keys");
  });
  expect(lax.map(({ at }) => at)).toEqual([]);
});

test("an extra field beside the right ones is refused before anything is looked at", async () => {
  const before = await questionNow();
  expect(await tryTo(ask, { itemId, question: "Hvad nu?", approvedAt: "2026-11-21" }, person)).toEqual({
    ok: false,
    no: "missing",
  });
  expect(await questionNow()).toBe(before);
});

test("a command that is refused, declined or broken leaves no row but the log's own and publishes nothing", async () => {
  const before = {
    question: await questionNow(),
    revisions: rowsOf("revision"),
    seqs: rowsOf("topic_seq"),
    keys: rowsOf("command_key"),
  };
  const tries = [
    () => tryTo(ask, { itemId, question: "Af en, der ikke må" }, other),
    () => tryTo(ask, { itemId, question: "Halvt", ends: "refuse" }, person),
    () => tryTo(ask, { itemId, question: "Halvt", ends: "invalid" }, person),
    () => tryTo(ask, { itemId, question: "Halvt", ends: "break" }, person),
    () => tryTo(ask, { itemId, question: "" }, person),
  ];
  const logged = rowsOf("log");
  for (const attempt of tries) expect(await outcomesOf(attempt)).toEqual([]);
  expect({
    question: await questionNow(),
    revisions: rowsOf("revision"),
    seqs: rowsOf("topic_seq"),
    keys: rowsOf("command_key"),
  }).toEqual(before);
  // The two that were told no for lack of a right stand in the log; wrong fields and bugs do not.
  expect(rowsOf("log")).toBe(logged + 2);
  expect(await lastRow()).toMatchObject({
    kind: "refused",
    door: "test-ask",
    actorId: person,
    itemId: null,
    facts: {},
  });
});

test("what a command did stands in the log, with who, why and for whom, in the same commit", async () => {
  const at = now();
  await does(ask, { itemId, question: "Hvem tager over?" }, person, { now: at });
  expect(await lastRow()).toMatchObject({
    at,
    kind: "item-changed",
    door: "test-ask",
    channel: "page",
    actorId: person,
    sessionId: `session-${person}`,
    reason: "the test",
    itemId,
    youngPersonId,
  });
});

test("the same key has one effect and the same answer: again, at the same time, and after a restart", async () => {
  const key = newId();
  const send = () => tryTo(ask, { itemId, question: "Én gang" }, person, { key });
  const revisions = rowsOf("revision");
  const together = await Promise.all([send(), send(), send()]);
  const again = await send();
  const file = databaseFile();
  closeDatabase();
  openDatabase(file);
  const after = await send();
  expect(rowsOf("revision")).toBe(revisions + 1);
  expect(after).toMatchObject({ ok: true, changes: [{ topic: itemTopic(itemId), put: [{ question: "Én gang" }] }] });
  for (const answer of [...together, again]) expect(answer).toEqual(after);
});

test("the same key by another person is that person's own", async () => {
  const key = newId();
  const one = await does(ask, { itemId, question: "Af den ene" }, person, { key });
  const two = await does(ask, { itemId, question: "Af den anden" }, colleague, { key });
  expect(two.answer.version).toBe(one.answer.version + 1);
  expect(two.answer.made).not.toBe(one.answer.made);
  expect(await questionNow()).toBe("Af den anden");
});

test("a key that was used for another command opens nothing", async () => {
  const key = newId();
  const elsewhere = command("test-elsewhere", { input: input({}), allow: yes, run: async () => "done" });
  await does(ask, { itemId, question: "Her" }, person, { key });
  expect(await tryTo(elsewhere, {}, person, { key })).toEqual({ ok: false, no: "missing" });
});

test("a key gives no answer to whoever has lost the right since", async () => {
  let mays = true;
  const once = command("test-once", {
    input: input({}),
    allow: async () => (mays ? { by: "the test" } : { no: "refused" }),
    run: async () => "secret",
  });
  const key = newId();
  expect(await tryTo(once, {}, person, { key })).toMatchObject({ ok: true, answer: "secret" });
  mays = false;
  expect(await tryTo(once, {}, person, { key })).toEqual({ ok: false, no: "refused" });
});

test("an answer that holds a token is not kept", async () => {
  const token = command("test-token", {
    input: input({}),
    allow: yes,
    secret: true,
    run: async () => ({ token: "t0ken-in-plain" }),
  });
  const key = newId();
  await carryOut(token, {}, asker(as(person), now(), "page"), key);
  const kept = await read((db) => db.select().from(tables.commandKey).where(eq(tables.commandKey.key, key)));
  expect(kept).toEqual([]);
});

test("of ten who edit the same row at once one is taken, nine are shown what stands, and when they try on none is lost", async () => {
  const add = command("test-add", {
    input: input({ version: seenVersion, word: someText(20) }),
    allow: yes,
    async run({ db, input: { version, word }, by, record }) {
      const [row] = await db.select().from(staff).where(eq(staff.id, other));
      await revise(db, staff, { id: other, version }, { title: `${row?.title} ${word}` }, by);
      record({ kind: "staff-changed" });
    },
  });
  const words = Array.from({ length: 10 }, (_, n) => `ord${n}`);
  const standing = async () => (await read((db) => db.select().from(staff).where(eq(staff.id, other))))[0];
  const first = (await standing())?.version;
  const answers = await Promise.all(words.map((word) => tryTo(add, { version: first, word }, person)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  for (const answer of answers.filter(({ ok }) => !ok))
    expect(answer).toMatchObject({
      no: "conflict",
      now: { title: expect.stringMatching(/ord/), version: (first ?? 0) + 1 },
    });
  let left = words.filter((_, n) => !answers[n]?.ok);
  while (left.length > 0) {
    const version = (await standing())?.version;
    const tried = await Promise.all(left.map((word) => tryTo(add, { version, word }, person)));
    left = left.filter((_, n) => !tried[n]?.ok);
  }
  const title = (await standing())?.title ?? "";
  expect(words.filter((word) => !title.includes(word))).toEqual([]);
});

const look = query("test-look", {
  allow: notOther,
  async run({ saw, snapshot, input }: Look<{ itemId: string }>) {
    const rows = await snapshot(itemTopic(input.itemId), []);
    saw({ youngPersonId, itemId: input.itemId, topic: rows.topic, seq: rows.seq });
    return rows;
  },
});
const reads = () =>
  rawDatabase().prepare("select count(*) from log where kind = 'read' and door = 'test-look'").pluck().get() as number;

test("whoever reads about a young person stands in the log before the answer leaves", async () => {
  const { seq } = await asks(look, { itemId }, person);
  expect(await lastRow()).toMatchObject({
    kind: "read",
    door: "test-look",
    actorId: person,
    youngPersonId,
    itemId,
    reason: "the test",
    facts: { seq },
  });
});

test("no log, no answer", async () => {
  rawDatabase().exec("create trigger log_is_full before insert on log begin select raise(abort, 'no room'); end");
  try {
    await expect(asks(look, { itemId }, colleague)).rejects.toThrow();
    await expect(does(ask, { itemId, question: "Uden spor" }, person)).rejects.toThrow();
  } finally {
    rawDatabase().exec("drop trigger log_is_full");
  }
  expect(await questionNow()).not.toBe("Uden spor");
  await asks(look, { itemId }, colleague);
  expect(await lastRow()).toMatchObject({ kind: "read", actorId: colleague });
});

test("a read that is refused is logged without whom it was about", async () => {
  await expect(asks(look, { itemId }, other)).rejects.toBeInstanceOf(Declined);
  expect(await lastRow()).toMatchObject({
    kind: "refused",
    door: "test-look",
    actorId: other,
    youngPersonId: null,
    itemId: null,
  });
});

test("the same state read again within 15 minutes adds no row; a later state, a later time and another session do", async () => {
  const at = Date.parse(now());
  const after = (minutes: number) => new Date(at + minutes * 60_000).toISOString();
  const added = async (by: string, minutes: number) => {
    const before = reads();
    await asks(look, { itemId }, by, after(minutes));
    return reads() - before;
  };
  await does(ask, { itemId, question: "Nyt" }, person);
  expect(await added(person, 1)).toBe(1);
  expect(await added(person, 10)).toBe(0);
  expect(await added(colleague, 10)).toBe(1);
  expect(await added(person, 17)).toBe(1);
  await does(ask, { itemId, question: "Endnu nyere" }, person);
  expect(await added(person, 18)).toBe(1);
});

test("while the session watches the topic its reads are covered by the watch, and no longer", async () => {
  await does(ask, { itemId, question: "Set af en, der følger med" }, person);
  coverWatch(as(person), itemTopic(itemId), 1);
  const before = reads();
  await asks(look, { itemId }, person);
  await does(ask, { itemId, question: "Og igen" }, person);
  await asks(look, { itemId }, person);
  expect(reads()).toBe(before);
  coverWatch(as(person), itemTopic(itemId), -1);
  await asks(look, { itemId }, person);
  expect(reads()).toBe(before + 1);
});

test("reads without a topic are told apart by whom, which item and which meeting they showed", async () => {
  const list = query("test-list", {
    allow: yes,
    async run({ saw, input }: Look<{ meetingId: string }>) {
      saw({ meetingId: input.meetingId });
    },
  });
  const rows = () => rawDatabase().prepare("select count(*) from log where door = 'test-list'").pluck().get();
  const second = await aMeeting({ chairId: person });
  await asks(list, { meetingId }, person);
  await asks(list, { meetingId: second }, person);
  await asks(list, { meetingId }, person);
  expect(rows()).toBe(2);
});

test("a stale version keeps the former row; the one before stands in the revisions as it was", async () => {
  const [before] = await read((db) => db.select().from(agendaItem).where(eq(agendaItem.id, itemId)));
  await does(ask, { itemId, question: "Efter" }, person);
  const [kept] = await read((db) =>
    db.select().from(tables.revision).where(eq(tables.revision.rowId, itemId)).orderBy(sql`seq desc`).limit(1),
  );
  expect(kept).toMatchObject({ tableName: "agenda_item", version: before?.version, row: before, byId: person });
});

test("a revision leaves what it does not name, also where a value is left open", async () => {
  await transact(async (db) => {
    const [row] = await db.select().from(staff).where(eq(staff.id, other));
    if (row) await revise(db, staff, row, { phone: undefined, title: "Tolk" }, { now: now(), staffId: null });
  });
  await transact(async (db) => {
    const [row] = await db.select().from(staff).where(eq(staff.id, other));
    if (row)
      expect(
        await revise(db, staff, row, { phone: "1234", language: undefined }, { now: now(), staffId: null }),
      ).toMatchObject({ phone: "1234", title: "Tolk", language: "da" });
  });
});

test("commands of the system itself can be given by nobody else", async () => {
  const own = commands.filter(({ door }) =>
    ["start-session", "unlock-session", "choose-password", "remove-old-rows", "mark-restored"].includes(
      door.name ?? "",
    ),
  );
  expect(own).toHaveLength(5);
  for (const { door } of own) {
    const at = { db: undefined as never, input: {} as never, actor: as(person), now: now(), today: "2026-11-21" };
    expect(await door.allow?.(at)).toEqual({ no: "missing" });
    expect(await door.allow?.({ ...at, actor: system })).toHaveProperty("by");
  }
});
