import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { boardFor } from "#domain/board/queries.server.ts";
import { fillCodes } from "#domain/codes/fill.server.ts";
import type { Command } from "#domain/command.server.ts";
import { addPlacement } from "#domain/placements/commands.server.ts";
import { beginResourcePaper } from "#domain/resource-paper/commands.server.ts";
import { SECTION_115 } from "#domain/sharing/rules.ts";
import { endCourse, noteCourse, takeBackCourseEnd, takeOverCourse } from "#domain/stu/course-commands.server.ts";
import { courseFor } from "#domain/stu/course-queries.server.ts";
import { gradeCourse, setDeadline } from "#domain/stu/deadline-commands.server.ts";
import { interruptCourse } from "#domain/stu/interruption-commands.server.ts";
import type { StuLineRow } from "#domain/stu/line.server.ts";
import { addCourseGoal, addPaper } from "#domain/stu/paper-commands.server.ts";
import { addProvider } from "#domain/stu/place-commands.server.ts";
import { changeDeadlineRule } from "#domain/stu/rule-commands.server.ts";
import { courseStanding } from "#domain/stu/standing.ts";
import type { CourseRow } from "#domain/stu/views.server.ts";
import { itemTopic } from "#domain/topics.ts";
import { setTransition } from "#domain/transition/commands.server.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
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
import { aPairedScreen, shownTo } from "../screen/a-screen.ts";

aDatabase();

const at = { now: NOW };
let member = "";
let place = "";
let room: Room;
let courseId = "";
beforeAll(async () => {
  await fillCodes();
  member = await aStaffMember("stu_team");
  place = (await does(addProvider, { name: "STU-sted Prøven", phone: "" }, member, at)).answer.id;
});
beforeEach(async () => {
  const youngPersonId = await aYoungPerson({ firstName: "Signe", bornOn: "2008-03-12" });
  room = await aRoom({ youngPersonId });
  await anAssignment(youngPersonId, member, "stu_team");
  const days = { decidedOn: "10/4-2025", startOn: "11/8-2025", baseEndOn: "" };
  const from = { youngPersonId, fromMunicipality: "Prøvekøbing", providerId: place };
  courseId = (await does(takeOverCourse, { ...from, ...days }, member, at)).answer.id;
});

const boardOf = (staffId: string, itemId = room.item, meetingId = room.meeting) =>
  asks(boardFor, { meetingId, itemId }, staffId, NOW);
const lineFor = async (staffId: string) => {
  const rows = (await boardOf(staffId)).item?.rows ?? [];
  return rows.find((row): row is StuLineRow => row.kind === "stu-line");
};

/** What the command sends of the line to those who watch the item: nothing, or its rows and the keys of those that are gone. */
async function toldBy(of: Command<never, unknown>, input: object, staffId = member) {
  const sent = await sentBy(() => does(of as Command, input, staffId, at));
  const [change] = sent.flatMap(({ changes }) => changes).filter(({ topic }) => topic === itemTopic(room.item));
  return change && { put: change.put, drop: change.drop };
}

test("whoever may read the item reads how the course stands, what comes next and how clear it is", async () => {
  const line = await lineFor(room.adviser);
  expect(line).toEqual({
    ...{ kind: "stu-line", id: courseId, state: "running", year: 2 },
    next: { code: "course_plan", number: 1, repeats: false, dueOn: "2025-10-11", plannedOn: null },
    levels: ["occupation", "support_basis", "housing", "network", "community"].map((about) => ({ about, level: null })),
  });
  expect(await lineFor(room.chair)).toEqual(line);
  const [read] = (await logOf("board")).filter(({ kind, itemId }) => kind === "read" && itemId === room.item);
  expect(read).toMatchObject({ actorId: room.adviser, youngPersonId: room.youngPerson });
});

test("the way on to the whole course stands there for those who go with the young person alone", async () => {
  expect((await boardOf(room.guide)).courses).toEqual([courseId]);
  for (const staffId of [room.chair, room.adviser]) expect((await boardOf(staffId)).courses).toEqual([]);
});

