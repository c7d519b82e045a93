import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { rubricDimensions } from "#db/vocabulary.ts";
import { fillCodes } from "#domain/codes/fill.server.ts";
import type { Command } from "#domain/command.server.ts";
import { newId } from "#domain/ids.server.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import {
  assessCourse,
  decideCourse,
  endCourse,
  noteCourse,
  planCourse,
  referCourse,
  takeBackCourseEnd,
  takeOverCourse,
} from "#domain/stu/course-commands.server.ts";
import { courseFor } from "#domain/stu/course-queries.server.ts";
import { gradeCourse, planDeadlines, setDeadline } from "#domain/stu/deadline-commands.server.ts";
import { changeInterruption, interruptCourse, removeInterruption } from "#domain/stu/interruption-commands.server.ts";
import { coursesFollowed } from "#domain/stu/list.server.ts";
import { courseFiltersIn } from "#domain/stu/list-filters.ts";
import { addProvider, choosePlace, offerPlace, removePlaceOffer } from "#domain/stu/place-commands.server.ts";
import { isCleared } from "#domain/stu/rubric.ts";
import { courseStanding } from "#domain/stu/standing.ts";
import type { CourseRow, CourseRows } from "#domain/stu/views.server.ts";
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
/** Eleven minutes after. */
const LATER = { now: "2026-11-21T09:11:00.000Z" };
let member = "";
let guide = "";
let otherGuide = "";
let caseworker = "";
let places: [string, string];
let person = "";
beforeAll(async () => {
  await fillCodes();
  member = await aStaffMember("stu_team");
  guide = await aStaffMember("youth_guide");
  otherGuide = await aStaffMember("youth_guide");
  caseworker = await aStaffMember("caseworker");
  const place = async (name: string) => (await does(addProvider, { name, phone: "" }, member, at)).answer.id;
  places = [await place("STU-sted Prøven"), await place("STU-sted Eksempel")];
});
async function somebody() {
  person = await aYoungPerson({ bornOn: "2008-03-12" });
  await anAssignment(person, guide);
  await anAssignment(person, member, "stu_team");
}
beforeEach(somebody);

const lastKind = async (door: string) => (await logOf(door)).at(-1)?.kind;

const pageOf = (id: string, now = NOW, staff = member) => asks(courseFor, { id }, staff, now);
const rowOf = async (id: string, now = NOW): Promise<CourseRow> =>
  (await pageOf(id, now)).course.rows.find((row) => row.kind === "course") as CourseRow;
const rowsOf = async <K extends CourseRows["kind"]>(id: string, kind: K) =>
  (await pageOf(id)).course.rows.filter((row): row is Extract<CourseRows, { kind: K }> => row.kind === kind);
const standingOf = async (id: string, now = NOW) => {
  const { course, person: whom, rules, today } = await pageOf(id, now);
  const row = course.rows.find((one): one is CourseRow => one.kind === "course") as CourseRow;
  return courseStanding(row, course.rows, whom, rules, today);
};
const seen = async (id: string) => ({ id, version: (await rowOf(id)).version });

const referred = async (youngPersonId = person) =>
  (await does(referCourse, { youngPersonId, referredOn: "1/9-2026" }, member, at)).answer.id;
const taken = (over: object = {}) => ({
  ...{ youngPersonId: person, fromMunicipality: "Prøvekøbing", providerId: places[0] },
  ...{ decidedOn: "10/4-2025", startOn: "11/8-2025", baseEndOn: "", ...over },
});
const running = async () => (await does(takeOverCourse, taken(), member, at)).answer.id;
const planned = (over: object = {}) => ({ startOn: "11/1-2027", baseEndOn: "", yearHours: "840", line: "", ...over });

