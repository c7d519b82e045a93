import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fillCodes } from "#domain/codes/fill.server.ts";
import type { Command } from "#domain/command.server.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import { addPlacement, setPlacementOutcome } from "#domain/placements/commands.server.ts";
import { takeOverCourse } from "#domain/stu/course-commands.server.ts";
import { courseFor } from "#domain/stu/course-queries.server.ts";
import { setDeadline } from "#domain/stu/deadline-commands.server.ts";
import { coursesFollowed } from "#domain/stu/list.server.ts";
import { courseFiltersIn } from "#domain/stu/list-filters.ts";
import {
  addCourseGoal,
  addMeetingPoint,
  addPaper,
  changeCourseGoal,
  changeMeetingPoint,
  changePaper,
  removeCourseGoal,
  removeMeetingPoint,
  removePaper,
} from "#domain/stu/paper-commands.server.ts";
import { addProvider } from "#domain/stu/place-commands.server.ts";
import { courseStanding } from "#domain/stu/standing.ts";
import type { CourseRow, CourseRows } from "#domain/stu/views.server.ts";
import { setTransition } from "#domain/transition/commands.server.ts";
import { anAssignment, aStaffMember, asks, aYoungPerson, does, NOW, tryTo } from "#tests/support/builders.ts";
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
  place = (await does(addProvider, { name: "STU-sted Prøven", phone: "" }, member, at)).answer.id;
});
beforeEach(async () => {
  person = await aYoungPerson({ bornOn: "2008-03-12" });
  await anAssignment(person, guide);
  await anAssignment(person, member, "stu_team");
  const days = { decidedOn: "10/4-2025", startOn: "11/8-2025", baseEndOn: "" };
  const from = { youngPersonId: person, fromMunicipality: "Prøvekøbing", providerId: place };
  courseId = (await does(takeOverCourse, { ...from, ...days }, member, at)).answer.id;
});

const pageOf = (staff = member) => asks(courseFor, { id: courseId }, staff, NOW);
const rowsOf = async <K extends CourseRows["kind"]>(kind: K) =>
  (await pageOf()).course.rows.filter((row): row is Extract<CourseRows, { kind: K }> => row.kind === kind);
const deadline = async (code: string) => {
  const { course, person: whom, rules, today } = await pageOf();
  const row = course.rows.find((one): one is CourseRow => one.kind === "course") as CourseRow;
  return courseStanding(row, course.rows, whom, rules, today).deadlines.find((one) => one.code === code);
};

const paper = (over: object = {}) => ({
  ...{ paper: "course_plan", system: "Stedets arkiv", number: "17", link: "https://sted.example/17" },
  ...{ datedOn: "1/9-2025", placeSaidYesOn: "", ...over },
});
const kinds = [
  {
    kind: "paper",
    commands: [addPaper, changePaper, removePaper],
    first: paper(),
    changed: paper({ number: "18" }),
    stands: { number: "18" },
  },
  {
    kind: "course-goal",
    commands: [addCourseGoal, changeCourseGoal, removeCourseGoal],
    first: { text: "Jeg vil kunne lave mad", state: "open" },
    changed: { text: "Jeg vil kunne lave mad til fire", state: "met" },
    stands: { text: "Jeg vil kunne lave mad til fire", state: "met" },
  },
  {
    kind: "meeting-point",
    commands: [addMeetingPoint, changeMeetingPoint, removeMeetingPoint],
    first: { number: "1", text: "Praktik", note: "" },
    changed: { text: "Praktik", note: "Han vil gerne" },
    stands: { note: "Han vil gerne" },
  },
] as const;

describe.each(kinds)("a row of a course: $kind", ({ kind, commands, first, changed, stands }) => {
  const [add, change, remove] = commands as unknown as Command<never, { id: string }>[] as [
    Command<never, { id: string }>,
    Command,
    Command,
  ];

  test("is added, changed by a colleague and taken off, each with its row in the log", async () => {
    const { id } = (await does(add, { courseId, ...first }, member, at)).answer;
    expect(await rowsOf(kind)).toHaveLength(1);
    await does(change, { id, version: 1, ...changed }, colleague, at);
    expect(await rowsOf(kind)).toEqual([expect.objectContaining(stands)]);
    expect(await tryTo(change, { id, version: 1, ...changed }, member, at)).toMatchObject({ no: "conflict" });
    await does(remove, { id, version: 2 }, member, at);
    expect(await rowsOf(kind)).toEqual([]);
    expect(await tryTo(change, { id, version: 3, ...changed }, member, at)).toMatchObject({ no: "missing" });
    for (const { name } of [add, change, remove]) {
      const row = (await logOf(name)).filter((one) => one.kind !== "refused").at(-1);
      expect(row).toMatchObject({ kind: expect.stringMatching(/^course-/), youngPersonId: person });
    }
  });

  test("is the team's to write: the guide reads it, to another guide it is not there", async () => {
    const { id } = (await does(add, { courseId, ...first }, member, at)).answer;
    for (const [of, input] of [
      [add, { courseId, ...first }],
      [change, { id, version: 1, ...changed }],
      [remove, { id, version: 1 }],
    ] as [Command, object][]) {
      expect(await tryTo(of, input, guide, at)).toMatchObject({ no: "refused" });
      expect(await tryTo(of, input, otherGuide, at)).toMatchObject({ no: "missing" });
    }
  });
});

