import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { system } from "#domain/actor.ts";
import { writeAddress } from "#domain/address/commands.server.ts";
import { asker } from "#domain/asker.server.ts";
import { carryOut } from "#domain/command.server.ts";
import { raiseConcern, takeConcern } from "#domain/guides/concern-commands.server.ts";
import { changeContact, removeContact, writeContact } from "#domain/guides/contact-commands.server.ts";
import { contacts } from "#domain/guides/contacts.server.ts";
import { EVERYBODY } from "#domain/guides/list-filters.ts";
import { mine } from "#domain/guides/mine.server.ts";
import { setNotifyAt } from "#domain/guides/notify-commands.server.ts";
import { setIntensity, setPhone } from "#domain/guides/rhythm-commands.server.ts";
import { removeOldRows } from "#domain/housekeeping/commands.server.ts";
import { newId } from "#domain/ids.server.ts";
import { staffList } from "#domain/staff/queries.server.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { anAssignment, aStaffMember, asks, aYoungPerson, does, NOW, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";

aDatabase();

let guide: string;
let cover: string;
let coordinator: string;
let leader: string;
let worker: string;
let young: string;
let place: string;

const wrote = {
  ...{ channel: "phone", result: "met", company: "only_us", kind: "case_note", text: "Vi talte om fredag." },
  ...{ minutes: "", nextOn: "", nextTime: "", nextPlace: "", score: "" },
};

beforeAll(async () => {
  guide = await aStaffMember("youth_guide", { name: "Mikkel" });
  cover = await aStaffMember("youth_guide", { name: "Ida" });
  coordinator = await aStaffMember("coordinator");
  leader = await aStaffMember("leader", { name: "Lone Leder" });
  worker = await aStaffMember("caseworker");
  young = await aYoungPerson({ firstName: "Alma", lastName: "Prøvegaard" });
  place = await anAssignment(young, guide);
  await anAssignment(young, worker, "caseworker");
});

const write = (set: object = {}, by = guide) => tryTo(writeContact, { ...wrote, youngPersonId: young, ...set }, by);
const listOf = async (by: string) => (await asks(contacts, { youngPersonId: young, from: 0 }, by)).contacts;
const ownOf = async (by: string) => (await asks(mine, { filters: EVERYBODY }, by)).youngPeople;