/** Proposed, granted, and a place chosen between two. */
async function chosen() {
  const id = await referred();
  await does(assessCourse, { ...(await seen(id)), assessedOn: "15/9-2026" }, member, at);
  const decision = { decision: "granted", decidedOn: "1/10-2026", decisionSystem: "Esas", decisionNumber: "A-1" };
  await does(decideCourse, { ...(await seen(id)), ...decision }, member, at);
  for (const providerId of places)
    await does(offerPlace, { courseId: id, providerId, ownProposal: "", offeredOn: "" }, member, at);
  const choice = { providerId: places[1], placeChosenOn: "", onlyPlaceReason: "" };
  await does(choosePlace, { ...(await seen(id)), ...choice }, member, at);
  return id;
}

describe("who may", () => {
  const row = (id: string) => ({ id, version: 1 });
  /** Each with what it asks for, about a course that runs. */
  const commands = [
    [assessCourse, (id: string) => ({ ...row(id), assessedOn: "" })],
    [
      decideCourse,
      (id: string) => ({ ...row(id), decision: "granted", decidedOn: "", decisionSystem: "", decisionNumber: "" }),
    ],
    [planCourse, (id: string) => ({ ...row(id), ...planned() })],
    [endCourse, (id: string) => ({ ...row(id), ending: "completed", endedOn: "", toMunicipality: "" })],
    [takeBackCourseEnd, row],
    [noteCourse, (id: string) => ({ ...row(id), note: "Ring" })],
    [choosePlace, (id: string) => ({ ...row(id), providerId: places[0], placeChosenOn: "", onlyPlaceReason: "" })],
    [offerPlace, (courseId: string) => ({ courseId, providerId: places[0], ownProposal: "", offeredOn: "" })],
    [
      setDeadline,
      (courseId: string) => ({ courseId, code: "course_plan", number: "1", version: "0", plannedOn: "", heldOn: "" }),
    ],
    [
      gradeCourse,
      (courseId: string) => ({ courseId, about: "housing", level: "1", source: "team", standsOn: "", note: "" }),
    ],
    [interruptCourse, (courseId: string) => ({ courseId, fromOn: "1/10-2026", resumedOn: "", reason: "illness" })],
  ] as const;

  test.each(commands)("$0.name: the guide of the young person reads it, and does not write", async (of, inputOf) => {
    const id = await running();
    expect(await tryTo(of as unknown as Command, inputOf(id), guide, at)).toMatchObject({ ok: false, no: "refused" });
    expect(await lastKind(of.name)).toBe("refused");
  });

  test.each(commands)("$0.name: to others who work with young people the course is not there", async (of, inputOf) => {
    const id = await running();
    for (const one of [otherGuide, caseworker])
      expect(await tryTo(of as unknown as Command, inputOf(id), one, at)).toMatchObject({ ok: false, no: "missing" });
  });

  test("a course is begun by the STU team alone", async () => {
    const missing = { ok: false, no: "missing" };
    expect(await tryTo(referCourse, { youngPersonId: person, referredOn: "" }, guide, at)).toEqual(missing);
    expect(await tryTo(takeOverCourse, taken(), otherGuide, at)).toEqual(missing);
    expect(await tryTo(addProvider, { name: "Et tredje sted", phone: "" }, guide, at)).toEqual(missing);
  });

  test("the team sees all courses, a guide those of theirs, and each young person seen stands in the log", async () => {
    const id = await running();
    const idsFor = async (staff: string) =>
      (await asks(coursesFollowed, { filters: courseFiltersIn(new URLSearchParams()) }, staff, NOW)).courses.map(
        (one) => one.id,
      );
    expect(await idsFor(member)).toContain(id);
    expect(await idsFor(guide)).toContain(id);
    expect(await idsFor(otherGuide)).toEqual([]);
    expect(await lastKind("courses")).toBe("read");
  });
});

test("from the proposal to a start, step by step, each with its row in the log", async () => {
  const id = await chosen();
  const state = async () => (await standingOf(id)).state;
  expect(await state()).toBe("place_chosen");
  await does(planCourse, { ...(await seen(id)), ...planned() }, member, at);
  expect(await rowOf(id)).toMatchObject({ startOn: "2027-01-11", baseEndOn: "2030-01-11", yearHours: 840 });
  expect((await standingOf(id, "2027-01-11T09:00:00.000Z")).state).toBe("running");
  const kinds = [
    ["refer-course", "course-referred"],
    ["assess-course", "course-assessed"],
    ["decide-course", "course-decided"],
    ["offer-place", "course-place-offered"],
    ["choose-place", "course-place-chosen"],
    ["plan-course", "course-planned"],
    ["take-over-course", "course-taken-over"],
  ] as const;
  await somebody();
  await running();
  for (const [door, kind] of kinds) expect(await lastKind(door)).toBe(kind);
});

