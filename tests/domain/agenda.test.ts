import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { decideAll } from "#domain/access/decide.server.ts";
import { type AgendaInput, agendaFor } from "#domain/agenda/agenda-for.server.ts";
import { seatedCardsFor } from "#domain/agenda/cards.server.ts";
import { addItem, changeItem, removeItem, restoreItem } from "#domain/agenda/commands.server.ts";
import { findToAdd } from "#domain/agenda/find-to-add.server.ts";
import { moveItem } from "#domain/agenda/move.server.ts";
import { type AgendaRow, agendaSnapshot } from "#domain/agenda/queries.server.ts";
import { boardFor } from "#domain/board/queries.server.ts";
import { now } from "#domain/clock.server.ts";
import { newId } from "#domain/ids.server.ts";
import { lockAgenda } from "#domain/meetings/commands.server.ts";
import { meetingWith } from "#domain/meetings/find.server.ts";
import { namesIn } from "#domain/people/rules.ts";
import { writeOwnWords } from "#domain/voice/commands.server.ts";
import {
  aMeeting,
  anAssignment,
  anItem,
  aStaffMember,
  as,
  asks,
  aYoungPerson,
  does,
  NOW,
  TODAY,
  tryTo,
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastLogged, sentBy, wholeLog } from "#tests/support/traces.ts";

aDatabase();

const agendaOf = (staffId: string, meetingId: string) =>
  read(async (db) => {
    const asking = { actor: as(staffId), now: NOW, today: TODAY };
    const rights = await decideAll(db, asking, ["meeting:whole", "meeting:place"], meetingId);
    const { topic, rows } = await agendaSnapshot(db, asking, await meetingWith(db, meetingId), rights);
    return { topic, rows, cards: await seatedCardsFor(db, asking, meetingId) };
  });
const slotIds = (rows: AgendaRow[]) => rows.filter((row) => row.kind === "slot").map((row) => row.id);
const page = (staffId: string, meetingId: string, set: Partial<AgendaInput> = {}) =>
  asks(agendaFor, { meetingId, youngPersonId: null, wordsOf: null, removed: null, ...set }, staffId);
const found = (staffId: string, meetingId: string, name: string) => asks(findToAdd, { meetingId, name }, staffId);
const itemRow = async (id: string) => {
  const [row] = await read((db) => db.select().from(tables.agendaItem).where(eq(tables.agendaItem.id, id)));
  if (!row) throw new Error("No item");
  return row;
};
const numberedItems = async (staffId: string, meetingId: string) => {
  const ids: string[] = [];
  for (const question of ["A?", "B?", "C?", "D?", "E?"])
    ids.push((await does(addItem, { meetingId, kind: "common", question, minutes: "10" }, staffId)).answer.id);
  return ids;
};

let coordinator: string;
let member: string;
let guest: string;
let meeting: string;

beforeAll(async () => {
  coordinator = await aStaffMember("coordinator");
  member = await aStaffMember("forum_member");
  guest = await aStaffMember("external");
});
beforeEach(async () => {
  meeting = await aMeeting({ chairId: coordinator, members: [member] });
});