describe("a contact", () => {
  test("is person, sentence, save; those who go with the young person read it, and nobody else knows of it", async () => {
    expect(await write()).toMatchObject({ ok: true });
    expect(await listOf(guide)).toMatchObject([{ text: "Vi talte om fredag.", channel: "phone", result: "met" }]);
    expect(await listOf(worker)).toHaveLength(1);
    await expect(listOf(coordinator)).rejects.toMatchObject({ answer: { no: "refused" } });
    await expect(listOf(cover)).rejects.toMatchObject({ answer: { no: "missing" } });
    expect(await write({}, cover)).toMatchObject({ no: "missing" });
    expect(await write({}, coordinator)).toMatchObject({ no: "refused" });
  });

  test("needs a sentence when they met, and none when nobody answered", async () => {
    expect(await write({ text: "" })).toMatchObject({ problems: { text: "required" } });
    expect(await write({ text: "", result: "no_answer" })).toMatchObject({ ok: true });
  });

  test.each([
    [{ text: "Ring til 010203-1234" }, { text: "has-cpr" }],
    [{ nextOn: "31/2" }, { nextOn: "no-such-day" }],
    [{ nextOn: "1/1-2020" }, { nextOn: "gone" }],
    [{ nextOn: "1/12", nextTime: "25" }, { nextTime: "no-such-time" }],
    [{ minutes: "en" }, { minutes: "number" }],
    [{ minutes: "0" }, { minutes: "number" }],
    [{ score: "11" }, { score: "zero-to-ten" }],
    [{ happenedAt: "2026-01-01T09:00:00.000Z" }, { happenedAt: "gone" }],
  ])("%o is told at its field", async (set, problems) => {
    expect(await write(set)).toMatchObject({ no: "invalid", problems });
  });

  test("the hour is kept as it is written here, and is gone with its day", async () => {
    await write({ nextOn: "1/12", nextTime: "09:30", nextPlace: "caféen" });
    expect((await listOf(guide))[0]).toMatchObject({ nextOn: "2026-12-01", nextTime: "9.30", nextPlace: "caféen" });
    await write({ nextTime: "9", nextPlace: "caféen" });
    expect((await listOf(guide))[0]).toMatchObject({ nextOn: null, nextTime: "", nextPlace: "" });
  });

  test("sent three times with one key it is one", async () => {
    const before = (await listOf(guide)).length;
    const key = newId();
    for (let n = 0; n < 3; n++)
      expect(await tryTo(writeContact, { ...wrote, youngPersonId: young }, guide, { key })).toMatchObject({ ok: true });
    expect(await listOf(guide)).toHaveLength(before + 1);
  });

  test("what was written without a net counts from when it was written", async () => {
    const happenedAt = new Date(Date.parse(NOW) - 3 * 3_600_000).toISOString();
    await does(writeContact, { ...wrote, youngPersonId: young, happenedAt }, guide, { now: NOW });
    expect((await listOf(guide)).map((one) => one.happenedAt)).toContain(happenedAt);
  });

  test.each([5, 6.5, 8, 13])("a note whose answer was lost, sent again %d days later, is one", async (days) => {
    const key = newId();
    const set = { ...wrote, youngPersonId: young, happenedAt: NOW, text: `Svaret kom ikke i ${days} dage.` };
    expect(await tryTo(writeContact, set, guide, { key, now: NOW })).toMatchObject({ ok: true });
    const later = new Date(Date.parse(NOW) + days * 24 * 3_600_000).toISOString();
    await carryOut(removeOldRows, {}, asker(system, later, "system"), newId());
    await tryTo(writeContact, set, guide, { key, now: later });
    expect((await listOf(guide)).filter(({ text }) => text === set.text)).toHaveLength(1);
  });

  test("whoever wrote it puts it right or takes it away; the others read it", async () => {
    const id = newId();
    await write({ id });
    const change = { ...wrote, id, version: 1, text: "Vi talte om lørdag." };
    const { score: _, ...changed } = change;
    expect(await tryTo(changeContact, changed, worker)).toMatchObject({ no: "refused" });
    await does(changeContact, changed, guide);
    expect((await listOf(worker)).find((one) => one.id === id)?.text).toBe("Vi talte om lørdag.");
    expect(await tryTo(changeContact, changed, guide)).toMatchObject({ no: "conflict" });
    await does(removeContact, { id, version: 2 }, guide);
    expect((await listOf(guide)).find((one) => one.id === id)).toBeUndefined();
    expect(await tryTo(removeContact, { id, version: 3 }, guide)).toMatchObject({ no: "missing" });
  });

  test("an own reminder is read by its keeper alone, and by nobody after its day", async () => {
    const id = newId();
    await write({ id, kind: "reminder" });
    const has = async (by: string, now?: string) =>
      (await asks(contacts, { youngPersonId: young, from: 0 }, by, now)).contacts.some((one) => one.id === id);
    expect([await has(guide), await has(worker)]).toEqual([true, false]);
    expect([await has(guide, "2027-05-20T09:00:00.000Z"), await has(guide, "2027-06-20T09:00:00.000Z")]).toEqual([
      true,
      false,
    ]);
  });

  test("after its day it is deleted, with every former text of it", async () => {
    const id = newId();
    await write({ id, kind: "reminder", text: "Husk kortet til bussen." });
    const { score: _, ...set } = wrote;
    await does(changeContact, { ...set, id, version: 1, kind: "reminder", text: "Husk kortet til toget." }, guide);
    const left = async () => ({
      rows: await read((db) => db.select().from(tables.contactEntry).where(eq(tables.contactEntry.id, id))),
      former: await read((db) => db.select().from(tables.revision).where(eq(tables.revision.rowId, id))),
    });
    const keepHouse = (now: string) => carryOut(removeOldRows, {}, asker(system, now, "system"), newId());
    await keepHouse("2027-05-20T09:00:00.000Z");
    expect(await left()).toMatchObject({ rows: [{ id }], former: [{ rowId: id }] });
    await keepHouse("2027-06-20T09:00:00.000Z");
    expect(await left()).toEqual({ rows: [], former: [] });
  });

  test("a note to the case stays one: others have read it, and a reminder is deleted", async () => {
    const id = newId();
    expect(await write({ id, text: "Hun begynder mandag." })).toMatchObject({ ok: true });
    const { score: _, ...same } = { ...wrote, version: 1 };
    expect(await tryTo(changeContact, { ...same, id, kind: "reminder" }, guide)).toMatchObject({
      problems: { kind: "stays-note" },
    });
    const reminder = newId();
    await write({ id: reminder, kind: "reminder", text: "Husk nøglen" });
    expect(await tryTo(changeContact, { ...same, id: reminder }, guide)).toMatchObject({ ok: true });
  });

  test("an own reminder is no contact: nothing in it moves the rhythm, the tries, the next day or how it goes, for anybody", async () => {
    const other = await aYoungPerson({});
    const [keeper, second] = [await aStaffMember("youth_guide"), await aStaffMember("youth_guide")];
    const [own] = [await anAssignment(other, keeper), await anAssignment(other, second)];
    await does(setIntensity, { id: own, version: 1, intensity: "A" }, keeper);
    await transact((db) =>
      db.update(tables.assignment).set({ fromOn: "2026-10-01" }).where(eq(tables.assignment.id, own)),
    );
    const stands = async (by: string) => {
      const one = (await ownOf(by)).find(({ id }) => id === other);
      return { standing: one?.standing, reasons: one?.reasons };
    };
    for (const result of ["no_answer", "no_answer"])
      await write(
        { youngPersonId: other, result, text: "", nextOn: "1/12", nextTime: "13", nextPlace: "caféen" },
        keeper,
      );
    const before = [await stands(keeper), await stands(second)];
    expect(before[0]).toMatchObject({ reasons: [{ kind: "over" }], standing: { metOn: null, tries: 2 } });
    const full = { channel: "home", nextOn: "24/12", nextTime: "8", nextPlace: "hos mor", minutes: "20", score: "9" };
    for (const result of ["met", "no_answer", "did_not_come"])
      await write({ youngPersonId: other, kind: "reminder", result, ...full }, keeper);
    expect([await stands(keeper), await stands(second)]).toEqual(before);
    const page = await asks(contacts, { youngPersonId: other, from: 0 }, keeper);
    expect(page.ratings).toEqual([]);
    expect(page.contacts.filter(({ kind }) => kind === "reminder")).toHaveLength(3);
    expect(page.standing).toEqual(before[0]?.standing);
  });

  test("an own reminder is a text and no more, and needs one", async () => {
    const set = { kind: "reminder", result: "no_answer" };
    expect(await write({ ...set, text: "" })).toMatchObject({ problems: { text: "required" } });
    await write({ ...set, text: "Husk nøglen.", nextOn: "1/12", nextTime: "13", minutes: "5" });
    expect((await listOf(guide)).find(({ text }) => text === "Husk nøglen.")).toMatchObject({
      ...{ nextOn: null, nextTime: "", minutes: null, result: "met" },
    });
  });

  test("when the case has ended the contact is kept, but no number in the plan; and they stand on nobody's list", async () => {
    const other = await aYoungPerson({});
    const going = await aStaffMember("youth_guide");
    await anAssignment(other, going);
    const ended = { state: "closed", sinceOn: "2026-11-01", openedOn: "2026-01-01", endedAt: NOW } as const;
    await transact((db) => db.insert(tables.coordinationCase).values({ id: newId(), youngPersonId: other, ...ended }));
    expect(await write({ youngPersonId: other, score: "7" }, going)).toMatchObject({
      no: "refused",
      because: "case-ended",
    });
    expect(await write({ youngPersonId: other }, going)).toMatchObject({ ok: true });
    expect((await ownOf(going)).map(({ id }) => id)).not.toContain(other);
  });

  test("how it goes, in their own number, takes the place of an earlier one of that day", async () => {
    await write({ score: "4" });
    await write({ score: "6" });
    const page = await asks(contacts, { youngPersonId: young, from: 0 }, guide);
    expect(page.ratings.map(({ score }) => score)).toEqual([6]);
  });

  test("it is in the log, without its words", async () => {
    const rows = await logOf("write-contact");
    expect(rows.length).toBeGreaterThan(5);
    expect(JSON.stringify(rows)).not.toContain("fredag");
  });
});