test("who stood aside begins no course, and does not learn whether there is one", async () => {
  const aside = await aStaffMember(["stu_team", "coordinator"]);
  const itemId = await anItem({ meetingId: await aMeeting({ chairId: aside }), youngPersonId: person });
  const conflict = { id: newId(), itemId, staffId: aside, declaredAt: NOW, declaredBy: aside };
  await transact((db) => db.insert(tables.conflictOfInterest).values(conflict));
  const answers = async () => [
    await tryTo(referCourse, { youngPersonId: person, referredOn: "" }, aside, at),
    await tryTo(takeOverCourse, taken(), aside, at),
    (await asks(peopleAround, { id: person }, aside, NOW)).stu,
  ];
  const none = await answers();
  await running();
  const missing = { ok: false, no: "missing" };
  expect([none, await answers()]).toEqual(Array(2).fill([missing, missing, { course: null, places: null }]));
});

describe("what cannot be", () => {
  const invalid = (field: string, problem: string) => ({ ok: false, no: "invalid", problems: { [field]: problem } });

  test("a second course of one young person", async () => {
    await referred();
    expect(await tryTo(referCourse, { youngPersonId: person, referredOn: "" }, member, at)).toEqual(
      invalid("youngPersonId", "has-course"),
    );
    expect(await tryTo(takeOverCourse, taken(), member, at)).toEqual(invalid("youngPersonId", "has-course"));
  });

  test("a place that is none, or is closed, for one that another municipality began", async () => {
    const closed = newId();
    const row = { id: closed, name: "Lukket sted", sortKey: "lukket sted", closedOn: "2026-01-01" };
    await transact((db) => db.insert(tables.stuProvider).values(row));
    for (const providerId of [newId(), closed])
      expect(await tryTo(takeOverCourse, taken({ providerId }), member, at)).toEqual(invalid("providerId", "choose"));
  });

  test.each([
    ["an end before the start", planned({ baseEndOn: "10/1-2027" }), "baseEndOn", "days-swapped"],
    ["an end on the day of the start", planned({ baseEndOn: "11/1-2027" }), "baseEndOn", "days-swapped"],
    ["a start on the 25th birthday", planned({ startOn: "12/3-2033" }), "startOn", "starts-at-25"],
    [
      "an end more than five years after the start",
      planned({ baseEndOn: "12/1-2032" }),
      "baseEndOn",
      "beyond-five-years",
    ],
  ])("%s", async (_, days, field, problem) => {
    const id = await chosen();
    const input = { ...(await seen(id)), ...days };
    expect(await tryTo(planCourse, input, member, at)).toEqual(invalid(field, problem));
    expect((await rowOf(id)).startOn).toBeNull();
  });

  test("fewer than 840 hours a year", async () => {
    const id = await chosen();
    const input = { ...(await seen(id)), ...planned({ yearHours: "839" }) };
    expect(await tryTo(planCourse, input, member, at)).toMatchObject({
      no: "invalid",
      problems: { yearHours: expect.anything() },
    });
  });

  test("the day before the 25th birthday, and an end on the last day of the five years, can", async () => {
    const id = await chosen();
    const last = planned({ startOn: "11/3-2033", baseEndOn: "11/3-2038" });
    expect(await tryTo(planCourse, { ...(await seen(id)), ...last }, member, at)).toMatchObject({ ok: true });
  });

  test("interruptions that overlap, begin before the course, or end before they begin", async () => {
    const courseId = await running();
    const rest = (fromOn: string, resumedOn: string) => ({ courseId, fromOn, resumedOn, reason: "illness" });
    await does(interruptCourse, rest("1/2-2026", "1/5-2026"), member, at);
    const tries: [object, object][] = [
      [rest("30/4-2026", "1/6-2026"), invalid("fromOn", "interruption-overlaps")],
      [rest("1/1-2026", ""), invalid("fromOn", "interruption-overlaps")],
      [rest("10/8-2025", "1/9-2025"), invalid("fromOn", "not-in-course")],
      [rest("1/9-2026", "1/9-2026"), invalid("resumedOn", "days-swapped")],
    ];
    for (const [input, no] of tries) expect(await tryTo(interruptCourse, input, member, at)).toEqual(no);
    expect(await tryTo(interruptCourse, rest("1/5-2026", "2/5-2026"), member, at)).toMatchObject({ ok: true });
  });

  test("a choice of one place without a reason, or of one that was not offered", async () => {
    const id = await referred();
    const decision = { decision: "granted", decidedOn: "", decisionSystem: "", decisionNumber: "" };
    await does(decideCourse, { ...(await seen(id)), ...decision }, member, at);
    const offer = { courseId: id, providerId: places[0], ownProposal: "yes", offeredOn: "" };
    await does(offerPlace, offer, member, at);
    expect(await tryTo(offerPlace, offer, member, at)).toEqual(invalid("providerId", "taken"));
    const choice = { ...(await seen(id)), providerId: places[0], placeChosenOn: "", onlyPlaceReason: "" };
    expect(await tryTo(choosePlace, choice, member, at)).toEqual(invalid("onlyPlaceReason", "only-place"));
    expect(await tryTo(choosePlace, { ...choice, providerId: places[1] }, member, at)).toEqual(
      invalid("providerId", "choose"),
    );
    await does(choosePlace, { ...choice, onlyPlaceReason: "Kun ét sted tager imod" }, member, at);
    const [made] = await rowsOf(id, "place-offer");
    const mine = { id: made?.id, version: made?.version };
    expect(await tryTo(removePlaceOffer, mine, member, at)).toMatchObject({ because: "course-place-chosen" });
  });

  test("a step that the course is past, a day that is not yet, and a place by the same name", async () => {
    const id = await running();
    const now = { ...(await seen(id)) };
    expect(await tryTo(assessCourse, { ...now, assessedOn: "" }, member, at)).toMatchObject({
      because: "course-not-from-here",
    });
    const end = { ...now, ending: "completed", toMunicipality: "" };
    expect(await tryTo(endCourse, { ...end, endedOn: "22/11-2026" }, member, at)).toEqual(
      invalid("endedOn", "not-yet"),
    );
    expect(await tryTo(endCourse, { ...end, endedOn: "11/8-2025" }, member, at)).toEqual(
      invalid("endedOn", "days-swapped"),
    );
    expect(await tryTo(addProvider, { name: "stu-sted prøven", phone: "" }, member, at)).toEqual(
      invalid("name", "taken"),
    );
  });
});