describe("who sees what of an agenda", () => {
  let first: string;
  let second: string;
  beforeEach(async () => {
    first = await anItem({ meetingId: meeting, youngPersonId: await aYoungPerson({ firstName: "Asta" }), position: 1 });
    const bo = await aYoungPerson({ firstName: "Bo", lastName: "Holm" });
    second = await anItem({ meetingId: meeting, youngPersonId: bo, position: 2, invited: [{ staffId: guest }] });
  });

  it("shows a member who is not invited every place and no name, no question and no item", async () => {
    const { topic, rows, cards } = await agendaOf(member, meeting);
    expect(topic).toBe(`meeting:${meeting}`);
    expect(slotIds(rows)).toEqual([first, second]);
    expect(cards).toEqual({});
    expect(JSON.stringify(await page(member, meeting))).not.toMatch(/Asta|Holm|Hvem tager over/);
  });

  it("shows somebody from outside only the item they are invited to, with the time and number it has in the whole agenda", async () => {
    const { topic, rows, cards } = await agendaOf(guest, meeting);
    expect(topic).toBe(`staff:${guest}`);
    expect(slotIds(rows)).toEqual([second]);
    expect(Object.keys(cards)).toEqual([second]);
    expect(cards[second]).toMatchObject({ name: expect.stringContaining("Bo"), initials: "B.H.", heard: false });
    const { ownTimes } = await page(guest, meeting);
    expect(Object.keys(ownTimes ?? {})).toEqual([second]);
    expect(ownTimes?.[second]).toMatchObject({ startsAt: "2026-11-21T08:22:00.000Z", number: 2 });
  });

  it("tells somebody who sees one item as many minutes of lateness as those who see the whole agenda count", async () => {
    const inMinutes = (minutes: number) => new Date(Date.parse(now()) + minutes * 60_000).toISOString();
    const board = (staffId: string) => asks(boardFor, { meetingId: meeting, itemId: null }, staffId);
    await transact((db) =>
      db
        .update(tables.meeting)
        .set({ state: "running", startedAt: now(), startsAt: inMinutes(-8), endsAt: inMinutes(142) })
        .where(eq(tables.meeting.id, meeting)),
    );
    expect(await board(guest)).toMatchObject({ late: 8 });
    expect(await board(coordinator)).toMatchObject({ late: null });
  });

  it("shows the coordinator everything, and logs whom it showed", async () => {
    const { rows, cards } = await agendaOf(coordinator, meeting);
    expect(slotIds(rows)).toEqual([first, second]);
    expect(cards[second]?.participants).toMatchObject([{ staffId: guest, presence: null }]);
    await page(coordinator, meeting);
    const reads = (await wholeLog()).filter((row) => row.kind === "read" && row.meetingId === meeting);
    expect(reads.map(({ itemId }) => itemId).sort()).toEqual([first, second].sort());
  });

  it("hides where the room is from somebody who is in another item", async () => {
    const running = await aMeeting({ chairId: coordinator, state: "running" });
    const open = await anItem({ meetingId: running, youngPersonId: await aYoungPerson(), state: "open", position: 1 });
    await anItem({
      meetingId: running,
      youngPersonId: await aYoungPerson(),
      position: 2,
      invited: [{ staffId: guest }],
    });
    await transact((db) =>
      db.update(tables.meeting).set({ pointerItemId: open }).where(eq(tables.meeting.id, running)),
    );
    const whole = await agendaOf(coordinator, running);
    expect(whole.rows.find((row) => row.kind === "meeting")).toMatchObject({ pointerItemId: open });
    const { rows } = await agendaOf(guest, running);
    expect(rows.find((row) => row.kind === "meeting")).toMatchObject({ pointerItemId: null });
  });

  it("does not exist for somebody who is not in it", async () => {
    const outsider = await aStaffMember("external");
    await expect(page(outsider, meeting)).rejects.toMatchObject({ answer: { no: "missing" } });
    expect(await lastLogged()).toMatchObject({ door: "agenda", kind: "refused" });
  });
});