describe("the guide's own page", () => {
  test("has those they go with, and says by the rhythm whom to contact", async () => {
    await does(setIntensity, { id: place, version: 1, intensity: "A" }, guide);
    expect(await ownOf(guide)).toMatchObject([
      { id: young, place: { intensity: "A", primary: true }, covered: null, reasons: [] },
    ]);
    expect(await ownOf(cover)).toEqual([]);
    await expect(asks(mine, { filters: EVERYBODY }, worker)).rejects.toMatchObject({ answer: { no: "missing" } });
  });

  test("has their number once somebody has written it", async () => {
    const [own] = await ownOf(guide);
    await does(setPhone, { id: young, version: own?.version, phone: "20 00 12 34" }, guide);
    expect(await ownOf(guide)).toMatchObject([{ phone: "20 00 12 34" }]);
    expect(await tryTo(setPhone, { id: young, version: 2, phone: "1" }, cover)).toMatchObject({ no: "missing" });
  });

  test("while the guide is away the cover has them from the first day to the last, with the same rhythm, and says for whom", async () => {
    await transact((db) =>
      db.insert(tables.staffAbsence).values({
        id: newId(),
        staffId: guide,
        coveredById: cover,
        fromOn: "2026-11-30",
        toOn: "2026-12-04",
      }),
    );
    const on = async (now: string) => (await asks(mine, { filters: EVERYBODY }, cover, now)).youngPeople;
    expect(await on("2026-11-29T22:59:00.000Z")).toEqual([]);
    expect(await on("2026-11-29T23:01:00.000Z")).toMatchObject([
      { id: young, covered: { name: "Mikkel", until: "2026-12-04" }, place: { intensity: "A" } },
    ]);
    expect(await on("2026-12-04T22:59:00.000Z")).toHaveLength(1);
    expect(await on("2026-12-04T23:01:00.000Z")).toEqual([]);
  });
});