describe("what was refused", () => {
  const refused = { decision: "refused", decidedOn: "", decisionSystem: "", decisionNumber: "" };
  const again = { ...refused, decision: "granted" };
  test("can be decided otherwise, unless another course has begun since", async () => {
    const id = await referred();
    await does(decideCourse, { ...(await seen(id)), ...refused }, member, at);
    expect(await rowOf(id)).toMatchObject({ granted: false, closedOn: "2027-02-21" });
    await does(decideCourse, { ...(await seen(id)), ...again }, member, at);
    expect(await rowOf(id)).toMatchObject({ granted: true, closedOn: null });
    expect((await standingOf(id)).state).toBe("granted");
    await does(decideCourse, { ...(await seen(id)), ...refused }, member, at);
    await referred();
    expect(await tryTo(decideCourse, { ...(await seen(id)), ...again }, member, at)).toMatchObject({
      problems: { youngPersonId: "has-course" },
    });
  });
  test("long ago stands for the rest of the day, and who follows it is asked anew", async () => {
    const { answer } = await does(referCourse, { youngPersonId: person, referredOn: "1/2-2026" }, member, at);
    const long = { ...(await seen(answer.id)), ...refused, decidedOn: "1/3-2026" };
    const sent = await sentBy(() => does(decideCourse, long, member, at));
    expect(sent.some(({ rights }) => rights)).toBe(true);
    expect((await rowOf(answer.id)).closedOn).toBe("2026-11-22");
  });
});