test("whoever may not read the item reads no line, nor does a member of the team who has the course", async () => {
  const colleague = await aStaffMember("stu_team");
  for (const staffId of [room.outsider, colleague])
    await expect(boardOf(staffId)).rejects.toMatchObject({ answer: { no: "missing" } });
  const seated = await aStaffMember("forum_member");
  await transact((db) => db.insert(tables.meetingMember).values({ meetingId: room.meeting, staffId: seated }));
  expect((await boardOf(seated)).item).toBeNull();
});

test("the line opens nothing of the course: who reads it by the item alone is told of no course", async () => {
  const grade = { courseId, about: "housing", level: "1", source: "team", standsOn: "", note: "" };
  for (const staffId of [room.chair, room.adviser]) {
    expect(await tryTo(gradeCourse, grade, staffId, at)).toMatchObject({ no: "missing" });
    await expect(asks(courseFor, { id: courseId }, staffId, NOW)).rejects.toMatchObject({ answer: { no: "missing" } });
  }
});

const changes: [string, Command<never, unknown>, () => object, Partial<StuLineRow> | null][] = [
  [
    "a rating",
    gradeCourse as never,
    () => ({ courseId, about: "housing", level: "2", source: "team", standsOn: "", note: "Om boligen" }),
    { levels: expect.arrayContaining([{ about: "housing", level: 2 }]) as never },
  ],
  [
    "a planned day",
    setDeadline as never,
    () => ({ courseId, code: "course_plan", number: "1", version: "0", plannedOn: "1/12-2026", heldOn: "" }),
    { next: expect.objectContaining({ code: "course_plan", plannedOn: "2026-12-01" }) as never },
  ],
  [
    "a deadline that is met",
    setDeadline as never,
    () => ({ courseId, code: "course_plan", number: "1", version: "0", plannedOn: "", heldOn: "1/10-2025" }),
    { next: expect.objectContaining({ code: "status_meeting", number: 1 }) as never },
  ],
  [
    "a paper that the place said yes to",
    addPaper as never,
    () => ({
      ...{ courseId, paper: "course_plan", system: "Arkiv", number: "1", link: "", datedOn: "1/9-2025" },
      placeSaidYesOn: "1/10-2025",
    }),
    { next: expect.objectContaining({ code: "status_meeting" }) as never },
  ],
  [
    "a pause",
    interruptCourse as never,
    () => ({ courseId, fromOn: "1/11-2026", resumedOn: "", reason: "illness" }),
    { state: "interrupted" },
  ],
  [
    "a resource paper that is begun",
    beginResourcePaper as never,
    () => ({ courseId, way: "here", begunOn: "1/9-2026" }),
    { id: expect.any(String) as never },
  ],
  ["a goal", addCourseGoal as never, () => ({ courseId, text: "Vil lave mad", state: "open" }), null],
  ["a line of the team", noteCourse as never, () => ({ id: courseId, version: "1", note: "Ring til mor" }), null],
];

test.each(changes)("%s is told to the board as it is loaded there, and nothing more than the line", async (...row) => {
  const [, of, input, expected] = row;
  const told = await toldBy(of, input());
  if (expected === null) {
    expect(told).toBeUndefined();
    return;
  }
  expect(told?.put).toEqual([expect.objectContaining(expected)]);
  expect(told?.put).toEqual([await lineFor(room.adviser)]);
  expect(JSON.stringify(told)).not.toMatch(/Om boligen|Arkiv|illness/);
});

test("what stands elsewhere about the young person moves the line too", async () => {
  const held = { courseId, code: "course_plan", number: "1", version: "0", plannedOn: "", heldOn: "1/10-2025" };
  await does(setDeadline, held, member, at);
  const support = { covered: "not_judged", coveredEvidence: "", supportBasisEvidence: "" };
  const decided = { youngPersonId: room.youngPerson, version: "0", supportBasisDecidedOn: "1/3-2026", ...support };
  expect((await toldBy(setTransition as never, decided, room.guide))?.put).toEqual([await lineFor(room.adviser)]);
  const job = {
    ...{ youngPersonId: room.youngPerson, placementKind: "internship", employer: "Bageren", pay: "unpaid" },
    ...{ hours: "", fromOn: "1/2-2026", toOn: "", municipal: "", contactName: "", contactPhone: "" },
  };
  expect((await toldBy(addPlacement as never, job, room.guide))?.put).toContainEqual(await lineFor(room.adviser));
});