describe("a concern", () => {
  const concernsOf = async (by: string) => (await asks(mine, { filters: EVERYBODY }, by)).concerns;

  test("stands with those who are to know until one takes it; what it is about stands nowhere", async () => {
    const id = newId();
    await does(raiseConcern, { id, youngPersonId: young, receiver: "leader" }, guide);
    expect(await concernsOf(guide)).toMatchObject([{ id, own: true, receiver: "leader", name: "Alma Prøvegaard" }]);
    expect(await tryTo(takeConcern, { id, version: 1 }, guide)).toMatchObject({ no: "refused" });
    expect(await tryTo(takeConcern, { id, version: 1 }, coordinator)).toMatchObject({ no: "missing" });
    await does(takeConcern, { id, version: 1 }, leader);
    // Whoever raised it reads for a week who took it; the others hear no more of it.
    expect(await concernsOf(guide)).toMatchObject([{ id, own: true, takenBy: "Lone Leder" }]);
    await transact((db) =>
      db.update(tables.concern).set({ takenAt: "2026-01-01T00:00:00.000Z" }).where(eq(tables.concern.id, id)),
    );
    expect(await concernsOf(guide)).toEqual([]);
    expect(await tryTo(takeConcern, { id, version: 2 }, leader)).toMatchObject({ because: "concern-taken" });
  });

  test("stands on the start page of whoever may take it, and of nobody else, until it is taken", async () => {
    const id = newId();
    await does(raiseConcern, { id, youngPersonId: young, receiver: "duty_desk" }, guide);
    const atStart = async (by: string) => (await asks(startFor, {}, by)).concerns.map((one) => one.id);
    expect(await Promise.all([coordinator, leader].map(atStart))).toEqual([[id], [id]]);
    expect(await Promise.all([guide, cover, worker].map(atStart))).toEqual([[], [], []]);
    await does(takeConcern, { id, version: 1 }, coordinator);
    expect(await Promise.all([coordinator, leader].map(atStart))).toEqual([[], []]);
  });

  test("comes with where to notify, which the administrator alone writes", async () => {
    const admin = await aStaffMember("admin");
    const at = { phone: "43 59 10 00", link: "https://kommunen.test/underretning" };
    expect(await tryTo(setNotifyAt, at, leader)).toMatchObject({ no: "missing" });
    for (const link of ["http://kommunen.test", "javascript:alert(1)", "https://"])
      expect(await tryTo(setNotifyAt, { ...at, link }, admin)).toMatchObject({ problems: { link: "no-address" } });
    await does(setNotifyAt, at, admin);
    expect((await asks(mine, { filters: EVERYBODY }, guide)).notifyAt).toEqual(at);
    expect((await asks(staffList, {}, admin)).notifyAt).toEqual(at);
    await does(setNotifyAt, { phone: "", link: "" }, admin);
    expect((await asks(mine, { filters: EVERYBODY }, guide)).notifyAt).toEqual({ phone: "", link: "" });
  });

  test("cannot be raised about somebody one does not go with", async () => {
    const set = { youngPersonId: young, receiver: "coordinator" };
    expect(await tryTo(raiseConcern, set, cover)).toMatchObject({ no: "missing" });
    expect(await tryTo(raiseConcern, set, leader)).toMatchObject({ no: "missing" });
  });

  test("pressed twice it is one; to another, of another, by another, a minute later or once it is taken it is its own", async () => {
    const [one, other] = [await aYoungPerson({}), await aYoungPerson({})];
    const [keeper, second] = [await aStaffMember("youth_guide"), await aStaffMember("youth_guide")];
    for (const of of [one, other]) for (const by of [keeper, second]) await anAssignment(of, by);
    const at = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();
    const raise = async (seconds: number, set: object = {}, by = keeper) =>
      (await does(raiseConcern, { youngPersonId: one, receiver: "leader", ...set }, by, { now: at(seconds) })).answer
        .id;
    const raised = async () => new Set((await concernsOf(keeper)).map(({ id }) => id));
    const before = (await logOf("raise-concern")).length;
    const first = await raise(0);
    expect([await raise(1), await raise(59, { id: newId() })]).toEqual([first, first]);
    expect(await raised()).toEqual(new Set([first]));
    const others = [
      await raise(2, { receiver: "coordinator" }),
      await raise(3, { youngPersonId: other }),
      await raise(4, {}, second),
      await raise(61),
    ];
    expect(new Set([first, ...others]).size).toBe(5);
    expect((await logOf("raise-concern")).length).toBe(before + 5);
    await does(takeConcern, { id: others[3], version: 1 }, leader, { now: at(65) });
    expect(await raise(70)).not.toBe(others[3]);
  });
});

describe("what may lie on the guide's phone", () => {
  const onPhone = async (by: string) => (await ownOf(by)).find(({ id }) => id === hidden)?.onPhone;
  const writes = (set: object) =>
    does(writeAddress, { id: hidden, version: 0, address: "Prøvevænget 9", source: "register", ...set }, guide);
  let hidden: string;
  let team: string;

  beforeAll(async () => {
    hidden = await aYoungPerson();
    team = await aStaffMember("stu_team");
    await anAssignment(hidden, guide);
    await anAssignment(hidden, team, "stu_team");
  });

  test("is the number while no address is protected; who may not know of one has none there, and learns nothing by it", async () => {
    expect(await onPhone(guide)).toBe(true);
    expect(await onPhone(team)).toBe(false);
    await writes({ protected: "yes" });
    expect(await onPhone(guide)).toBe(false);
    expect(await onPhone(team)).toBe(false);
  });
});