test("an offer that was written by mistake is taken off", async () => {
  const id = await chosen();
  const offer = (await rowsOf(id, "place-offer")).find(({ providerId }) => providerId === places[0]);
  await does(removePlaceOffer, { id: offer?.id, version: offer?.version }, member, at);
  expect(await rowsOf(id, "place-offer")).toHaveLength(1);
  expect(await lastKind("remove-place-offer")).toBe("course-place-offer-removed");
});

test("what interrupts a course moves its planned end; changed or taken off, the end follows", async () => {
  const courseId = await running();
  const end = async () => (await standingOf(courseId)).plannedEndOn;
  expect(await end()).toBe("2028-08-11");
  const rest = { fromOn: "1/2-2026", resumedOn: "1/5-2026", reason: "illness" };
  const { answer } = await does(interruptCourse, { courseId, ...rest }, member, at);
  expect(await end()).toBe("2028-11-08");
  const { id } = answer;
  await does(changeInterruption, { id, version: 1, ...rest, resumedOn: "2/5-2026" }, member, at);
  expect(await end()).toBe("2028-11-09");
  expect(await tryTo(removeInterruption, { id, version: 2 }, guide, at)).toMatchObject({ no: "refused" });
  await does(removeInterruption, { id, version: 2 }, member, at);
  expect(await end()).toBe("2028-08-11");
  expect(await lastKind("interrupt-course")).toBe("course-interrupted");
  expect(await lastKind("change-interruption")).toBe("course-interruption-changed");
  expect(await lastKind("remove-interruption")).toBe("course-interruption-removed");
});

describe("deadlines", () => {
  const one = (courseId: string, over: object = {}) => ({
    ...{ courseId, code: "course_plan", number: "1", version: "0", plannedOn: "1/12", heldOn: "", ...over },
  });

  test("are planned, and held; a day that has not come is not held", async () => {
    const id = await running();
    const stand = async () => (await standingOf(id)).deadlines.find(({ code }) => code === "course_plan")?.stand;
    await does(setDeadline, one(id), member, at);
    expect(await stand()).toBe("planned");
    expect(await tryTo(setDeadline, one(id, { version: "1", heldOn: "22/11-2026" }), member, at)).toMatchObject({
      problems: { heldOn: "not-yet" },
    });
    await does(setDeadline, one(id, { version: "1", heldOn: "20/11-2026" }), member, at);
    expect(await stand()).toBe("held");
    expect(await tryTo(setDeadline, one(id), member, at)).toMatchObject({ no: "conflict" });
    expect(await lastKind("set-deadline")).toBe("course-deadline-set");
  });

  test("have a day of their own, but for those that the start and the end themselves meet", async () => {
    const id = await running();
    expect(await tryTo(setDeadline, one(id, { code: "course_end" }), member, at)).toMatchObject({
      problems: { code: "choose" },
    });
    const row = `${id} course_end 1 0`;
    expect(await tryTo(planDeadlines, { rows: [row], days: ["1/12"] }, member, at)).toMatchObject({
      problems: { [row]: "unreadable" },
    });
    expect(await rowsOf(id, "deadline")).toEqual([]);
  });

  test("many are planned at once, all or none", async () => {
    const first = await running();
    await somebody();
    const second = await running();
    const rows = [`${first} status_meeting 1 0`, `${second} status_meeting 1 0`];
    const wrong = await tryTo(planDeadlines, { rows, days: ["1/12", "32/12"] }, member, at);
    expect(wrong).toMatchObject({ no: "invalid", problems: { [rows[1] as string]: expect.anything() } });
    expect(await rowsOf(first, "deadline")).toEqual([]);
    const done = await does(planDeadlines, { rows, days: ["1/12", "2/12"] }, member, at);
    expect(done.answer).toEqual({ set: 2 });
    expect((await logOf("plan-deadlines")).filter(({ kind }) => kind === "course-deadline-set")).toHaveLength(2);
    expect(await tryTo(planDeadlines, { rows, days: [] }, guide, at)).toMatchObject({ no: "missing" });
  });
});

