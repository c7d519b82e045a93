import { beforeAll, beforeEach, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import type { Facts } from "#domain/events.ts";
import { newId } from "#domain/ids.server.ts";
import { appendLog, rowOf } from "#domain/log/append.server.ts";
import { itemAsItStood, type Part } from "#domain/log/as-it-stood.server.ts";
import { unmask } from "#domain/log/commands.server.ts";
import { momentOf } from "#domain/log/moment.server.ts";
import { revise } from "#domain/revise.server.ts";
import { itemTopic } from "#domain/topics.ts";
import { aMeeting, anItem, aStaffMember, as, aYoungPerson, does } from "../support/builders.ts";
import { aDatabase } from "../support/database.ts";

aDatabase();
const { optionPresented, paragraph } = tables;

let coordinator = "";
let dpo = "";
let young = "";
let itemId = "";
beforeAll(async () => {
  coordinator = await aStaffMember("coordinator");
  dpo = await aStaffMember("dpo");
});
beforeEach(async () => {
  began = Date.parse(now());
  young = await aYoungPerson({ firstName: "Alma", lastName: "Prøvelund" });
  itemId = await anItem({ meetingId: await aMeeting({ chairId: coordinator }), youngPersonId: young });
});

let began = 0;
/** Counted from when the item was made. */
const minute = (n: number) => new Date(began + n * 60_000).toISOString();

async function anOption(text: string): Promise<string> {
  const id = newId();
  await transact((db) => db.insert(optionPresented).values({ id, itemId, text }));
  return id;
}
const changed = (id: string, version: number, set: { text?: string; removedAt?: string }, at: string) =>
  transact((db) => revise(db, optionPresented, { id, version }, set, { now: at, staffId: coordinator }));
const stood = (moment: string, part: Part = "open_in_forum", texts = true) =>
  read((db) => itemAsItStood(db, itemId, { moment, part, texts }));
const optionsAt = async (moment: string) =>
  (await stood(moment)).filter(({ table }) => table === "option_presented").map(({ version, text }) => [version, text]);

test("a row stands as the version that was replaced next after the moment, and as it is now after the last", async () => {
  const id = await anOption("Værksted");
  const [first, second, third] = [minute(1), minute(10), minute(20)];
  await changed(id, 1, { text: "Værksted to dage" }, second);
  await changed(id, 2, { text: "Værksted tre dage" }, third);
  expect(await optionsAt(first)).toEqual([[1, "Værksted"]]);
  expect(await optionsAt(second)).toEqual([[2, "Værksted to dage"]]);
  expect(await optionsAt(minute(15))).toEqual([[2, "Værksted to dage"]]);
  expect(await optionsAt(third)).toEqual([[3, "Værksted tre dage"]]);
});

test("a row did not stand before it was made, nor after it was removed", async () => {
  const before = minute(-1);
  const id = await anOption("Praktik");
  const removed = minute(10);
  await changed(id, 1, { removedAt: removed }, removed);
  expect(await stood(before)).toEqual([]);
  expect(await optionsAt(minute(5))).toEqual([[1, "Praktik"]]);
  expect(await optionsAt(removed)).toEqual([]);
});

test("each row says how sensitive it is by what stood in it, and its text only when it is asked for", async () => {
  await anOption("Bolig");
  const rows = await stood(minute(1));
  expect(rows.map(({ table, sensitivity }) => [table, sensitivity])).toEqual([
    ["agenda_item", "K4"],
    ["option_presented", "K4"],
    ["item_closing", "K1"],
  ]);
  expect(rows[0]?.text).toBe("Hvem tager over, når støtten stopper ved 18 år?");
  expect((await stood(minute(1), "open_in_forum", false)).map(({ text }) => text)).toEqual([null, null, null]);
});

test("what the young person said to an agreement stands with it", async () => {
  const made = { itemId, youngPersonId: young, number: 1, position: 1, state: "agreed", createdAt: minute(0) } as const;
  const said = { id: newId(), text: "Ringer til skolen", youthAnswer: "no", youthWords: "Ikke den skole" } as const;
  await transact((db) => db.insert(tables.action).values({ ...made, ...said }));
  const [row] = (await stood(minute(1))).filter(({ table }) => table === "action");
  expect(row?.text).toBe("Ringer til skolen\nIkke den skole");
});

test("what stands in a class above the shared is in that class alone, what was handed in is in none, and a card is the question", async () => {
  const write = (set: { kind: "remark" | "handed_in"; textClass?: "health"; text: string }) =>
    transact((db) => db.insert(paragraph).values({ id: newId(), itemId, authorId: coordinator, ...set }));
  await write({ kind: "remark", text: "Det fælles" });
  await write({ kind: "remark", textClass: "health", text: "Om helbred" });
  await write({ kind: "handed_in", text: "Nåede ikke med" });
  const at = minute(1);
  const texts = async (part: Part) =>
    (await stood(at, part)).filter(({ table }) => table === "paragraph").map(({ text }) => text);
  expect(await texts("open_in_forum")).toEqual(["Det fælles"]);
  expect((await stood(at, "health")).map(({ text }) => text)).toEqual(["Om helbred"]);
  expect((await stood(at, "card")).map(({ table }) => table)).toEqual(["agenda_item"]);
});

const aPageShowed = (door: string, at: string, about: { item?: string; facts?: Facts } = {}) =>
  transact((db) =>
    appendLog(db, [
      rowOf(asker(as(coordinator), at, "page"), "read", door, {
        youngPersonId: young,
        itemId: about.item ?? null,
        facts: about.facts ?? {},
      }),
    ]),
  );
const momentAt = (at: string) =>
  read((db) => momentOf(db, { me: dpo, now: now(), staffId: coordinator, at })).then(({ pages }) => pages);

test("what somebody saw at a moment includes what pages had shown shortly before, each thing the last time, the newest first", async () => {
  await aPageShowed("people-around", minute(1));
  await aPageShowed("start", minute(8), { item: itemId, facts: { seq: 1 } });
  await aPageShowed("start", minute(20), { item: itemId, facts: { seq: 1 } });
  const [last, later] = [minute(25), minute(33)];
  await aPageShowed("board", last, { item: itemId, facts: { topic: itemTopic(itemId), seq: 4 } });
  expect((await momentAt(minute(30))).map(({ door, seq }) => [door, seq])).toEqual([
    ["board", 4],
    ["start", 1],
    ["people-around", null],
  ]);
  expect((await momentAt(last)).map(({ door }) => door)).toContain("board");
  expect((await momentAt(later)).map(({ door }) => door)).toEqual(["board", "start"]);
  expect(await momentAt(minute(0))).toEqual([]);
  expect((await momentAt(minute(9))).map(({ door }) => door)).toEqual(["start", "people-around"]);
});

test("the rows of a page are as they stood when it showed them: of the item where its topic was read, else its question alone", async () => {
  const option = await anOption("Fritidsjob");
  await aPageShowed("start", minute(2), { item: itemId, facts: { seq: 1 } });
  await aPageShowed("board", minute(3), { item: itemId, facts: { topic: itemTopic(itemId), seq: 4 } });
  await changed(option, 1, { text: "Noget andet" }, minute(5));
  const [board, start] = await momentAt(minute(6));
  expect(board?.rows.map(({ table }) => table)).toEqual(["agenda_item", "option_presented", "item_closing"]);
  expect(board?.rows.every(({ text }) => text === null)).toBe(true);
  expect(start?.rows.map(({ table }) => table)).toEqual(["agenda_item"]);
  await does(unmask, { youngPersonId: young, reason: "Klage" }, dpo, { now: now() });
  const [shown] = await momentAt(minute(6));
  expect(shown?.rows.map(({ text }) => text)).toContain("Fritidsjob");
});