describe("adding to the agenda", () => {
  it("puts a young person there once", async () => {
    const youngPersonId = await aYoungPerson();
    const form = { meetingId: meeting, kind: "person", youngPersonId, question: "Hvad nu?", minutes: "20" };
    await does(addItem, form, coordinator);
    expect(await lastLogged()).toMatchObject({ door: "add-item", kind: "item-added", youngPersonId });
    expect(await tryTo(addItem, form, coordinator)).toEqual({
      ok: false,
      no: "invalid",
      problems: { youngPersonId: "already-on-agenda" },
    });
  });

  it("keeps what people wrote out of the log", async () => {
    const form = { meetingId: meeting, kind: "common", question: "Lejrskole i Ebeltoft", minutes: "10" };
    await does(addItem, form, coordinator);
    expect(JSON.stringify(await wholeLog())).not.toContain("Ebeltoft");
  });

  it.each([
    ["a young person without one", { kind: "person" }, "youngPersonId", "choose"],
    ["no question", { question: " " }, "question", "required"],
    ["a question of more than 200 letters", { question: "å".repeat(201) }, "question", "too-long"],
    ["a CPR number in the question", { question: "Hvad med 070308-1234?" }, "question", "has-cpr"],
    ["no minutes", { minutes: "0" }, "minutes", "number"],
    ["a clock that does not exist", { fixedClock: "25.00" }, "fixedClock", "no-such-time"],
    ["a lead worker who is not there", { leadWorkerId: newId() }, "leadWorkerId", "choose"],
  ])("refuses %s, at the field", async (_, set, field, problem) => {
    const form = { meetingId: meeting, kind: "common", question: "Nyt?", minutes: "10", ...set };
    expect(await tryTo(addItem, form, coordinator)).toEqual({
      ok: false,
      no: "invalid",
      problems: { [field]: problem },
    });
  });

  it.each([
    ["a clock before the meeting", { fixedClock: "8.59" }, "fixedClock"],
    ["the clock at which the meeting ends", { fixedClock: "11.30" }, "fixedClock"],
    ["a moment of another day", { fixedAt: "2026-11-22T08:30:00.000Z" }, "fixedAt"],
  ])(
    "has a fixed time while its meeting lasts: %s is refused, when it is added and when it is changed",
    async (_, set, field) => {
      const no = {
        ok: false,
        no: "invalid",
        problems: { [field]: "outside-meeting" },
      };
      const form = {
        meetingId: meeting,
        kind: "common",
        question: "Nyt?",
        minutes: "10",
      };
      expect(await tryTo(addItem, { ...form, ...set }, coordinator)).toEqual(no);
      const { answer } = await does(addItem, { ...form, fixedClock: "9.00" }, coordinator);
      const { meetingId, kind, ...edit } = form;
      expect(await tryTo(changeItem, { itemId: answer.id, version: 1, ...edit, ...set }, coordinator)).toEqual(no);
      await does(changeItem, { itemId: answer.id, version: 1, ...edit, fixedClock: "11.29" }, coordinator);
      expect((await itemRow(answer.id)).fixedAt).toBe("2026-11-21T10:29:00.000Z");
    },
  );

  it("is refused to a member, and a young person whom the chair may not know of never existed", async () => {
    const form = { meetingId: meeting, kind: "common", question: "Nyt?", minutes: "10" };
    expect(await tryTo(addItem, form, member)).toEqual({ ok: false, no: "refused" });
    const chaired = await aMeeting({ chairId: member });
    const unknown = { ...form, meetingId: chaired, kind: "person", youngPersonId: await aYoungPerson() };
    expect(await tryTo(addItem, unknown, member)).toEqual({ ok: false, no: "missing" });
  });

  it("leads to `Ny ung` when nobody is found, for those who may write a young person down", async () => {
    const chair = await aStaffMember("forum_member");
    const led = await aMeeting({ chairId: chair });
    expect(await found(coordinator, led, "ingen af det navn")).toEqual({ found: [], mayAddNew: true });
    expect((await found(chair, led, "ingen af det navn")).mayAddNew).toBe(false);
  });

  it.each([
    ["Sofie", ["Sofie", ""]],
    ["Sofie Prøvegaard", ["Sofie", "Prøvegaard"]],
    ["  Anna  Sofie   Prøvegaard ", ["Anna Sofie", "Prøvegaard"]],
    ["", ["", ""]],
  ])("takes the typed name `%s` along as first and last name", (typed, names) => {
    expect(namesIn(typed)).toEqual(names);
  });

  it("tells those who may say who goes with a young person, for which items", async () => {
    const youngPersonId = await aYoungPerson();
    const item = await anItem({ meetingId: meeting, youngPersonId, invited: [{ staffId: guest }] });
    expect((await page(coordinator, meeting)).assigns).toContain(item);
    expect((await page(guest, meeting)).assigns).toEqual([]);
  });

  it("finds at most eight young people, by any part of the name, and none who stands there or may not be known of", async () => {
    const chaired = await aMeeting({ chairId: guest });
    for (let n = 0; n < 10; n += 1) await aYoungPerson({ firstName: "Ærlig", lastName: "Søgeprøve" });
    const known = await aYoungPerson({ firstName: "Kendt", lastName: "Søgeprøve" });
    await anAssignment(known, guest, "caseworker");
    expect((await found(coordinator, meeting, "søge ær")).found).toHaveLength(8);
    expect((await found(guest, chaired, "SØGEPRØVE")).found).toMatchObject([{ id: known }]);
    expect((await found(guest, chaired, "%")).found).toEqual([]);
    await anItem({ meetingId: chaired, youngPersonId: known });
    expect((await found(guest, chaired, "søgeprøve")).found).toEqual([]);
    await expect(found(member, meeting, "søgeprøve")).rejects.toMatchObject({ answer: { no: "refused" } });
  });
});

