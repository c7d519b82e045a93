import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { rawDatabase } from "#db/index.server.ts";
import { fillCodes } from "#domain/codes/fill.server.ts";
import type { Command } from "#domain/command.server.ts";
import { addPlacement, setPlacementOutcome } from "#domain/placements/commands.server.ts";
import { writePlanText } from "#domain/plan/commands.server.ts";
import {
  beginResourcePaper,
  changeResourcePaper,
  handResourcePaper,
  removeResourcePaper,
  reopenResourcePaper,
} from "#domain/resource-paper/commands.server.ts";
import { resourcePaperFor, resourcePaperToFile, resourcePaperVersions } from "#domain/resource-paper/queries.server.ts";
import { paperDaysProblem, paperState, takenOver } from "#domain/resource-paper/rules.ts";
import { finishResourcePaper, keepPaperVersion, writePaperText } from "#domain/resource-paper/text-commands.server.ts";
import { endCourse, takeOverCourse } from "#domain/stu/course-commands.server.ts";
import { courseFor } from "#domain/stu/course-queries.server.ts";
import { gradeCourse, setDeadline } from "#domain/stu/deadline-commands.server.ts";
import { addCourseGoal } from "#domain/stu/paper-commands.server.ts";
import { addProvider } from "#domain/stu/place-commands.server.ts";
import { courseStanding } from "#domain/stu/standing.ts";
import type { CourseRow } from "#domain/stu/views.server.ts";
import { anAssignment, aStaffMember, asks, aYoungPerson, does, NOW, TODAY, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";

aDatabase();

const at = { now: NOW };
let member = "";
let colleague = "";
let guide = "";
let otherGuide = "";
let place = "";
let person = "";
let courseId = "";
beforeAll(async () => {
  await fillCodes();
  member = await aStaffMember("stu_team");
  colleague = await aStaffMember("stu_team");
  guide = await aStaffMember("youth_guide");
  otherGuide = await aStaffMember("youth_guide");
  place = (await does(addProvider, { name: "STU-sted Prøven", phone: "00 43 10 09" }, member, at)).answer.id;
});
beforeEach(async () => {
  person = await aYoungPerson({ bornOn: "2005-03-12" });
  await anAssignment(person, guide);
  await anAssignment(person, member, "stu_team");
  const days = { decidedOn: "10/4-2024", startOn: "12/8-2024", baseEndOn: "" };
  const from = { youngPersonId: person, fromMunicipality: "Prøvekøbing", providerId: place };
  courseId = (await does(takeOverCourse, { ...from, ...days }, member, at)).answer.id;
});

const pageOf = (staff = member, propose: null | "own_words" | "learned" | "after" | "support" | "contact" = null) =>
  asks(resourcePaperFor, { id: courseId, propose }, staff, NOW);
const begin = async (over: object = {}) =>
  (await does(beginResourcePaper, { courseId, way: "here", begunOn: "3/6-2026", ...over }, member, at)).answer.id;
const paperNow = async () => (await pageOf()).course.rows.find((row) => row.kind === "resource-paper");
const textsNow = async () => (await pageOf()).course.rows.filter((row) => row.kind === "paper-text");
const write = (id: string, text: string, version = 0, part = "own_words", who = member) =>
  does(writePaperText, { id, part, version, text }, who, at);
const deadlines = async () => {
  const { course, person: whom, rules, today } = await asks(courseFor, { id: courseId }, member, NOW);
  const row = course.rows.find((one): one is CourseRow => one.kind === "course") as CourseRow;
  const standing = courseStanding(row, course.rows, whom, rules, today);
  return Object.fromEntries(
    standing.deadlines
      .filter(({ code }) => code.startsWith("resource_paper"))
      .map(({ code, stand, heldOn }) => [code, heldOn ?? stand]),
  );
};

describe("the state of a paper follows from its days", () => {
  const none = { begunOn: "2026-06-03", draftOn: null, finalOn: null };
  test.each([
    [none, "begun"],
    [{ ...none, draftOn: "2026-09-01" }, "draft"],
    [{ ...none, draftOn: "2026-09-01", finalOn: "2026-11-01" }, "final"],
    [{ ...none, finalOn: "2026-11-01" }, "final"],
  ] as const)("%j is %s", (days, state) => expect(paperState(days)).toBe(state));

  test.each([
    [{ begunOn: "2024-08-11" }, "begunOn", "not-in-course"],
    [{ draftOn: "2026-06-02" }, "draftOn", "paper-days-swapped"],
    [{ finalOn: "2026-06-02" }, "finalOn", "paper-days-swapped"],
    [{ draftOn: "2026-09-01", finalOn: "2026-08-31" }, "finalOn", "paper-days-swapped"],
  ] as const)("%j is told at %s: %s", (days, field, problem) =>
    expect(paperDaysProblem({ ...none, ...days }, "2024-08-12")).toEqual({ field, problem }),
  );

  test("all on one day is right, and so is the first day of the course", () => {
    const day = "2024-08-12";
    expect(paperDaysProblem({ begunOn: day, draftOn: day, finalOn: day }, day)).toBeNull();
    expect(paperDaysProblem(none, null)).toMatchObject({ field: "begunOn", problem: "not-in-course" });
  });

  test("what is taken over stands under what was written, and nothing twice", () => {
    expect(takenOver("", ["a", "b"])).toBe("a\nb");
    expect(takenOver("Jeg kan a", ["a", "b"])).toBe("Jeg kan a\n\nb");
    expect(takenOver("a\nb", ["a", "b"])).toBe("a\nb");
  });
});

describe("a paper that the place writes", () => {
  const reference = (over: object = {}) => ({
    ...{ begunOn: "3/6-2026", draftOn: "", finalOn: "", system: "Stedets arkiv", number: "17", datedOn: "" },
    ...{ link: "https://sted.example/17", ...over },
  });

  test("is begun, its draft comes, it is final: the deadlines are met by those days and by nothing else", async () => {
    expect(await deadlines()).toEqual({ resource_paper_started: "missing", resource_paper_final: "missing" });
    const id = await begin({ way: "by_place" });
    expect(await deadlines()).toEqual({ resource_paper_started: "2026-06-03", resource_paper_final: "missing" });
    await does(changeResourcePaper, { id, version: 1, ...reference({ draftOn: "1/9-2026" }) }, colleague, at);
    expect(await paperNow()).toMatchObject({ draftOn: "2026-09-01", system: "Stedets arkiv" });
    const days = { draftOn: "1/9-2026", finalOn: "2/11-2026", datedOn: "30/10-2026" };
    await does(changeResourcePaper, { id, version: 2, ...reference(days) }, member, at);
    expect(await deadlines()).toEqual({ resource_paper_started: "2026-06-03", resource_paper_final: "2026-11-02" });
    await does(reopenResourcePaper, { id, version: 3 }, member, at);
    expect(await deadlines()).toMatchObject({ resource_paper_final: "missing" });
    expect((await logOf("reopen-resource-paper")).at(-1)).toMatchObject({
      kind: "resource-paper-reopened",
      youngPersonId: person,
    });
  });

  test("says when it is final, whatever was written with the deadline before; a planned day stays", async () => {
    const of = { courseId, code: "resource_paper_final", number: 1 };
    await does(setDeadline, { ...of, version: 0, plannedOn: "1/5-2027", heldOn: "1/11-2026" }, member, at);
    expect(await deadlines()).toMatchObject({ resource_paper_final: "2026-11-01" });
    await begin({ way: "by_place" });
    expect(await deadlines()).toMatchObject({ resource_paper_final: "planned" });
  });

  test("cannot be final before it was begun, nor tomorrow; what came is found somewhere, by https", async () => {
    const id = await begin({ way: "by_place" });
    const tries: [object, object][] = [
      [{ finalOn: "2/6-2026" }, { finalOn: "paper-days-swapped" }],
      [{ finalOn: "25/11-2026" }, { finalOn: "not-yet" }],
      [{ datedOn: "25/11-2026" }, { datedOn: "not-yet" }],
      [{ begunOn: "11/8-2024" }, { begunOn: "not-in-course" }],
      [{ draftOn: "31/2-2026" }, { draftOn: "no-such-day" }],
      [{ draftOn: "1/9-2026", system: "" }, { system: "required" }],
      [{ link: "http://sted.example" }, { link: "https" }],
      [{ number: "120305-1234" }, { number: "has-cpr" }],
    ];
    for (const [over, problems] of tries)
      expect(await tryTo(changeResourcePaper, { id, version: 1, ...reference(over) }, member, at)).toMatchObject({
        no: "invalid",
        problems,
      });
    expect(await tryTo(writePaperText, { id, part: "support", version: 0, text: "x" }, member, at)).toMatchObject({
      no: "missing",
    });
    await expect(asks(resourcePaperToFile, { id: courseId, version: null }, member, NOW)).rejects.toThrow("missing");
  });
});

describe("a paper that is written here", () => {
  test("is written part by part: who saw an older text is shown what stands", async () => {
    const id = await begin();
    await write(id, "Jeg vil arbejde i et køkken");
    const no = await tryTo(writePaperText, { id, part: "own_words", version: 0, text: "Andet" }, colleague, at);
    expect(no).toMatchObject({ no: "conflict", now: { text: "Jeg vil arbejde i et køkken", version: 1 } });
    await write(id, "Han møder til tiden", 0, "strengths", colleague);
    await write(id, "Jeg vil arbejde i et stort køkken", 1, "own_words", colleague);
    expect(await textsNow()).toMatchObject([
      { part: "own_words", text: "Jeg vil arbejde i et stort køkken", version: 2, editedById: colleague },
      { part: "strengths", text: "Han møder til tiden", version: 1 },
    ]);
    const [first] = await textsNow();
    const { history } = await asks(
      resourcePaperVersions,
      { id: courseId, from: null, to: null, row: first?.id ?? "" },
      guide,
      NOW,
    );
    expect(history?.map(({ text, editedById }) => [text, editedById])).toEqual([
      ["Jeg vil arbejde i et stort køkken", colleague],
      ["Jeg vil arbejde i et køkken", member],
    ]);
  });

  test("is kept as versions, any two side by side; the first is its draft, and none is the one before it again", async () => {
    const id = await begin();
    expect(await tryTo(keepPaperVersion, { id }, member, at)).toMatchObject({ problems: { id: "paper-empty" } });
    await write(id, "Et køkken");
    await does(keepPaperVersion, { id }, member, at);
    expect(await paperNow()).toMatchObject({ draftOn: TODAY, finalOn: null });
    expect(await tryTo(keepPaperVersion, { id }, colleague, at)).toMatchObject({ problems: { id: "paper-same" } });
    await write(id, "Et stort køkken", 1);
    await does(keepPaperVersion, { id }, colleague, at);
    const compared = (from: number | null, to: number | null) =>
      asks(resourcePaperVersions, { id: courseId, from, to, row: null }, member, NOW);
    expect((await compared(1, 2)).changed).toMatchObject([{ before: "Et køkken", after: "Et stort køkken" }]);
    expect((await compared(0, 1)).changed).toMatchObject([{ before: "", after: "Et køkken" }]);
    expect(await compared(null, null)).toMatchObject({
      from: 2,
      changed: [],
      versions: [{ number: 2 }, { number: 1 }],
    });
    await expect(compared(1, 9)).rejects.toThrow("missing");
    expect(() => rawDatabase().exec("update resource_paper_version set content = '[]'")).toThrow("is not changed");
  });

  test("is made final as it was seen, opened again with a press, and its final version stays", async () => {
    const id = await begin();
    await write(id, "Et køkken");
    const seen = (written: number, version = 1) => ({ id, version, written });
    await write(id, "Et stort køkken", 1, "own_words", colleague);
    expect(await tryTo(finishResourcePaper, seen(1), member, at)).toMatchObject({ problems: { id: "paper-moved-on" } });
    await does(finishResourcePaper, seen(2), member, at);
    expect(await deadlines()).toMatchObject({ resource_paper_final: TODAY });
    expect(await tryTo(finishResourcePaper, seen(2), colleague, at)).toMatchObject({ problems: { id: "paper-final" } });
    expect(await tryTo(writePaperText, { id, part: "own_words", version: 2, text: "x" }, member, at)).toMatchObject({
      problems: { text: "paper-final" },
    });
    await does(reopenResourcePaper, { id, version: 2 }, colleague, at);
    await write(id, "Noget helt andet", 2);
    const file = await asks(resourcePaperToFile, { id: courseId, version: 1 }, member, NOW);
    expect(file).toMatchObject({ version: { number: 1, final: true }, texts: [{ text: "Et stort køkken" }] });
    expect(await asks(resourcePaperToFile, { id: courseId, version: null }, guide, NOW)).toMatchObject({
      texts: [{ text: "Noget helt andet" }],
    });
    const exported = (await logOf("resource-paper-file")).filter(({ kind }) => kind === "resource-paper-exported");
    expect(exported.slice(-2)).toMatchObject([
      { actorId: member, youngPersonId: person, facts: { course: courseId, version: 1 } },
      { actorId: guide, youngPersonId: person, facts: { course: courseId, version: null } },
    ]);
    await expect(asks(resourcePaperToFile, { id: courseId, version: 7 }, member, NOW)).rejects.toThrow("missing");
  });

  test("is handed to the place and back again with what was written; a final one is not", async () => {
    const id = await begin();
    await write(id, "Et køkken");
    await does(keepPaperVersion, { id }, member, at);
    await does(handResourcePaper, { id, version: 2, way: "by_place" }, member, at);
    expect(await paperNow()).toMatchObject({ way: "by_place", draftOn: null });
    await does(handResourcePaper, { id, version: 3, way: "here" }, member, at);
    expect(await paperNow()).toMatchObject({ way: "here", draftOn: TODAY });
    expect(await textsNow()).toHaveLength(1);
    await does(finishResourcePaper, { id, version: 4, written: 1 }, member, at);
    const handed = await tryTo(handResourcePaper, { id, version: 5, way: "by_place" }, member, at);
    expect(handed).toMatchObject({ problems: { way: "paper-final" } });
  });

  test("is begun on a day that has come, within the course", async () => {
    for (const [begunOn, problem] of [
      ["25/11-2026", "not-yet"],
      ["11/8-2024", "not-in-course"],
      ["", "required"],
      ["31/2-2026", "no-such-day"],
    ])
      expect(await tryTo(beginResourcePaper, { courseId, way: "here", begunOn }, member, at)).toMatchObject({
        problems: { begunOn: problem },
      });
  });

  test("that was begun by mistake is taken off while nothing is written in it; a course has one at a time", async () => {
    const id = await begin();
    const again = { courseId, way: "here", begunOn: "4/6-2026" };
    expect(await tryTo(beginResourcePaper, again, colleague, at)).toMatchObject({
      problems: { begunOn: "paper-begun" },
    });
    await does(removeResourcePaper, { id, version: 1 }, member, at);
    expect(await paperNow()).toBeUndefined();
    expect(await deadlines()).toMatchObject({ resource_paper_started: "missing" });
    const second = await begin();
    await write(second, "Et køkken");
    expect(await tryTo(removeResourcePaper, { id: second, version: 1 }, member, at)).toMatchObject({
      problems: { id: "paper-written" },
    });
  });
});

test("who reads the paper right after the course stands in the log with it", async () => {
  const id = await begin();
  await write(id, "Et køkken");
  const reader = await aStaffMember("stu_team");
  await asks(courseFor, { id: courseId }, reader, NOW);
  await pageOf(reader);
  const seen = (await logOf("resource-paper")).filter(({ kind, actorId }) => kind === "read" && actorId === reader);
  expect(seen.map(({ youngPersonId }) => youngPersonId)).toEqual([person]);
});

test("the file of a course that has ended says when it did", async () => {
  const id = await begin();
  await write(id, "Et køkken");
  const { course } = await pageOf();
  const { version } = course.rows.find((row): row is CourseRow => row.kind === "course") as CourseRow;
  const end = { ending: "dropped_out_positive", endedOn: "20/11-2026", toMunicipality: "" };
  await does(endCourse, { id: courseId, version, ...end }, member, at);
  const file = await asks(resourcePaperToFile, { id: courseId, version: null }, member, NOW);
  expect(file.endOn).toBe("2026-11-20");
});

describe("what could stand in a part of it", () => {
  const proposed = async (part: "own_words" | "learned" | "after" | "support" | "contact", staff = member) =>
    (await pageOf(staff, part)).proposal?.lines;

  test("comes from the plan, the course, the jobs and internships and both ratings; nothing of it is written", async () => {
    await begin();
    const wish = { youngPersonId: person, part: "wish", version: 0, text: "Jeg vil i et køkken" };
    await does(writePlanText, wish, guide, at);
    const job = { employer: "Bageriet", placementKind: "internship", pay: "unpaid", hours: "12", fromOn: "1/3-2026" };
    const { id: placed } = (await does(addPlacement, { youngPersonId: person, ...job, toOn: "1/5-2026" }, guide, at))
      .answer;
    await does(setPlacementOutcome, { id: placed, version: 1, outcome: "fitted" }, guide, at);
    await does(addCourseGoal, { courseId, text: "Jeg kan lave mad til fire", state: "met" }, member, at);
    const rate = { courseId, about: "occupation", standsOn: "", note: "" };
    await does(gradeCourse, { ...rate, level: "2", source: "team" }, member, at);
    await does(gradeCourse, { ...rate, level: "1", source: "youth" }, member, at);
    expect(await proposed("own_words")).toMatchObject([
      { from: "plan-text", part: "wish", text: "Jeg vil i et køkken" },
    ]);
    expect(await proposed("learned")).toMatchObject([
      { from: "placement", employer: "Bageriet", placementKind: "internship", outcome: "fitted" },
      { from: "course-goal", text: "Jeg kan lave mad til fire" },
    ]);
    expect(await proposed("after")).toMatchObject([{ from: "rating", about: "occupation", level: 2, own: 1 }]);
    // What was written of an earlier day stands beside no level of a later one.
    const earlier = { ...rate, level: "0", source: "team", standsOn: "1/9-2026", note: "Ved det ikke endnu" };
    const later = { now: "2026-11-21T09:05:00.000Z" };
    await does(gradeCourse, { ...rate, level: "3", source: "provider", note: "Fast job" }, member, later);
    await does(gradeCourse, earlier, member, at);
    expect(await proposed("after")).toMatchObject([{ about: "occupation", level: 3, own: 1, note: "Fast job" }]);
    expect(await proposed("contact")).toContainEqual(
      expect.objectContaining({ role: "place", name: "STU-sted Prøven", phone: "00 43 10 09" }),
    );
    expect(await textsNow()).toEqual([]);
  });

  test("is of what the asker may see: without the plan nothing of the plan, for a reader nothing at all", async () => {
    await begin();
    await does(writePlanText, { youngPersonId: person, part: "wish", version: 0, text: "Et køkken" }, guide, at);
    // The team follows every course; whether it opens the plan is another right.
    const { mayOpenPerson } = await asks(courseFor, { id: courseId }, colleague, NOW);
    expect((await proposed("own_words", colleague))?.length).toBe(mayOpenPerson ? 1 : 0);
    expect((await pageOf(guide, "own_words")).proposal).toBeNull();
  });
});

test("it is the team's to write, read by those who go with the young person, and not there for anybody else", async () => {
  const id = await begin();
  await write(id, "Et køkken");
  const all: unknown[] = [
    [beginResourcePaper, { courseId, way: "here", begunOn: "3/6-2026" }],
    [changeResourcePaper, { id, version: 1, begunOn: "3/6-2026" }],
    [handResourcePaper, { id, version: 1, way: "by_place" }],
    [writePaperText, { id, part: "own_words", version: 1, text: "x" }],
    [keepPaperVersion, { id }],
    [finishResourcePaper, { id, version: 1, written: 1 }],
    [reopenResourcePaper, { id, version: 1 }],
    [removeResourcePaper, { id, version: 1 }],
  ];
  for (const [of, input] of all as [Command, object][]) {
    expect([of.name, await tryTo(of, input, guide, at)]).toMatchObject([of.name, { no: "refused" }]);
    expect([of.name, await tryTo(of, input, otherGuide, at)]).toMatchObject([of.name, { no: "missing" }]);
  }
  expect(await pageOf(guide)).toMatchObject({ mayWrite: false });
  for (const look of [
    () => pageOf(otherGuide),
    () => asks(resourcePaperVersions, { id: courseId, from: null, to: null, row: null }, otherGuide, NOW),
    () => asks(resourcePaperToFile, { id: courseId, version: null }, otherGuide, NOW),
  ])
    await expect(look()).rejects.toThrow("missing");
});
