import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { addItem } from "#domain/agenda/commands.server.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import {
  setClarification,
  setClarifiedFrom,
  setTransition,
  setTransitionCheck,
  setTransitionMeeting,
} from "#domain/transition/commands.server.ts";
import { transitionBoard } from "#domain/transition/queries.server.ts";
import {
  aMeeting,
  anAssignment,
  aStaffMember,
  asks,
  aYoungPerson,
  does,
  NOW,
  TODAY,
  tryTo,
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";
import { sentBy } from "#tests/support/traces.ts";

aDatabase();

const at = { now: NOW };
const lastOf = async (door: string) => (await logOf(door)).at(-1);
let coordinator = "";
let guide = "";
let stranger = "";
let leader = "";
let outsider = "";
let person = "";
beforeAll(async () => {
  coordinator = await aStaffMember("coordinator");
  stranger = await aStaffMember("caseworker");
  leader = await aStaffMember("leader");
  outsider = await aStaffMember("external");
});
beforeEach(async () => {
  guide = await aStaffMember("youth_guide");
  person = await aYoungPerson();
  await anAssignment(person, guide);
});

const board = (staffId = guide, now = NOW) => asks(transitionBoard, {}, staffId, now);
const rowsOf = async (staffId = guide) => (await board(staffId)).people?.find(({ id }) => id === person)?.rows ?? [];
const stands = (set: Record<string, unknown> = {}) => ({
  youngPersonId: person,
  version: 0,
  covered: "yes",
  coveredEvidence: "Lægebrev af 3. maj",
  supportBasisDecidedOn: "",
  supportBasisEvidence: "",
  ...set,
});
const check = (set: Record<string, unknown> = {}) => ({
  youngPersonId: person,
  consideration: "housing",
  version: 0,
  state: "under_way",
  responsibleId: guide,
  standsOn: "1/3-2027",
  evidence: "Besøg i botilbud aftalt",
  ...set,
});
const graded = (set: Record<string, unknown> = {}) => ({
  youngPersonId: person,
  about: "future",
  level: 2,
  standsOn: "14/11",
  evidence: "Alma vil gå på FGU",
  ...set,
});

describe("the list of those on the way to 18", () => {
  test("holds whom the asker may open, and nobody else", async () => {
    expect((await board()).people).toMatchObject([{ id: person, mayWrite: true, rows: [] }]);
    expect((await board(stranger)).people).toEqual([]);
    expect((await board(coordinator)).people?.map(({ id }) => id)).toContain(person);
  });

  test("is not there for those who only come to meetings", async () => {
    await expect(board(outsider)).rejects.toMatchObject({ answer: { no: "missing" } });
  });

  test("has the nearest birthday first, and whoever has turned 18 after them; outside 15½ to 18½ nobody", async () => {
    const others: Record<string, string> = {
      tomorrow: "2008-11-22",
      today: "2008-11-21",
      justIn: "2011-05-21",
      tooYoung: "2011-05-22",
      justOut: "2008-05-20",
      lastDay: "2008-05-21",
    };
    const named = new Map([[person, "own"]]);
    for (const [name, bornOn] of Object.entries(others)) {
      const id = await aYoungPerson({ bornOn });
      await anAssignment(id, guide);
      named.set(id, name);
    }
    const shown = (await board()).people?.map(({ id }) => named.get(id));
    expect(shown).toEqual(["tomorrow", "own", "justIn", "today", "lastDay"]);
  });

  test("logs each whom it showed, by the rule that let the asker", async () => {
    await board();
    const rows = (await logOf("transition-board")).filter(({ actorId }) => actorId === guide);
    expect(rows).toMatchObject([{ kind: "read", youngPersonId: person, reason: "assigned" }]);
  });
});

describe("what is written on the way to 18", () => {
  test("is told to the lists of those who go with the young person and of the coordinators, and to no others", async () => {
    const own = { youngPersonId: person };
    const sent = await sentBy(async () => {
      await does(setTransition, stands(), guide, at);
      await does(setTransitionCheck, check(), guide, at);
      await does(setClarification, graded(), guide, at);
      await does(setTransitionMeeting, { ...own, model: "at_16", version: 0, plannedOn: "1/3-2027" }, guide, at);
    });
    expect(sent).toHaveLength(4);
    for (const { reload } of sent) {
      expect(reload).toEqual(expect.arrayContaining([`staff:${guide}`, `staff:${coordinator}`]));
      expect(reload).not.toContain(`staff:${stranger}`);
    }
  });

  test("covered or not, with what shows it, and the day the support basis was decided", async () => {
    await does(setTransition, stands(), guide, at);
    await does(setTransition, stands({ version: 1, supportBasisDecidedOn: "14/11" }), guide, at);
    const row = { kind: "transition", id: person, covered: "yes", supportBasisDecidedOn: "2026-11-14", version: 2 };
    expect(await rowsOf()).toMatchObject([row]);
    expect(await lastOf("set-transition")).toMatchObject({
      kind: "transition-set",
      youngPersonId: person,
      facts: { covered: "yes", decided: true },
    });
    const later = stands({ version: 2, supportBasisDecidedOn: "1/12-2026" });
    expect(await tryTo(setTransition, later, guide, at)).toMatchObject({
      problems: { supportBasisDecidedOn: "not-yet" },
    });
  });

  test("each of the six considerations stands for itself, with who is responsible and by when", async () => {
    await does(setTransitionCheck, check(), guide, at);
    await does(setTransitionCheck, check({ consideration: "social", standsOn: "", evidence: "" }), guide, at);
    const checks = (await rowsOf()).filter((row) => row.kind === "transition-check");
    expect(checks.sort((one, other) => (one.consideration < other.consideration ? -1 : 1))).toMatchObject([
      { consideration: "housing", state: "under_way", responsibleId: guide, standsOn: "2027-03-01" },
      { consideration: "social", standsOn: null },
    ]);
    expect(await lastOf("set-transition-check")).toMatchObject({
      kind: "transition-check-set",
      facts: { consideration: "social", state: "under_way" },
    });
    const nobody = check({ version: 1, responsibleId: person });
    expect(await tryTo(setTransitionCheck, nobody, guide, at)).toMatchObject({ no: "missing" });
    const early = check({ version: 1, state: "in_place" });
    expect(await tryTo(setTransitionCheck, early, guide, at)).toMatchObject({ problems: { standsOn: "not-yet" } });
  });

  test("whoever writes in the same place as somebody else learns what stands", async () => {
    await does(setTransitionCheck, check(), guide, at);
    const other = check({ evidence: "Andet" });
    expect(await tryTo(setTransitionCheck, other, coordinator, at)).toMatchObject({
      no: "conflict",
      now: { evidence: "Besøg i botilbud aftalt", version: 1 },
    });
    await does(setTransition, stands(), guide, at);
    expect(await tryTo(setTransition, stands(), coordinator, at)).toMatchObject({ no: "conflict" });
  });

  test("each step of the clarification stays, with its day and what shows it", async () => {
    await does(setClarification, graded(), guide, at);
    const later = { now: "2026-11-21T09:00:01.000Z" };
    await does(setClarification, graded({ level: 3, standsOn: TODAY, evidence: "Plan aftalt" }), guide, later);
    expect(await rowsOf()).toMatchObject([
      { about: "future", level: 2, standsOn: "2026-11-14", writtenById: guide },
      { about: "future", level: 3, standsOn: TODAY },
    ]);
    expect(await lastOf("set-clarification")).toMatchObject({ kind: "clarification-set" });
    for (const [set, problems] of [
      [{ standsOn: "1/12-2026" }, { standsOn: "not-yet" }],
      [{ level: 6 }, { level: "number" }],
      [{ evidence: " " }, { evidence: "required" }],
      [{ evidence: "070308-5013 siger ja" }, { evidence: "has-cpr" }],
    ])
      expect(await tryTo(setClarification, graded(set), guide, at)).toMatchObject({ no: "invalid", problems });
    await expect(
      transact((db) => db.update(tables.clarification).set({ level: 5 })),
      "no way around it",
    ).rejects.toThrow(/clarification/);
  });

  test("each model meeting has the day it is planned for and the day it was held", async () => {
    const meeting = { youngPersonId: person, model: "at_16", version: 0, plannedOn: "3/12-2026", heldOn: "" };
    await does(setTransitionMeeting, meeting, guide, at);
    expect(await rowsOf()).toMatchObject([{ model: "at_16", plannedOn: "2026-12-03", heldOn: null }]);
    const held = { ...meeting, version: 1, heldOn: "4/12-2026" };
    expect(await tryTo(setTransitionMeeting, held, guide, at)).toMatchObject({ problems: { heldOn: "not-yet" } });
    await does(setTransitionMeeting, { ...held, heldOn: "20/11" }, guide, at);
    expect(await rowsOf()).toMatchObject([{ heldOn: "2026-11-20", version: 2 }]);
    expect(await lastOf("set-transition-meeting")).toMatchObject({ kind: "transition-meeting-set" });
  });

  test("stands in the plan at once, and is not there for who does not go with the young person", async () => {
    const done = await does(setClarification, graded(), guide, at);
    expect(done.changes).toMatchObject([{ topic: `person:${person}`, put: [{ kind: "clarification", level: 2 }] }]);
    const { plan } = await asks(peopleAround, { id: person }, guide, NOW);
    expect(plan.rows).toMatchObject([{ kind: "clarification", level: 2 }]);
    const meeting = { youngPersonId: person, model: "at_16", version: 0, plannedOn: "", heldOn: "" };
    for (const no of [
      await tryTo(setTransition, stands(), stranger, at),
      await tryTo(setTransitionCheck, check(), stranger, at),
      await tryTo(setClarification, graded(), stranger, at),
      await tryTo(setTransitionMeeting, meeting, leader, at),
    ])
      expect(no).toEqual({ ok: false, no: "missing" });
    expect(await tryTo(setClarifiedFrom, { level: 3 }, guide, at)).toEqual({ ok: false, no: "missing" });
  });
});

describe("the share that was clarified at 18", () => {
  const grown = async (bornOn: string, clarified: boolean, by: string) => {
    const id = await aYoungPerson({ bornOn });
    await anAssignment(id, by);
    const [year, ...rest] = bornOn.split("-");
    const on = [Number(year) + 18, ...rest].join("-");
    if (clarified)
      for (const about of ["future", "support_basis"])
        await does(setClarification, { ...graded({ about, level: 4, standsOn: on }), youngPersonId: id }, by, at);
    return id;
  };

  test("counts only whom the asker may open; the leader gets all, without small numbers and without a name", async () => {
    const other = await aStaffMember("youth_guide");
    for (let n = 0; n < 6; n += 1) await grown(`2006-08-1${n}`, true, guide);
    for (let n = 0; n < 5; n += 1) await grown(`2006-09-1${n}`, false, other);
    await grown("2007-03-01", true, other);
    const half = { year: 2006, half: 2 };
    expect((await board()).shares).toEqual({ own: [{ ...half, turned: 6, clarified: 6 }], all: null });
    expect((await board(other)).shares.own).toEqual([
      { year: 2007, half: 1, turned: 1, clarified: 1 },
      { ...half, turned: 5, clarified: 0 },
    ]);
    const seen = await board(leader);
    expect(seen).toMatchObject({ people: null, next: null, maySet: false, shares: { own: null } });
    expect(seen.shares.all?.filter(({ year }) => year < 2008)).toEqual([
      { year: 2007, half: 1, turned: null, clarified: null },
      { ...half, turned: 11, clarified: 6 },
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/Alma|Prøvegaard/);
    expect((await logOf("transition-board")).filter(({ actorId }) => actorId === leader)).toEqual([]);
  });

  test("counts nobody whom the forum did not know at 18", async () => {
    const id = await aYoungPerson({ bornOn: "2007-03-01" });
    await transact((db) =>
      db.insert(tables.assignment).values({
        id: "0190a000-0000-7000-8000-000000000001",
        youngPersonId: id,
        staffId: guide,
        kind: "guide",
        fromOn: "2025-03-02",
      }),
    );
    expect((await board()).shares.own).toEqual([]);
  });

  test("the level from which somebody is clarified is set by those who coordinate, and reckoned anew", async () => {
    await grown("2007-01-10", true, guide);
    expect((await board()).clarifiedFrom).toBe(4);
    await does(setClarifiedFrom, { level: 5 }, coordinator, at);
    expect(await lastOf("set-clarified-from")).toMatchObject({ kind: "clarified-from-set" });
    expect(await board()).toMatchObject({ clarifiedFrom: 5, shares: { own: [{ turned: 1, clarified: 0 }] } });
    for (const level of [0, 6])
      expect(await tryTo(setClarifiedFrom, { level }, coordinator, at)).toMatchObject({ no: "invalid" });
    await does(setClarifiedFrom, { level: 4 }, coordinator, at);
  });
});

describe("the next agenda", () => {
  test("is that of the next meeting the asker runs, not the one that runs now and none under § 115", async () => {
    const soon = { startsAt: "2026-11-24T08:00:00.000Z", endsAt: "2026-11-24T10:00:00.000Z" };
    const later = { startsAt: "2026-12-08T08:00:00.000Z", endsAt: "2026-12-08T10:00:00.000Z" };
    await aMeeting({ chairId: coordinator, state: "running", endsAt: "2026-11-21T12:00:00.000Z" });
    await aMeeting({ chairId: coordinator, ...soon });
    await transact((db) => db.update(tables.meeting).set({ typeCode: "section115" }));
    const next = await aMeeting({ chairId: coordinator, ...later });
    expect((await board(coordinator)).next).toEqual({ meetingId: next, startsAt: later.startsAt });
    expect((await board()).next).toBeNull();
    const item = { meetingId: next, kind: "person", youngPersonId: person, question: "Hvad mangler?", minutes: 20 };
    await does(addItem, item, coordinator, at);
    const shown = (await board(coordinator)).people?.find(({ id }) => id === person);
    expect(shown?.coming).toEqual({ meetingId: next, startsAt: later.startsAt });
  });
});