describe("changing an item", () => {
  it("says what stands when somebody else has changed it", async () => {
    const id = await anItem({ meetingId: meeting });
    const form = { itemId: id, version: 1, question: "Hvad nu?", minutes: "15" };
    await does(changeItem, form, coordinator);
    expect(await lastLogged()).toMatchObject({ door: "change-item", kind: "item-changed", itemId: id });
    const late = await tryTo(changeItem, { ...form, question: "Hvad så?" }, coordinator);
    expect(late).toMatchObject({ no: "conflict", now: { question: "Hvad nu?", version: 2 } });
  });

  it("is refused to somebody invited, and unknown to all others", async () => {
    const id = await anItem({ meetingId: meeting, youngPersonId: await aYoungPerson(), invited: [{ staffId: guest }] });
    const form = { itemId: id, version: 1, question: "Hvad nu?", minutes: "15" };
    expect(await tryTo(changeItem, form, guest)).toEqual({ ok: false, no: "refused" });
    expect(await tryTo(changeItem, form, member)).toEqual({ ok: false, no: "missing" });
  });

  it("invites a new lead worker", async () => {
    const id = await anItem({ meetingId: meeting, youngPersonId: await aYoungPerson() });
    const form = { itemId: id, version: 1, question: "Hvad nu?", minutes: "15", leadWorkerId: guest };
    await does(changeItem, form, coordinator);
    expect((await agendaOf(coordinator, meeting)).cards[id]?.participants).toMatchObject([{ staffId: guest }]);
  });

  it("is marked after the lock, and only then", async () => {
    const [first = "", second = "", third = ""] = await numberedItems(coordinator, meeting);
    const edit = (itemId: string, version: number) => ({ itemId, version, question: "Hvad nu?", minutes: "15" });
    await does(changeItem, edit(first, 1), coordinator);
    await does(lockAgenda, { meetingId: meeting }, coordinator);
    expect((await itemRow(first)).changedAfterLock).toBe(false);
    await does(changeItem, edit(second, 1), coordinator);
    await does(moveItem, { itemId: third, to: 0 }, coordinator);
    const { answer } = await does(
      addItem,
      { meetingId: meeting, kind: "pause", question: "Pause", minutes: "10" },
      coordinator,
    );
    const marked = await Promise.all(
      [first, second, third, answer.id].map(async (id) => (await itemRow(id)).changedAfterLock),
    );
    expect(marked).toEqual([false, true, true, true]);
  });
});

describe("taking an item off", () => {
  it("takes it from everybody at once, and puts it back where it stood with those who were invited", async () => {
    const youngPersonId = await aYoungPerson();
    const [first = "", second = ""] = [
      await anItem({ meetingId: meeting, youngPersonId, position: 1, invited: [{ staffId: guest }] }),
      await anItem({ meetingId: meeting, position: 2 }),
    ];
    const [sent] = await sentBy(() => does(removeItem, { itemId: first }, coordinator));
    expect(await lastLogged()).toMatchObject({ door: "remove-item", kind: "item-removed", itemId: first });
    expect(sent).toMatchObject({ evict: [`item:${first}`], rights: true });
    expect(sent?.changes.find(({ topic }) => topic === `meeting:${meeting}`)?.drop).toEqual([`slot ${first}`]);
    expect(slotIds((await agendaOf(coordinator, meeting)).rows)).toEqual([second]);
    await expect(page(guest, meeting)).rejects.toMatchObject({ answer: { no: "missing" } });

    await does(restoreItem, { itemId: first }, coordinator);
    expect(await lastLogged()).toMatchObject({ door: "restore-item", kind: "item-added", itemId: first });
    expect(slotIds((await agendaOf(coordinator, meeting)).rows)).toEqual([first, second]);
    expect(slotIds((await agendaOf(guest, meeting)).rows)).toEqual([first]);
  });

  it("leaves nothing that can be changed, invited to or moved", async () => {
    const id = await anItem({ meetingId: meeting });
    await does(removeItem, { itemId: id }, coordinator);
    expect(
      await tryTo(changeItem, { itemId: id, version: 2, question: "Hvad?", minutes: "5" }, coordinator),
    ).toMatchObject({ no: "missing" });
    expect(await tryTo(moveItem, { itemId: id, to: 0 }, coordinator)).toMatchObject({ no: "missing" });
    expect(await tryTo(removeItem, { itemId: id }, coordinator)).toMatchObject({ no: "missing" });
  });

  it("cannot be put back when the young person stands there again, nor when it was never taken off", async () => {
    const youngPersonId = await aYoungPerson();
    const id = await anItem({ meetingId: meeting, youngPersonId });
    expect(await tryTo(restoreItem, { itemId: id }, coordinator)).toMatchObject({ no: "missing" });
    await does(removeItem, { itemId: id }, coordinator);
    expect(await tryTo(restoreItem, { itemId: id }, member)).toEqual({ ok: false, no: "missing" });
    await anItem({ meetingId: meeting, youngPersonId });
    expect(await tryTo(restoreItem, { itemId: id }, coordinator)).toMatchObject({
      problems: { itemId: "already-on-agenda" },
    });
  });

  it("is refused while the item is open or handled", async () => {
    const running = await aMeeting({ chairId: coordinator, state: "running" });
    const id = await anItem({ meetingId: running, state: "open" });
    expect(await tryTo(removeItem, { itemId: id }, coordinator)).toEqual({ ok: false, no: "refused" });
  });
});