test("a rating is a row of its own, each time; the young person's own word stands beside the others'", async () => {
  const courseId = await running();
  const rate = (level: string, source: string, standsOn: string) =>
    does(gradeCourse, { courseId, about: "housing", level, source, standsOn, note: "" }, member, at);
  await rate("2", "team", "1/10-2026");
  await rate("1", "provider", "1/11-2026");
  await rate("3", "youth", "1/11-2026");
  expect(await rowsOf(courseId, "rating")).toHaveLength(3);
  const { levels } = await standingOf(courseId);
  expect(levels.find(({ about }) => about === "housing")).toEqual({ about: "housing", level: 1, own: 3 });
  expect(await lastKind("grade-course")).toBe("course-graded");
});

test("cleared is who has chosen and tried all, and arranged what to do and what to live on", () => {
  const levels = (of: number, most: number) =>
    rubricDimensions.map((about, n) => ({ about, level: n < 2 ? most : of }) as const);
  expect(isCleared(levels(2, 3))).toBe(true);
  expect(isCleared(levels(2, 2))).toBe(false);
  expect(isCleared(levels(1, 3))).toBe(false);
  expect(isCleared(rubricDimensions.map((about) => ({ about, level: null })))).toBe(false);
});

describe("the end", () => {
  const end = async (id: string, over: object = {}) =>
    does(endCourse, { ...(await seen(id)), ending: "completed", endedOn: "", toMunicipality: "", ...over }, member, at);

  test("is taken back within ten minutes, also when a line was written since", async () => {
    const id = await running();
    await end(id);
    expect(await lastKind("end-course")).toBe("course-ended");
    await does(noteCourse, { ...(await seen(id)), note: "Ring til stedet" }, member, at);
    expect(await lastKind("note-course")).toBe("course-noted");
    expect((await pageOf(id)).takenBackUntil).toBe("2026-11-21T09:10:00.000Z");
    await does(takeBackCourseEnd, await seen(id), member, at);
    expect(await rowOf(id)).toMatchObject({ endedOn: null, ending: null, note: "Ring til stedet" });
    expect((await standingOf(id)).state).toBe("running");
    expect(await lastKind("take-back-course-end")).toBe("course-end-taken-back");
  });

  test("stands after that, and where nothing ended there is nothing to take back", async () => {
    const id = await running();
    expect(await tryTo(takeBackCourseEnd, await seen(id), member, at)).toMatchObject({ because: "course-too-late" });
    await end(id);
    expect((await pageOf(id, LATER.now)).takenBackUntil).toBeNull();
    expect(await tryTo(takeBackCourseEnd, await seen(id), member, LATER)).toMatchObject({ because: "course-too-late" });
  });

  test("is not taken back when another course has begun", async () => {
    const id = await running();
    await end(id, { ending: "dropped_out_negative" });
    await referred();
    expect(await tryTo(takeBackCourseEnd, await seen(id), member, at)).toMatchObject({
      problems: { youngPersonId: "has-course" },
    });
  });

  test("in another municipality names it; the team sees the course for the rest of the day", async () => {
    const id = await running();
    const moved = { ...(await seen(id)), ending: "transferred_municipality", endedOn: "", toMunicipality: "" };
    expect(await tryTo(endCourse, moved, member, at)).toMatchObject({ problems: { toMunicipality: "required" } });
    const other = await aStaffMember("stu_team");
    await does(endCourse, { ...moved, toMunicipality: "Prøvestad" }, member, at);
    expect(await pageOf(id, NOW, other)).toMatchObject({ mayWrite: true });
    await expect(pageOf(id, "2026-11-22T09:00:00.000Z", other)).rejects.toThrow("missing");
  });
});