test("a paper is a reference by https, without a civil registration number, and a yes has been said", async () => {
  const tries: [object, string][] = [
    [{ link: "http://sted.example/17" }, "link"],
    [{ link: "https://sted.example/120308-1234" }, "link"],
    [{ placeSaidYesOn: "22/11-2026" }, "placeSaidYesOn"],
    [{ system: "" }, "system"],
    [{ datedOn: "31/2-2026" }, "datedOn"],
  ];
  for (const [over, field] of tries)
    expect(await tryTo(addPaper, { courseId, ...paper(over) }, member, at)).toMatchObject({
      problems: { [field]: expect.anything() },
    });
});

test("how a goal read before stands with who changed it, the newest first", async () => {
  const { id } = (await does(addCourseGoal, { courseId, text: "Lave mad", state: "open" }, member, at)).answer;
  await does(changeCourseGoal, { id, version: 1, text: "Lave mad til to", state: "open" }, colleague, at);
  await does(changeCourseGoal, { id, version: 2, text: "Lave mad til to", state: "met" }, member, at);
  expect((await pageOf()).formerGoals).toEqual([
    { id, version: 2, text: "Lave mad til to", state: "open", until: NOW, byId: member },
    { id, version: 1, text: "Lave mad", state: "open", until: NOW, byId: colleague },
  ]);
});

describe("nobody writes twice", () => {
  test("the course plan is held when the place said yes to it", async () => {
    await does(addPaper, { courseId, ...paper() }, member, at);
    expect(await deadline("course_plan")).toMatchObject({ stand: "missing" });
    await does(addPaper, { courseId, ...paper({ paper: "hours", placeSaidYesOn: "2/9-2025" }) }, member, at);
    expect(await deadline("course_plan")).toMatchObject({ stand: "missing" });
    await does(addPaper, { courseId, ...paper({ placeSaidYesOn: "5/9-2025" }) }, member, at);
    expect(await deadline("course_plan")).toMatchObject({ stand: "held", heldOn: "2025-09-05" });
    // Nothing would show a day that is written beside it.
    const which = { courseId, code: "course_plan", number: "1", version: "0", plannedOn: "1/9-2025" };
    expect(await tryTo(setDeadline, { ...which, heldOn: "9/9-2025" }, member, at)).toMatchObject({
      problems: { heldOn: "held-elsewhere" },
    });
    await does(setDeadline, { ...which, heldOn: "" }, member, at);
    expect(await deadline("course_plan")).toMatchObject({ plannedOn: "2025-09-01", heldOn: "2025-09-05" });
  });

  const place = (fromOn: string) => ({
    ...{ youngPersonId: person, employer: "Bageriet Prøven", placementKind: "internship", pay: "unpaid", hours: "" },
    ...{ fromOn, toOn: "", contactName: "", contactPhone: "", municipal: "" },
  });

  test("the first internship is the first since the start; one that is ahead is planned", async () => {
    await does(addPlacement, place("1/6-2025"), guide, at);
    expect(await deadline("first_internship")).toMatchObject({ stand: "missing" });
    await does(addPlacement, place("1/12-2026"), guide, at);
    expect(await deadline("first_internship")).toMatchObject({ stand: "planned", plannedOn: "2026-12-01" });
    const { courses } = await asks(coursesFollowed, { filters: courseFiltersIn(new URLSearchParams()) }, member, NOW);
    const listed = courses.find(({ id }) => id === courseId)?.deadlines ?? [];
    expect(listed.filter(({ derived }) => derived).map(({ code }) => code)).toEqual(["first_internship"]);
    await does(addPlacement, place("1/2-2026"), guide, at);
    expect(await deadline("first_internship")).toMatchObject({ stand: "held", heldOn: "2026-02-01" });
  });

  test("what they live on from 18 is decided where the way to 18 is written", async () => {
    const said = { covered: "yes", coveredEvidence: "", supportBasisDecidedOn: "1/3-2026", supportBasisEvidence: "" };
    await does(setTransition, { youngPersonId: person, version: "0", ...said }, guide, at);
    expect(await deadline("support_basis_18")).toMatchObject({ stand: "held", heldOn: "2026-03-01" });
  });

  test("how it went is said by the team as by those of the plan, and by nobody else", async () => {
    const { id } = (await does(addPlacement, place("1/2-2026"), guide, at)).answer;
    const went = (outcome: string, version: number) => ({ id, version, outcome });
    await does(setPlacementOutcome, went("fitted", 1), colleague, at);
    await does(setPlacementOutcome, went("job_offered", 2), guide, at);
    expect((await pageOf()).placements).toMatchObject([{ outcome: "job_offered" }]);
    expect((await logOf("set-placement-outcome")).at(-1)).toMatchObject({ kind: "placement-outcome-set" });
    expect(await tryTo(setPlacementOutcome, went("fitted", 3), otherGuide, at)).toMatchObject({ no: "missing" });
    expect(await tryTo(setPlacementOutcome, went("rigtig fint", 3), guide, at)).toMatchObject({ no: "invalid" });
  });
});

test("in the plan a line leads to the course, for those who may see it", async () => {
  const lineFor = async (staff: string) => (await asks(peopleAround, { id: person }, staff, NOW)).stu.course;
  const line = { id: courseId, state: "running", isOver: false, next: { code: "course_plan", dueOn: "2025-10-11" } };
  expect(await lineFor(guide)).toEqual(line);
  expect(await lineFor(member)).toEqual(line);
  expect(await lineFor(await aStaffMember("coordinator"))).toBeNull();
});