test("a day that is only planned elsewhere takes nothing off what was held", async () => {
  const met = { courseId, number: "1", version: "0", plannedOn: "" };
  await does(setDeadline, { ...met, code: "course_plan", heldOn: "1/10-2025" }, member, at);
  await does(setDeadline, { ...met, code: "first_internship", heldOn: "1/2-2026" }, member, at);
  const internship = async () => {
    const { course, person, rules, today } = await asks(courseFor, { id: courseId }, member, NOW);
    const row = course.rows.find((one): one is CourseRow => one.kind === "course") as CourseRow;
    const { deadlines, derived } = courseStanding(row, course.rows, person, rules, today);
    return { ...deadlines.find(({ code }) => code === "first_internship"), derived };
  };
  const job = {
    ...{ youngPersonId: room.youngPerson, placementKind: "internship", employer: "Bageren", pay: "unpaid" },
    ...{ hours: "", toOn: "", municipal: "", contactName: "", contactPhone: "" },
  };
  await does(addPlacement, { ...job, fromOn: "1/3-2027" }, room.guide, at);
  expect(await internship()).toMatchObject({ stand: "held", heldOn: "2026-02-01", derived: [] });
  await does(addPlacement, { ...job, fromOn: "1/11-2026" }, room.guide, at);
  expect(await internship()).toMatchObject({ heldOn: "2026-11-01", derived: ["first_internship"] });
});

test("when the course ends the line leaves the board, and comes back with it when the end was a wrong press", async () => {
  const ended = { id: courseId, version: "1", ending: "completed", endedOn: "20/11-2026", toMunicipality: "" };
  expect(await toldBy(endCourse as never, ended)).toEqual({ put: [], drop: [`stu-line ${courseId}`] });
  expect(await lineFor(room.adviser)).toBeUndefined();
  const back = await toldBy(takeBackCourseEnd as never, { id: courseId, version: "2" });
  expect(back?.put).toEqual([await lineFor(room.adviser)]);
});

test("another rule of a deadline loads the boards anew", async () => {
  const rule = { code: "first_internship", months: "20", days: "0", fromOn: "01-12-2026", source: "Udvalget 2026" };
  const sent = await sentBy(() => does(changeDeadlineRule, rule, member, at));
  expect(sent.flatMap(({ reload }) => reload)).toContain(itemTopic(room.item));
});

test("what is spoken of under § 115 has no line, and is told of none", async () => {
  const meetingId = await aMeeting({ chairId: room.chair, state: "running" });
  await transact((db) =>
    db.update(tables.meeting).set({ typeCode: SECTION_115 }).where(eq(tables.meeting.id, meetingId)),
  );
  const item = await anItem({ meetingId, youngPersonId: room.youngPerson, state: "open" });
  const board = await boardOf(room.chair, item, meetingId);
  expect(board.item?.rows.map(({ kind }) => kind)).toContain("item");
  expect(board.item?.rows.map(({ kind }) => kind)).not.toContain("stu-line");
  const grade = { courseId, about: "housing", level: "1", source: "team", standsOn: "", note: "" };
  const sent = await sentBy(() => does(gradeCourse, grade, member, at));
  const topics = sent.flatMap(({ changes }) => changes.map(({ topic }) => topic));
  expect(topics).toContain(itemTopic(room.item));
  expect(topics).not.toContain(itemTopic(item));
});

test("nothing of it stands on the big screen", async () => {
  const screen = await aPairedScreen(room.meeting, room.chair);
  const shown = JSON.stringify(await shownTo(screen.actor, room.meeting));
  expect(shown).not.toMatch(/stu-line|course_plan|occupation/);
});