describe("the order", () => {
  it("survives ten moves at once: every item stands once, at a place of its own", async () => {
    const ids = await numberedItems(coordinator, meeting);
    const moves = Array.from({ length: 10 }, (_, n) => ({ itemId: ids[n % 5], to: String((n * 3) % 5) }));
    await Promise.all(moves.map((move) => does(moveItem, move, coordinator)));
    const rows = await Promise.all(ids.map(itemRow));
    expect(rows.map(({ position }) => position).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(slotIds((await agendaOf(coordinator, meeting)).rows).sort()).toEqual([...ids].sort());
  });

  it("is told to the whole meeting in one message, with the rows that moved", async () => {
    const [first = "", second = "", third = ""] = await numberedItems(coordinator, meeting);
    const sent = await sentBy(() => does(moveItem, { itemId: third, to: 0 }, coordinator));
    expect(await lastLogged()).toMatchObject({ door: "move-item", kind: "item-moved", itemId: third });
    const changes = sent.flatMap((one) => one.changes).filter(({ topic }) => topic === `meeting:${meeting}`);
    expect(changes).toHaveLength(1);
    const moved = changes[0]?.put.filter(({ kind }) => kind === "slot").map(({ id }) => id);
    expect(moved?.sort()).toEqual([first, second, third].sort());
  });

  it("is not for members, and an item that is past keeps its place", async () => {
    const [first = ""] = await numberedItems(coordinator, meeting);
    expect(await tryTo(moveItem, { itemId: first, to: 2 }, member)).toEqual({ ok: false, no: "refused" });
    const running = await aMeeting({ chairId: coordinator, state: "running" });
    const handled = await anItem({ meetingId: running, state: "handled" });
    expect(await tryTo(moveItem, { itemId: handled, to: 1 }, coordinator)).toEqual({ ok: false, no: "refused" });
  });
});

describe("own words before the meeting", () => {
  it("make the item's place stand otherwise, so that everybody's agenda says that the young person is heard", async () => {
    const youngPersonId = await aYoungPerson();
    await anAssignment(youngPersonId, guest, "guide");
    const id = await anItem({ meetingId: meeting, youngPersonId, invited: [{ staffId: guest }] });
    expect(await page(guest, meeting, { wordsOf: id })).toMatchObject({
      hears: [id],
      words: { itemId: id, voice: null },
    });
    expect((await page(member, meeting, { wordsOf: id })).words).toBeNull();
    const words = { itemId: id, version: 0, words: "Jeg vil gerne arbejde med heste.", how: "contact_person" };
    const sent = await sentBy(() => does(writeOwnWords, words, guest));
    expect(sent.flatMap(({ changes }) => changes.map(({ topic }) => topic))).toContain(`meeting:${meeting}`);
    expect((await agendaOf(coordinator, meeting)).cards[id]).toMatchObject({ heard: true });
    expect(
      JSON.stringify(sent.flatMap(({ changes }) => changes.filter(({ topic }) => topic.startsWith("meeting")))),
    ).not.toContain("heste");
  });
});
