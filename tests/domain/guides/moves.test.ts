import { and, eq, isNull } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { addDays } from "#domain/days.ts";
import { writeContact } from "#domain/guides/contact-commands.server.ts";
import { EVERYBODY } from "#domain/guides/list-filters.ts";
import { mine } from "#domain/guides/mine.server.ts";
import { moveToGuide, seeGivenYoung, takeBackGuideMove } from "#domain/guides/move-commands.server.ts";
import { seeNotComing } from "#domain/guides/not-coming.server.ts";
import { guideTeam } from "#domain/guides/team.server.ts";
import { newId } from "#domain/ids.server.ts";
import { assign } from "#domain/people/assignment-commands.server.ts";
import { endStaff } from "#domain/staff/commands.server.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { teamLoad } from "#domain/stu/load.server.ts";
import { takeBackMove } from "#domain/stu/move-commands.server.ts";
import { personTopic, staffTopic } from "#domain/topics.ts";
import {
  aMeeting,
  anAssignment,
  anItem,
  aStaffMember,
  asks,
  aYoungPerson,
  does,
  NOW,
  tryTo,
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";
import { sentBy } from "#tests/support/traces.ts";

aDatabase();

const at = { now: NOW };
const WITHIN = { now: "2026-11-21T09:09:00.000Z" };
const AFTER = { now: "2026-11-21T09:10:00.000Z" };
let giver = "";
let receiver = "";
let coordinator = "";
let leader = "";
let young: string[] = [];

beforeAll(async () => {
  coordinator = await aStaffMember("coordinator");
  leader = await aStaffMember("leader");
});

async function anyOf(guide: string, primary: boolean): Promise<string> {
  const person = await aYoungPerson();
  const id = await anAssignment(person, guide, "guide", primary);
  await transact((db) => db.update(tables.assignment).set({ intensity: "A" }).where(eq(tables.assignment.id, id)));
  return person;
}

beforeEach(async () => {
  giver = await aStaffMember("youth_guide");
  receiver = await aStaffMember("youth_guide");
  young = [await anyOf(giver, true), await anyOf(giver, false), await anyOf(giver, true)];
});

const move = (youngPeople: string[], over: object = {}) => ({ from: giver, to: receiver, youngPeople, ...over });
const teamFor = (by: string, now = NOW, from: string | null = null) =>
  asks(guideTeam, { from, to: null, chosen: [] }, by, now);
const pointsOf = async (...guides: string[]) => {
  const { loads } = await teamFor(leader);
  return guides.map((one) => loads.find(({ staffId }) => staffId === one)?.points);
};
const placesOf = (person = "") =>
  read((db) =>
    db
      .select({
        staffId: tables.assignment.staffId,
        primary: tables.assignment.primary,
        intensity: tables.assignment.intensity,
      })
      .from(tables.assignment)
      .where(and(eq(tables.assignment.youngPersonId, person), isNull(tables.assignment.toOn))),
  );
const nameOf = async (id: string) => {
  const [row] = await read((db) => db.select().from(tables.staff).where(eq(tables.staff.id, id)));
  return row?.name ?? "";
};
const made = async (now = WITHIN.now) =>
  (await teamFor(coordinator, now)).moves.find(({ toId }) => toId === receiver) ?? { id: "", version: 0 };

describe("young people given to another guide", () => {
  test("go with that one, who is contact person where the other was, and are met as often as before", async () => {
    const sent = await sentBy(() => does(moveToGuide, move(young.slice(0, 2)), coordinator, at));
    expect(await placesOf(young[0])).toEqual([{ staffId: receiver, primary: true, intensity: "A" }]);
    expect((await placesOf(young[1]))[0]).toMatchObject({ staffId: receiver, intensity: "A" });
    expect(await pointsOf(giver, receiver)).toEqual([3, 6]);
    expect((await logOf("move-to-guide")).at(-1)).toMatchObject({ kind: "caseload-moved", facts: { youngPeople: 2 } });
    const told = sent.flatMap(({ reload }) => reload);
    for (const topic of [giver, receiver, leader].map(staffTopic)) expect(told).toContain(topic);
    expect(told).toContain(personTopic(young[0] ?? ""));
  });

  test("are given all or none: one who is with somebody else by now stops the whole step", async () => {
    const elsewhere = await anyOf(receiver, true);
    const refused = await tryTo(moveToGuide, move([...young, elsewhere]), coordinator, at);
    expect(refused).toMatchObject({ no: "refused", because: "caseload-changed" });
    expect(await pointsOf(giver, receiver)).toEqual([9, 3]);
  });

  test("need a guide to go to, and are at most 200", async () => {
    for (const [over, problem] of [
      [{ to: "" }, { to: "choose" }],
      [{ to: leader }, { to: "choose" }],
      [{ to: giver }, { to: "moves-to-same" }],
      [{ youngPeople: [] }, { youngPeople: "choose-young" }],
      [{ youngPeople: Array(201).fill(young[0]) }, { youngPeople: "too-many-rows" }],
    ] as const)
      expect(await tryTo(moveToGuide, move(young, over), coordinator, at)).toMatchObject({ problems: problem });
  });

  test("never go to one who stood aside around them", async () => {
    const youngPersonId = young[1] ?? "";
    const itemId = await anItem({ meetingId: await aMeeting({ chairId: coordinator }), youngPersonId });
    await transact((db) =>
      db
        .insert(tables.conflictOfInterest)
        .values({ id: newId(), itemId, staffId: receiver, declaredBy: receiver, declaredAt: NOW }),
    );
    expect(await tryTo(moveToGuide, move(young), coordinator, at)).toMatchObject({ problems: { to: "stood-aside" } });
    expect(await pointsOf(giver, receiver)).toEqual([9, 0]);
    const assigning = { youngPersonId, staffId: receiver, kind: "guide", primary: true, fromOn: "" };
    expect(await tryTo(assign, assigning, coordinator, at)).toMatchObject({ problems: { staffId: "stood-aside" } });
  });

  test("are for whoever shares out the work to give: nobody else can", async () => {
    for (const by of [giver, receiver, leader])
      expect(await tryTo(moveToGuide, move(young), by, at)).toMatchObject({ no: "missing" });
  });
});

describe("within ten minutes", () => {
  test("all stand as they stood, also with whom they were already", async () => {
    await anAssignment(young[1] ?? "", receiver, "guide", false);
    const sorted = async () =>
      (await Promise.all(young.map(placesOf))).map((all) => [...all].sort((a, b) => (a.staffId < b.staffId ? -1 : 1)));
    const stood = await sorted();
    await does(moveToGuide, move(young), coordinator, at);
    const { id, version } = await made();
    expect(await tryTo(takeBackGuideMove, { id, version }, leader, WITHIN)).toMatchObject({ no: "missing" });
    await does(takeBackGuideMove, { id, version }, coordinator, WITHIN);
    expect(await sorted()).toEqual(stood);
    expect((await made()).id).toBe("");
  });

  test("not to one who has stopped meanwhile: they stay with who is there", async () => {
    await does(moveToGuide, move(young), coordinator, at);
    const { id, version } = await made();
    await does(endStaff, { id: giver, version: 1 }, await aStaffMember("admin"), at);
    expect(await tryTo(takeBackGuideMove, { id, version }, coordinator, WITHIN)).toMatchObject({
      because: "giver-stopped",
    });
    expect(await placesOf(young[0])).toMatchObject([{ staffId: receiver, primary: true }]);
  });

  test("it is, after that it is not; nor when one of the places was changed meanwhile", async () => {
    await does(moveToGuide, move(young), coordinator, at);
    const { id, version } = await made();
    expect((await made(AFTER.now)).id).toBe("");
    const taken = (options: { now: string }) => tryTo(takeBackGuideMove, { id, version }, coordinator, options);
    expect(await taken(AFTER)).toMatchObject({ because: "move-too-late" });
    const back = { from: receiver, to: giver, youngPeople: young.slice(0, 1) };
    await does(moveToGuide, back, coordinator, WITHIN);
    expect(await taken(WITHIN)).toMatchObject({ because: "caseload-changed" });
  });

  test("to the STU team a move of guides never was", async () => {
    const stu = await aStaffMember("stu_team");
    for (const person of young)
      await transact((db) =>
        db
          .insert(tables.stuCourse)
          .values({ id: crypto.randomUUID(), youngPersonId: person, referredOn: "2026-01-01" }),
      );
    await does(moveToGuide, move(young), coordinator, at);
    const { id, version } = await made();
    expect((await asks(teamLoad, { from: null, to: null, chosen: [] }, stu, WITHIN.now)).moves).toEqual([]);
    expect(await tryTo(takeBackMove, { id, version }, stu, WITHIN)).toMatchObject({ no: "missing" });
  });
});

describe("who was given young people", () => {
  const given = async (by: string, now = WITHIN.now) => {
    const onStart = (await asks(startFor, {}, by, now)).givenToMe;
    expect((await asks(mine, { filters: EVERYBODY }, by, now)).givenToMe).toEqual(onStart);
    return onStart;
  };
  const givenIds = async (by: string, now?: string) =>
    (await given(by, now)).flatMap(({ youngPeople }) => youngPeople.map(({ id }) => id));
  const contact = {
    ...{ channel: "phone", result: "met", company: "only_us", kind: "case_note", text: "Vi talte om fredag." },
    ...{ minutes: "", nextOn: "", nextTime: "", nextPlace: "", score: "" },
  };
  const meets = (youngPersonId: string, set: object = {}) =>
    does(writeContact, { ...contact, youngPersonId, ...set }, receiver, WITHIN);

  test("reads who came, from whom and when, on the start page and among their own; nobody else does", async () => {
    await does(moveToGuide, move(young.slice(0, 2)), coordinator, at);
    const [news] = await given(receiver);
    expect(news).toMatchObject({ movedAt: NOW, from: await nameOf(giver) });
    expect(news?.youngPeople.map(({ id }) => id).sort()).toEqual(young.slice(0, 2).sort());
    expect(news?.youngPeople[0]?.name).toMatch(/\w+ \w+/);
    expect(await given(giver)).toEqual([]);
    for (const by of [coordinator, leader]) expect((await asks(startFor, {}, by, WITHIN.now)).givenToMe).toEqual([]);
    const rows = await logOf("own-young-people");
    expect(rows.map(({ youngPersonId }) => youngPersonId)).toContain(young[0]);
  });

  test("has seen it by one press, of the whole step and for good; it is theirs alone to press, and can still be taken back", async () => {
    await does(moveToGuide, move(young), coordinator, at);
    const { id, version } = await made();
    for (const by of [giver, coordinator, leader])
      expect(await tryTo(seeGivenYoung, { id }, by, WITHIN)).toMatchObject({ no: "missing" });
    expect(await givenIds(receiver)).toHaveLength(3);
    const sent = await sentBy(() => does(seeGivenYoung, { id }, receiver, WITHIN));
    expect(sent.flatMap(({ reload }) => reload)).toEqual([staffTopic(receiver)]);
    expect(await given(receiver)).toEqual([]);
    expect((await logOf("see-given-young")).at(-1)).toMatchObject({ kind: "given-young-seen", facts: { move: id } });
    expect(await tryTo(takeBackGuideMove, { id, version }, coordinator, WITHIN)).toMatchObject({ ok: true });
  });

  test("hears of what is taken back, of those they have seen or been in touch with, until they have seen that too", async () => {
    const newsOf = async (by: string) => {
      const own = (await asks(mine, { filters: EVERYBODY }, by, WITHIN.now)).notComing;
      expect((await asks(startFor, {}, by, WITHIN.now)).notComing).toEqual(own);
      return own;
    };
    const takenBack = async () => {
      const { id, version } = await made();
      const sent = await sentBy(() => does(takeBackGuideMove, { id, version }, coordinator, WITHIN));
      expect(sent.flatMap(({ reload }) => reload)).toContain(staffTopic(receiver));
    };
    await does(moveToGuide, move(young), coordinator, at);
    // Whose young people they were knows that they are not any more, and of whom.
    expect(await newsOf(giver)).toHaveLength(young.length);
    for (const one of await newsOf(giver))
      expect(one).toMatchObject({ name: expect.stringMatching(/ /), wasTheirs: true });
    // Nor are they named there for longer than two weeks, seen or not.
    expect((await asks(startFor, {}, giver, `${addDays(NOW.slice(0, 10), 14)}T12:00:00.000Z`)).notComing).not.toEqual(
      [],
    );
    expect((await asks(startFor, {}, giver, `${addDays(NOW.slice(0, 10), 15)}T12:00:00.000Z`)).notComing).toEqual([]);
    await takenBack();
    expect(await newsOf(giver)).toEqual([]);
    // They knew of nothing.
    expect(await newsOf(receiver)).toEqual([]);
    await does(moveToGuide, move(young), coordinator, at);
    await meets(young[0] ?? "");
    await takenBack();
    expect(await newsOf(receiver)).toHaveLength(1);
    await does(moveToGuide, move(young), coordinator, at);
    // They are theirs again.
    expect(await newsOf(receiver)).toEqual([]);
    const { id } = await made();
    await does(seeGivenYoung, { id }, receiver, WITHIN);
    await takenBack();
    const news = await newsOf(receiver);
    expect(news).toHaveLength(3);
    expect(await newsOf(giver)).toEqual([]);
    for (const one of news) await does(seeNotComing, { id: one.id }, receiver, WITHIN);
    expect(await newsOf(receiver)).toEqual([]);
  });

  test("is not told any more of whom they have contacted since; what they wrote for themselves, or was before, is none", async () => {
    await does(moveToGuide, move(young), coordinator, at);
    await meets(young[1] ?? "", { kind: "reminder" });
    await meets(young[2] ?? "", { happenedAt: "2026-11-20T09:00:00.000Z" });
    await meets(young[0] ?? "", { result: "no_answer" });
    expect((await givenIds(receiver)).sort()).toEqual([young[1], young[2]].sort());
    await meets(young[1] ?? "");
    await meets(young[2] ?? "");
    expect(await given(receiver)).toEqual([]);
  });

  test("is not told of what was taken back, nor of whom they have given on", async () => {
    await does(moveToGuide, move(young), coordinator, at);
    const third = await aStaffMember("youth_guide");
    await does(moveToGuide, { from: receiver, to: third, youngPeople: young.slice(0, 1) }, coordinator, at);
    expect((await givenIds(receiver)).sort()).toEqual(young.slice(1).sort());
    expect((await given(third))[0]?.from).toBe(await nameOf(receiver));
    const { moves } = await teamFor(coordinator, WITHIN.now);
    const last = moves.find(({ toId }) => toId === third);
    await does(takeBackGuideMove, { id: last?.id, version: last?.version }, coordinator, WITHIN);
    expect(await given(third)).toEqual([]);
    expect(await tryTo(seeGivenYoung, { id: last?.id }, third, WITHIN)).toMatchObject({ no: "missing" });
  });
});

test("a guide who leaves with young people leaves them without one; from there they are given on, and back", async () => {
  for (let n = young.length; n < 14; n++) young.push(await anyOf(giver, true));
  await does(endStaff, { id: giver, version: 1 }, await aStaffMember("admin"), at);
  const alone = async () => (await teamFor(leader)).loads.find(({ staffId }) => staffId === null);
  expect(await alone()).toMatchObject({ youngPeople: 14, points: 42 });
  const { places } = await teamFor(coordinator, NOW, "none");
  expect(places.filter(({ name }) => name !== "").map(({ youngPersonId }) => youngPersonId)).toEqual(
    expect.arrayContaining(young),
  );
  await does(moveToGuide, move(young, { from: "none" }), coordinator, at);
  expect([await alone(), ...(await pointsOf(receiver))]).toEqual([undefined, 42]);
  const { id, version } = await made();
  await does(takeBackGuideMove, { id, version }, coordinator, WITHIN);
  expect(await alone()).toMatchObject({ youngPeople: 14 });
});
