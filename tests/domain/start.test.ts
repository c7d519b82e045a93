import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { actionStates } from "#db/vocabulary.ts";
import { agree } from "#domain/actions/agree.server.ts";
import { acceptAction, declineAction } from "#domain/actions/answers.server.ts";
import { finishAction } from "#domain/actions/follow.server.ts";
import { handIn } from "#domain/minutes/hand-in.server.ts";
import { LEAST_SHOWN } from "#domain/start/figures.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { writeOwnWords } from "#domain/voice/commands.server.ts";
import { aRoom, type Room, sits } from "#tests/support/a-room.ts";
import {
  aDepartment,
  aMeeting,
  anAssignment,
  anItem,
  aStaffMember,
  asks,
  aYoungPerson,
  does,
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { wholeLog } from "#tests/support/traces.ts";

aDatabase();

const NOW = "2026-11-21T08:10:00.000Z";
const startOf = (staffId: string, now = NOW) => asks(startFor, {}, staffId, now);
const reads = async (actorId: string) =>
  (await wholeLog()).filter((row) => row.kind === "read" && row.actorId === actorId && row.door === "start");

let room: Room;
beforeAll(async () => {
  room = await aRoom();
});

async function made(departmentId: string, said: Record<string, unknown> = {}, now = NOW) {
  const terms = { itemId: room.item, text: "Ringer til skolen", departmentId, dueOn: "2026-12-05", ...said };
  return (await does(agree, terms, room.chair, { now })).answer.id;
}

describe("the start page of somebody outside", () => {
  test("holds nothing of others, and nothing is logged as seen", async () => {
    await made(room.adults);
    const page = await startOf(room.outsider);
    expect(page).toMatchObject({ forum: null, figures: null, administration: null, log: null, ownItems: null });
    for (const list of [page.toAnswer, page.mine, page.department, page.unsent, page.lackingWords, page.toTell])
      expect(list).toEqual([]);
    expect(JSON.stringify(page)).not.toMatch(/Signe|Thomsen|Ringer/);
    expect(JSON.stringify(page)).not.toContain(room.item);
    expect(await reads(room.outsider)).toEqual([]);
  });
});

describe("the start page of a department's member", () => {
  test("shows what the department is asked, with initials alone", async () => {
    const member = await aStaffMember(["caseworker", "forum_member"], { departmentId: room.psychiatry });
    const id = await made(room.psychiatry);
    const page = await startOf(member);
    expect(page.toAnswer).toMatchObject([{ id, youngPerson: { id: null, name: null, initials: "S.T." } }]);
    expect(JSON.stringify(page)).not.toMatch(/Signe|Thomsen/);
    expect(page.topics).toEqual([`staff:${member}`, `department:${room.psychiatry}`]);
    expect(await reads(member)).toMatchObject([{ youngPersonId: room.youngPerson, reason: "the owner's department" }]);
  });

  test("shows their own items of the meeting with the times they are expected", async () => {
    const { ownItems } = await startOf(room.adviser);
    expect(ownItems).toMatchObject({
      meetingId: room.meeting,
      running: true,
      items: [{ itemId: room.item, youngPerson: { name: "Signe Holm Thomsen" } }],
    });
  });

  test("stands over their day first, then by day, and ended ones nowhere", async () => {
    const worker = await aStaffMember(["caseworker", "forum_member"], { departmentId: room.adults });
    await sits(room.item, worker, room.adults, "room");
    const later = await made(room.adults, { ownerId: worker, dueOn: "2026-12-20" });
    const over = await made(room.adults, { ownerId: worker, dueOn: "2026-11-10" });
    const soon = await made(room.adults, { ownerId: worker, dueOn: "2026-11-30" });
    const done = await made(room.adults, { ownerId: worker, dueOn: "2026-11-29" });
    await does(finishAction, { id: done, version: 1 }, worker);
    expect((await startOf(worker)).mine.map(({ id }) => id)).toEqual([over, soon, later]);
  });
});

describe("the coordinator's start page", () => {
  let coordinator: string;
  beforeAll(async () => {
    coordinator = await aStaffMember("coordinator");
  });

  test("says how many are not ready for the next meeting, what they lack and who can be asked", async () => {
    const guide = await aStaffMember("youth_guide", { name: "Ungeguide 1" });
    const ready = await aYoungPerson({ firstName: "Klara" });
    const unheard = await aYoungPerson({ firstName: "Uno", lastName: "Uhørt" });
    await anAssignment(unheard, guide);
    const meeting = await aMeeting({ chairId: coordinator, startsAt: "2026-11-21T07:00:00.000Z" });
    const heard = await anItem({ meetingId: meeting, youngPersonId: ready });
    const words = { itemId: heard, words: "Jeg vil noget med træ", how: "contact_person" };
    await does(writeOwnWords, words, coordinator, { now: NOW });
    const item = await anItem({ meetingId: meeting, youngPersonId: unheard, position: 2 });
    const { forum } = await startOf(coordinator);
    expect(forum?.next).toEqual({
      id: meeting,
      startsAt: "2026-11-21T07:00:00.000Z",
      state: "published",
      isToday: true,
      people: 2,
      notReady: [
        {
          itemId: item,
          name: "Uno Uhørt",
          ownWords: false,
          ask: { name: "Ungeguide 1", there: true },
          absent: [],
          lacksBasis: [],
        },
      ],
    });
    expect(await reads(coordinator)).toContainEqual(expect.objectContaining({ youngPersonId: unheard, itemId: item }));
  });

  test("groups what is over its day by department, and never by the young person's own agreements", async () => {
    const late = await made(room.adults, { dueOn: "2026-11-10" });
    await made(room.adults, { dueOn: "2026-11-09", byYoungPerson: true });
    const asked = await made(room.psychiatry, { dueOn: "2026-11-08" });
    const { forum } = await startOf(coordinator);
    const adults = forum?.overdue.find(({ departmentId }) => departmentId === room.adults);
    expect(adults).toMatchObject({ department: "Voksen", days: 11 });
    expect(adults?.agreements.map(({ id }) => id)).toContain(late);
    expect(forum?.overdue.some(({ departmentId }) => departmentId === room.psychiatry)).toBe(false);
    expect(forum?.waiting.map(({ id }) => id)).toContain(asked);
  });

  test("keeps apart what waits for a yes and what got a no", async () => {
    const id = await made(room.psychiatry);
    await does(declineAction, { id, version: 1, reason: "Ingen plads" }, room.psychiatrist);
    const before = await startOf(coordinator);
    expect(before.forum?.declined).toMatchObject([{ id, declineReason: "Ingen plads" }]);
    await does(acceptAction, { id, version: 2 }, room.psychiatrist);
    const after = await startOf(coordinator);
    expect(after.forum?.declined).toEqual([]);
    expect(after.forum?.waiting.map((row) => row.id)).not.toContain(id);
  });

  test("names who turns 18 within 90 days, by the day", async () => {
    await aYoungPerson({ firstName: "Snart", lastName: "Atten", bornOn: "2009-02-19" });
    await aYoungPerson({ firstName: "Senere", lastName: "Atten", bornOn: "2009-02-20" });
    await aYoungPerson({ firstName: "Allerede", lastName: "Atten", bornOn: "2008-11-20" });
    await aYoungPerson({ firstName: "Idag", lastName: "Atten", bornOn: "2008-11-21" });
    const { forum } = await startOf(coordinator);
    expect(forum?.turning18.map(({ name, on }) => [name, on])).toEqual([
      ["Idag Atten", "2026-11-21"],
      ["Snart Atten", "2027-02-19"],
    ]);
  });

  test("names the items that no coming meeting took over", async () => {
    const held = await aMeeting({ chairId: coordinator, startsAt: "2026-11-07T08:00:00.000Z", state: "closed" });
    const lost = await aYoungPerson({ firstName: "Glemt" });
    const carried = await aYoungPerson({ firstName: "Videre" });
    const item = await anItem({ meetingId: held, youngPersonId: lost, state: "not_reached" });
    await anItem({ meetingId: held, youngPersonId: carried, state: "postponed", position: 2 });
    const next = await aMeeting({ chairId: coordinator, startsAt: "2026-12-05T08:00:00.000Z" });
    await anItem({ meetingId: next, youngPersonId: carried });
    const { forum } = await startOf(coordinator);
    expect(forum?.homeless.map(({ itemId }) => itemId)).toEqual([item]);
  });
});

describe("the start page of a youth guide", () => {
  test("asks for the own words of their own young people, until these are heard", async () => {
    const meeting = await aMeeting({ chairId: room.chair, startsAt: "2026-12-05T08:00:00.000Z" });
    const item = await anItem({ meetingId: meeting, youngPersonId: room.youngPerson });
    await anItem({ meetingId: meeting, youngPersonId: await aYoungPerson(), position: 2 });
    const of = async () => (await startOf(room.guide)).lackingWords.filter((row) => row.meetingId === meeting);
    expect(await of()).toMatchObject([{ itemId: item, version: 0, youngPerson: { name: "Signe Holm Thomsen" } }]);
    await does(
      writeOwnWords,
      { itemId: item, version: 0, words: "Jeg vil bo selv", how: "contact_person" },
      room.guide,
    );
    expect(await of()).toEqual([]);
  });

  test("says whom they were given to tell, and by when", async () => {
    const chair = await aStaffMember("coordinator");
    const young = await aYoungPerson({ firstName: "Besked", lastName: "Tilmig" });
    await anAssignment(young, room.guide);
    const held = await aMeeting({ chairId: chair, startsAt: "2026-11-20T08:00:00.000Z", state: "closed" });
    const item = await anItem({ meetingId: held, youngPersonId: young, state: "handled" });
    await transact((db) =>
      db
        .update(tables.itemClosing)
        .set({ informStaffId: room.guide, informOn: "2026-11-23" })
        .where(eq(tables.itemClosing.id, item)),
    );
    const { toTell } = await startOf(room.guide);
    expect(toTell).toMatchObject([
      { itemId: item, by: "2026-11-23", agreements: 0, youngPerson: { name: "Besked Tilmig" } },
    ]);
    expect((await startOf(room.outsider)).toTell).toEqual([]);
  });
});

describe("whoever takes the minutes", () => {
  test("sees what each item lacks, and what was handed in, until the draft is sent", async () => {
    const own = await aRoom({ startsAt: "2026-11-19T08:00:00.000Z" });
    await transact((db) =>
      db.update(tables.agendaItem).set({ state: "handled" }).where(eq(tables.agendaItem.id, own.item)),
    );
    await does(handIn, { itemId: own.item, text: "Nåede ikke at sige" }, own.adviser);
    const { unsent } = await startOf(own.minuteTaker);
    expect(unsent).toMatchObject([
      {
        meetingId: own.meeting,
        over: false,
        handedIn: 1,
        items: [{ itemId: own.item, lacks: ["heard", "agreement", "informs", "next"] }],
      },
    ]);
    expect((await startOf(own.adviser)).unsent).toEqual([]);
    const sent = { state: "closed" as const, draftSentAt: NOW };
    await transact((db) => db.update(tables.meeting).set(sent).where(eq(tables.meeting.id, own.meeting)));
    expect((await startOf(own.minuteTaker)).unsent).toEqual([]);
  });
});

describe("the leader's figures", () => {
  test("are numbers of the last twelve months, without a name, and a department's share only from ten", async () => {
    const leader = await aStaffMember("leader");
    const many = await aDepartment({ name: "Mange" });
    const few = await aDepartment({ name: "Få" });
    const canary = await aYoungPerson({ firstName: "Kanarie", lastName: "Fugl" });
    const chair = await aStaffMember("coordinator", { name: "Kanarie Leder" });
    const held = await aMeeting({ chairId: chair, startsAt: "2026-10-01T08:00:00.000Z", state: "closed" });
    const item = await anItem({ meetingId: held, youngPersonId: canary, state: "handled" });
    const promise = (departmentId: string, n: number, endedAt: string | null) => ({
      id: `${departmentId.slice(0, -2)}${String(n).padStart(2, "0")}`,
      ...{ itemId: item, youngPersonId: canary, departmentId, number: n, position: n, text: "Kanarie-aftale" },
      ...{ dueOn: "2026-10-15", createdAt: "2026-10-01T08:00:00.000Z", endedAt },
      state: endedAt ? ("done" as const) : ("agreed" as const),
    });
    const inTime = "2026-10-15T20:00:00.000Z";
    const rows = [
      ...Array.from({ length: LEAST_SHOWN }, (_, n) =>
        promise(many, n + 1, n < 7 ? inTime : n < 9 ? "2026-10-16T08:00:00.000Z" : null),
      ),
      ...Array.from({ length: LEAST_SHOWN - 1 }, (_, n) => promise(few, n + 30, inTime)),
    ];
    await transact((db) => db.insert(tables.action).values(rows));
    const page = await startOf(leader);
    expect(page.figures?.onTime).toEqual([{ department: "Mange", due: 10, onTime: 7 }]);
    expect(page.figures).toMatchObject({ since: "2025-11-21" });
    expect(page.figures?.meetings).toBeGreaterThan(0);
    expect(page.forum).toBeNull();
    expect(JSON.stringify(page)).not.toMatch(/Kanarie/);
    expect(JSON.stringify(page)).not.toContain(canary);
    expect(await reads(leader)).toEqual([]);
  });

  test("tell no number under five, and nothing at all is answered as one case is", async () => {
    const leader = await aStaffMember("leader");
    const chair = await aStaffMember("coordinator");
    const held = await aMeeting({ chairId: chair, startsAt: "2026-10-02T08:00:00.000Z", state: "closed" });
    const itemsTaken = async (how: number) => {
      for (let n = 0; n < how; n += 1)
        await anItem({ meetingId: held, youngPersonId: await aYoungPerson(), state: "handled", position: n + 1 });
      return (await startOf(leader)).figures;
    };
    const before = await itemsTaken(0);
    expect(before?.items).toBeNull();
    expect(before?.states.map(({ state }) => state)).toEqual([...actionStates]);
    const byState = (state: string) => before?.states.find((one) => one.state === state)?.n;
    expect([byState("done"), byState("cancelled")]).toEqual([expect.any(Number), null]);
    for (const { n } of before?.states ?? []) expect(n ?? 5).toBeGreaterThanOrEqual(5);
    expect(await itemsTaken(5)).toMatchObject({ items: expect.any(Number) });
  });

  test("are for leaders alone", async () => {
    for (const staffId of [room.chair, room.guide, room.outsider, room.adviser])
      expect((await startOf(staffId)).figures).toBeNull();
  });
});

describe("those who see no content", () => {
  test("an administrator sees what is to be done with staff and departments, and no young person", async () => {
    const admin = await aStaffMember("admin", { name: "Administrator 1" });
    const page = await startOf(admin);
    expect(page.apart).toBe(true);
    expect(page.administration?.withoutPassword).toContain("Administrator 1");
    expect(page.administration?.withoutRepresentative).not.toContain("Voksen");
    expect(page).toMatchObject({ forum: null, toAnswer: [], mine: [], unsent: [], log: null });
    expect(JSON.stringify(page)).not.toMatch(/Signe|Thomsen/);
  });

  test("a data protection officer sees how long the log is, and nothing of what it says", async () => {
    const dpo = await aStaffMember("dpo");
    const { log, administration, apart } = await startOf(dpo);
    expect(apart).toBe(true);
    expect(administration).toBeNull();
    expect(log?.rows).toBe((await wholeLog()).length);
    expect(log?.lastAt).not.toBeNull();
  });
});
