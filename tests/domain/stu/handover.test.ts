import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import type { Command } from "#domain/command.server.ts";
import { newId } from "#domain/ids.server.ts";
import { endMembership } from "#domain/staff/membership-commands.server.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { endCourse } from "#domain/stu/course-commands.server.ts";
import { courseFor } from "#domain/stu/course-queries.server.ts";
import {
  acceptCourseHandover,
  declineCourseHandover,
  proposeHandover,
  withdrawHandover,
} from "#domain/stu/handover-commands.server.ts";
import { courseTopic, departmentTopic, staffTopic } from "#domain/topics.ts";
import {
  aDepartment,
  aMeeting,
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
let team = "";
let jobs = "";
/** Asked by name, in no forum. */
let adviser = "";
/** Sits in the forum for the department. */
let representative = "";
let colleague = "";
let stranger = "";
let person = "";
let course = "";
beforeAll(async () => {
  team = await aStaffMember("stu_team", { name: "Freja Prøve" });
  jobs = await aDepartment({ name: "Beskæftigelse" });
  const elsewhere = await aDepartment();
  adviser = await aStaffMember("caseworker", { departmentId: jobs });
  representative = await aStaffMember("forum_member", { departmentId: jobs, representative: true });
  colleague = await aStaffMember("caseworker", { departmentId: jobs });
  stranger = await aStaffMember("forum_member", { departmentId: elsewhere });
});
beforeEach(async () => {
  person = await aYoungPerson({ firstName: "Oskar", lastName: "Overgang", bornOn: "2006-05-01" });
  course = newId();
  await transact((db) =>
    db.insert(tables.stuCourse).values({
      ...{ id: course, youngPersonId: person, referredOn: "2023-03-01", decidedOn: "2023-04-01", granted: true },
      ...{ placeChosenOn: "2023-05-01", startOn: "2023-08-10", baseEndOn: "2027-06-30", note: "Holdets egen linje" },
    }),
  );
});

const ask = (over: object = {}) => ({
  ...{ courseId: course, departmentId: jobs, staffId: adviser, reason: "Job i et køkken og støtte på vejen", ...over },
});
const propose = async (over: object = {}) => (await does(proposeHandover, ask(over), team, at)).answer.id;
const rowNow = async (id: string) =>
  (await read((db) => db.select().from(tables.courseHandover).where(eq(tables.courseHandover.id, id))))[0];
const seenBy = async (staffId: string, now = NOW) =>
  (await asks(startFor, {}, staffId, now)).coursesToTakeOver.filter(({ name }) => name === "Oskar Overgang");
const own = async (staffId: string, id: string) => (await seenBy(staffId)).find((one) => one.id === id);
const pageOf = () => asks(courseFor, { id: course }, team, NOW);
const standsOnPage = async () =>
  (await pageOf()).course.rows.flatMap((row) => (row.kind === "course-handover" ? [row] : []));
const answers: [string, Command<never>, object][] = [
  ["yes", acceptCourseHandover as never, {}],
  ["no", declineCourseHandover as never, { reason: "Vi mangler en plads" }],
];

describe("who is asked to take over after a course", () => {
  test("reads what is needed for it on their own start page, and nothing else of the course", async () => {
    const sent = await sentBy(propose);
    const id = (await standsOnPage())[0]?.id ?? "";
    expect(await own(adviser, id)).toEqual({
      ...{ id, version: 1, name: "Oskar Overgang", bornOn: "2006-05-01", state: "phase_out", provider: "" },
      ...{ endOn: "2027-06-30", member: null, waits: true, reason: "Job i et køkken og støtte på vejen" },
      levels: expect.any(Array),
    });
    expect(JSON.stringify(await own(adviser, id))).not.toContain("Holdets egen linje");
    await expect(asks(courseFor, { id: course }, adviser, NOW)).rejects.toMatchObject({ answer: { no: "missing" } });
    const told = sent.flatMap(({ reload }) => reload);
    for (const topic of [staffTopic(adviser), departmentTopic(jobs)]) expect(told).toContain(topic);
    const rows = (await logOf("start")).filter(({ actorId }) => actorId === adviser);
    expect(rows.at(-1)).toMatchObject({ kind: "read", youngPersonId: person, reason: "asked to take over" });
    expect((await logOf("propose-course-handover")).at(-1)).toMatchObject({
      ...{
        kind: "course-handover-proposed",
        youngPersonId: person,
        facts: { course, departmentId: jobs, staffId: adviser },
      },
    });
  });

  test("is the one who is named and who sits in the forum for the department: to others it never was", async () => {
    const id = await propose();
    expect(await own(representative, id)).toMatchObject({ waits: true });
    for (const staffId of [colleague, stranger]) {
      expect(await own(staffId, id)).toBeUndefined();
      for (const [, of, more] of answers)
        expect(await tryTo(of, { id, version: 1, ...more }, staffId, at)).toMatchObject({ no: "missing" });
    }
    // The team that asks does not answer for them.
    expect(await tryTo(acceptCourseHandover, { id, version: 1 }, team, at)).toMatchObject({ no: "missing" });
    expect(await rowNow(id)).toMatchObject({ accepted: null, answeredAt: null });
  });

  test("knows of nothing any more when they leave the department, stand aside, or the course closes", async () => {
    const left = await aStaffMember("caseworker", { departmentId: jobs });
    const id = await propose({ staffId: left });
    expect(await own(left, id)).toBeDefined();
    const [seat] = await read((db) => db.select().from(tables.membership).where(eq(tables.membership.staffId, left)));
    await does(endMembership, { id: seat?.id, version: 1 }, await aStaffMember("admin"), at);
    expect(await own(left, id)).toBeUndefined();
    expect(await tryTo(acceptCourseHandover, { id, version: 1 }, left, at)).toMatchObject({ no: "missing" });

    const meetingId = await aMeeting({ chairId: team });
    const itemId = await anItem({ meetingId, youngPersonId: person });
    const conflict = { id: newId(), itemId, staffId: representative, declaredAt: NOW, declaredBy: representative };
    await transact((db) => db.insert(tables.conflictOfInterest).values(conflict));
    expect(await own(representative, id)).toBeUndefined();
    await transact((db) => db.delete(tables.conflictOfInterest).where(eq(tables.conflictOfInterest.id, conflict.id)));
    expect(await own(representative, id)).toBeDefined();
    await transact((db) =>
      db
        .update(tables.stuCourse)
        .set({ endedOn: "2026-11-01", ending: "completed", closedOn: "2026-11-21" })
        .where(eq(tables.stuCourse.id, course)),
    );
    expect(await own(representative, id)).toBeUndefined();
  });
});

describe("the answer", () => {
  test("yes: it is theirs after the course, stands at the course with who said so, and they read on", async () => {
    const id = await propose();
    const sent = await sentBy(() => does(acceptCourseHandover, { id, version: 1 }, adviser, at));
    expect(await standsOnPage()).toMatchObject([{ accepted: true, answeredById: adviser, answeredAt: NOW }]);
    expect(
      sent.flatMap(({ changes }) => changes).find(({ topic }) => topic === courseTopic(course))?.put,
    ).toMatchObject([{ kind: "course-handover", id, accepted: true }]);
    expect(await own(adviser, id)).toMatchObject({ waits: false });
    expect(await own(representative, id)).toBeUndefined();
    expect((await logOf("accept-course-handover")).at(-1)).toMatchObject({
      ...{ kind: "course-handover-accepted", youngPersonId: person },
    });
    expect(await tryTo(proposeHandover, ask(), team, at)).toMatchObject({
      problems: { departmentId: "handover-taken" },
    });
  });

  test("no needs a reason, and leaves all with the team, which can ask again", async () => {
    const id = await propose();
    expect(await tryTo(declineCourseHandover, { id, version: 1, reason: " " }, adviser, at)).toMatchObject({
      problems: { reason: "required" },
    });
    await does(declineCourseHandover, { id, version: 1, reason: "Vi mangler en plads" }, representative, at);
    expect(await standsOnPage()).toMatchObject([{ accepted: false, declineReason: "Vi mangler en plads" }]);
    expect([await own(adviser, id), await own(representative, id)]).toEqual([undefined, undefined]);
    const again = await propose({ staffId: "" });
    expect(await own(adviser, again)).toBeUndefined();
    expect(await own(representative, again)).toMatchObject({ waits: true });
  });

  test.each(answers)(
    "%s is given once: of two at the same time one counts whole, the other not at all",
    async (_, of, more) => {
      const id = await propose();
      const both = await Promise.all([
        tryTo(of, { id, version: 1, ...more }, adviser, at),
        tryTo(acceptCourseHandover, { id, version: 1 }, representative, at),
      ]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await rowNow(id)).toMatchObject({ version: 2 });
      const kinds = [...(await logOf("accept-course-handover")), ...(await logOf("decline-course-handover"))]
        .filter(({ youngPersonId }) => youngPersonId === person)
        .map(({ kind }) => kind);
      expect(kinds).toHaveLength(1);
    },
  );

  test("withdrawn there is nothing to answer; answered there is nothing to withdraw", async () => {
    const id = await propose();
    await does(withdrawHandover, { id, version: 1 }, team, at);
    expect(await own(adviser, id)).toBeUndefined();
    for (const [, of, more] of answers)
      expect(await tryTo(of, { id, version: 2, ...more }, adviser, at)).toMatchObject({ no: "missing" });
    const other = await propose();
    await does(acceptCourseHandover, { id: other, version: 1 }, adviser, at);
    expect(await tryTo(withdrawHandover, { id: other, version: 2 }, team, at)).toMatchObject({
      ...{ no: "refused", because: "handover-answered" },
    });
    expect(await rowNow(other)).toMatchObject({ accepted: true, withdrawnAt: null });
  });
});

test.each([
  ["nobody", () => ({ departmentId: "" }), "departmentId", "choose"],
  [
    "a department outside the municipality",
    async () => ({ departmentId: await aDepartment({ sector: "authority" }) }),
    "departmentId",
    "choose",
  ],
  ["somebody of another department", () => ({ staffId: stranger }), "staffId", "not-in-department"],
  [
    "a department in which nobody can answer",
    async () => ({ departmentId: await aDepartment(), staffId: "" }),
    "staffId",
    "nobody-to-ask",
  ],
  ["without saying what", () => ({ reason: "" }), "reason", "required"],
  ["with a civil registration number", () => ({ reason: "010506-1235" }), "reason", "has-cpr"],
])("%s cannot be asked", async (_, over, field, problem) => {
  expect(await tryTo(proposeHandover, ask(await over()), team, at)).toMatchObject({ problems: { [field]: problem } });
  expect(await standsOnPage()).toEqual([]);
});

test("a department is asked once at a time; another beside it", async () => {
  await propose();
  expect(await tryTo(proposeHandover, ask({ staffId: "" }), team, at)).toMatchObject({
    problems: { departmentId: "handover-open" },
  });
  const adults = await aDepartment({ name: "Voksen" });
  await aStaffMember("forum_member", { departmentId: adults });
  await propose({ departmentId: adults, staffId: "" });
  expect(await standsOnPage()).toHaveLength(2);
});

test("a course is not completed while somebody has not answered; stopped before its time it is, and the ask goes on", async () => {
  const id = await propose();
  const end = { id: course, version: 1, endedOn: "20/11-2026", toMunicipality: "" };
  expect(await tryTo(endCourse, { ...end, ending: "completed" }, team, at)).toMatchObject({
    because: "course-handover-waits",
  });
  expect((await pageOf()).course.rows.find(({ kind }) => kind === "course")).toMatchObject({
    endedOn: null,
    version: 1,
  });
  await does(endCourse, { ...end, ending: "dropped_out_negative" }, team, at);
  expect(await own(adviser, id)).toMatchObject({ waits: true, state: "dropped_out_negative", endOn: "2026-11-20" });
});

test("asking and withdrawing are the team's: to others there is nothing to press", async () => {
  const id = await propose();
  for (const staffId of [await aStaffMember("youth_guide"), await aStaffMember("coordinator"), adviser]) {
    expect(await tryTo(proposeHandover, ask(), staffId, at)).toMatchObject({ no: "missing" });
    expect(await tryTo(withdrawHandover, { id, version: 1 }, staffId, at)).toMatchObject({ no: "missing" });
  }
});
