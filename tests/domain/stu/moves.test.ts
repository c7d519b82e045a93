import { and, eq, isNull } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { newId } from "#domain/ids.server.ts";
import { endStaff } from "#domain/staff/commands.server.ts";
import { staffList } from "#domain/staff/queries.server.ts";
import { courseFor } from "#domain/stu/course-queries.server.ts";
import { coursesFollowed } from "#domain/stu/list.server.ts";
import { courseFiltersIn } from "#domain/stu/list-filters.ts";
import { teamLoad } from "#domain/stu/load.server.ts";
import { moveYoungPeople, takeBackMove } from "#domain/stu/move-commands.server.ts";
import { courseTopic, staffTopic } from "#domain/topics.ts";
import { anAssignment, aStaffMember, asks, aYoungPerson, does, NOW, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";
import { sentBy } from "#tests/support/traces.ts";

aDatabase();

const at = { now: NOW };
const WITHIN = { now: "2026-11-21T09:09:00.000Z" };
const AFTER = { now: "2026-11-21T09:10:00.000Z" };
let giver = "";
let receiver = "";
let guide = "";
let leader = "";
let coordinator = "";
beforeAll(async () => {
  guide = await aStaffMember("youth_guide");
  leader = await aStaffMember("leader");
  coordinator = await aStaffMember("coordinator");
});

type Course = { id: string; person: string };
let courses: Course[] = [];

async function aCourse(member: string | null, primary = false): Promise<Course> {
  const person = await aYoungPerson({ bornOn: "2008-03-12" });
  const id = newId();
  await transact((db) =>
    db.insert(tables.stuCourse).values({
      ...{ id, youngPersonId: person, referredOn: "2025-01-01", decidedOn: "2025-02-01", granted: true },
      ...{ placeChosenOn: "2025-03-01", startOn: "2025-08-10", baseEndOn: "2028-08-10" },
    }),
  );
  if (member) await anAssignment(person, member, "stu_team", primary);
  return { id, person };
}

beforeEach(async () => {
  giver = await aStaffMember("stu_team", { name: "Freja Prøve" });
  receiver = await aStaffMember("stu_team", { name: "Viggo Prøve" });
  courses = [await aCourse(giver, true), await aCourse(giver), await aCourse(giver)];
});

const idsOf = (some: readonly Course[]) => some.map(({ id }) => id);
const move = (some: readonly Course[], over: object = {}) => ({
  from: giver,
  to: receiver,
  courseIds: idsOf(some),
  ...over,
});
const NOTHING = { from: null, to: null, chosen: [] };
const loadFor = (staffId: string, now = NOW) => asks(teamLoad, NOTHING, staffId, now);
const countsOf = async (staffId = giver) => {
  const { loads } = await loadFor(staffId);
  return [giver, receiver].map((one) => loads.find(({ staffId }) => staffId === one)?.youngPeople);
};
const placesOf = (person: string) =>
  read((db) =>
    db
      .select({ staffId: tables.assignment.staffId, primary: tables.assignment.primary })
      .from(tables.assignment)
      .where(and(eq(tables.assignment.youngPersonId, person), isNull(tables.assignment.toOn))),
  );
const places = () => Promise.all(courses.map(({ person }) => placesOf(person)));

describe("young people who are given to another", () => {
  test("go with that one from then on, as contact person where the other was; each stands in the log", async () => {
    const sent = await sentBy(() => does(moveYoungPeople, move(courses.slice(0, 2)), giver, at));
    expect(await places()).toEqual([
      [{ staffId: receiver, primary: true }],
      [{ staffId: receiver, primary: false }],
      [{ staffId: giver, primary: false }],
    ]);
    expect(await countsOf()).toEqual([1, 2]);
    const rows = await logOf("move-young-people");
    expect(rows.map(({ kind }) => kind)).toEqual([
      ...["assignment-ended", "assigned", "assignment-ended", "assigned", "caseload-moved"],
    ]);
    expect(rows.slice(0, 4).map(({ youngPersonId }) => youngPersonId)).toEqual(
      [0, 0, 1, 1].map((n) => courses[n]?.person),
    );
    const told = sent.flatMap(({ reload }) => reload);
    for (const topic of [staffTopic(giver), staffTopic(receiver), ...idsOf(courses.slice(0, 2)).map(courseTopic)])
      expect(told).toContain(topic);
  });

  test("are given all or none: one of them who is with somebody else by now stops the whole step", async () => {
    const before = await places();
    const [, , last] = courses as [Course, Course, Course];
    await does(moveYoungPeople, move([last]), receiver, at);
    expect(await tryTo(moveYoungPeople, move(courses), giver, at)).toMatchObject({
      ...{ no: "refused", because: "caseload-changed" },
    });
    expect((await places()).slice(0, 2)).toEqual(before.slice(0, 2));
    const stranger = await aCourse(null);
    await transact((db) =>
      db
        .update(tables.stuCourse)
        .set({ endedOn: "2026-11-01", ending: "completed", closedOn: "2026-11-02" })
        .where(eq(tables.stuCourse.id, stranger.id)),
    );
    const withClosed = move([...courses.slice(0, 2), stranger]);
    expect(await tryTo(moveYoungPeople, withClosed, giver, at)).toMatchObject({ no: "missing" });
    expect((await places()).slice(0, 2)).toEqual(before.slice(0, 2));
  });

  test("need somebody to go to, and are some", async () => {
    for (const [over, field, problem] of [
      [{ to: "" }, "to", "choose"],
      [{ to: guide }, "to", "choose"],
      [{ to: giver }, "to", "moves-to-same"],
      [{ courseIds: [] }, "courseIds", "choose-young"],
    ] as const)
      expect(await tryTo(moveYoungPeople, move(courses, over), giver, at)).toMatchObject({
        problems: { [field]: problem },
      });
  });

  test("are the team's to give: for others there is nothing to press", async () => {
    for (const staffId of [guide, leader, coordinator])
      expect(await tryTo(moveYoungPeople, move(courses), staffId, at)).toMatchObject({ no: "missing" });
  });
});

describe("within ten minutes", () => {
  const made = async (staffId = giver, now = WITHIN.now) =>
    (await loadFor(staffId, now)).moves.find(({ toId }) => toId === receiver);
  const undone = async (staffId = giver, options = WITHIN) => {
    const { id, version } = (await made()) ?? { id: newId(), version: 1 };
    return tryTo(takeBackMove, { id, version }, staffId, options);
  };

  test("a move is taken back by any of the team: all stand as they stood, the contact person too", async () => {
    const before = await places();
    const second = await anAssignment(courses[1]?.person ?? "", receiver, "stu_team");
    // Of two the one who came last is the member.
    await transact((db) =>
      db.update(tables.assignment).set({ fromOn: "2019-01-01" }).where(eq(tables.assignment.id, second)),
    );
    const both = await places();
    await does(moveYoungPeople, move(courses), giver, at);
    expect(await made()).toMatchObject({ fromId: giver, toId: receiver, youngPeople: 3, until: AFTER.now });
    expect(await undone(receiver)).toMatchObject({ ok: true });
    const sorted = (all: { staffId: string }[][]) =>
      all.map((one) => [...one].sort((a, b) => (a.staffId < b.staffId ? -1 : 1)));
    expect(sorted(await places())).toEqual(sorted(both));
    expect(both[0]).toEqual(before[0]);
    expect(await made()).toBeUndefined();
    const kinds = (await logOf("take-back-move")).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "assigned")).toHaveLength(4);
    expect(kinds.at(-1)).toBe("caseload-move-taken-back");
  });

  test("also one to whom they were with before another: the place began anew, and stands as it stood", async () => {
    const third = await aStaffMember("stu_team");
    const one = courses[0] as Course;
    const since = async (staffId: string, fromOn: string) => {
      const id = await anAssignment(one.person, staffId, "stu_team");
      await transact((db) => db.update(tables.assignment).set({ fromOn }).where(eq(tables.assignment.id, id)));
    };
    await transact((db) =>
      db.update(tables.assignment).set({ fromOn: "2026-10-01" }).where(eq(tables.assignment.youngPersonId, one.person)),
    );
    await since(receiver, "2020-05-01");
    await since(third, "2023-01-01");
    const memberNow = async () => (await asks(courseFor, { id: one.id }, giver, NOW)).person.memberId;
    const stood = await placesOf(one.person);
    expect(await memberNow()).toBe(giver);
    const { answer } = await does(moveYoungPeople, move([one]), giver, at);
    expect(await memberNow()).toBe(receiver);
    await does(takeBackMove, { id: answer.id, version: 1 }, giver, WITHIN);
    expect(await memberNow()).toBe(giver);
    expect((await placesOf(one.person)).map(({ staffId }) => staffId).sort()).toEqual(
      stood.map(({ staffId }) => staffId).sort(),
    );
  });

  test("it is, after that it is not", async () => {
    await does(moveYoungPeople, move(courses), giver, at);
    const { id, version } = (await made()) ?? { id: "", version: 0 };
    expect(await made(giver, AFTER.now)).toBeUndefined();
    expect(await tryTo(takeBackMove, { id, version }, giver, AFTER)).toMatchObject({ because: "move-too-late" });
    expect(await countsOf()).toEqual([0, 3]);
  });

  test("not when one of the places was changed meanwhile: then nothing of it is", async () => {
    await does(moveYoungPeople, move(courses), giver, at);
    const { id, version } = (await made()) ?? { id: "", version: 0 };
    await does(moveYoungPeople, { from: receiver, to: giver, courseIds: idsOf(courses.slice(0, 1)) }, giver, WITHIN);
    const stands = await places();
    expect(await tryTo(takeBackMove, { id, version }, giver, WITHIN)).toMatchObject({ because: "caseload-changed" });
    expect(await places()).toEqual(stands);
  });

  test("for who is not of the team it never was", async () => {
    await does(moveYoungPeople, move(courses), giver, at);
    expect((await loadFor(leader, WITHIN.now)).moves).toEqual([]);
    for (const staffId of [guide, leader]) expect(await undone(staffId)).toMatchObject({ no: "missing" });
  });
});

describe("whoever leaves with young people of theirs", () => {
  const leave = async (staffId: string) => does(endStaff, { id: staffId, version: 1 }, await aStaffMember("admin"), at);

  test("is told to the team and the log how many, and to whoever ends them neither how many nor whom", async () => {
    const admin = await aStaffMember("admin");
    const listed = async () => JSON.stringify(await asks(staffList, {}, admin, NOW));
    const before = await listed();
    await anAssignment(await aYoungPerson(), giver, "stu_team");
    expect(await listed()).toBe(before);
    const sent = await sentBy(() => leave(giver));
    expect(sent.flatMap(({ reload }) => reload)).toContain(staffTopic(receiver));
    expect((await logOf("end-staff")).at(-1)).toMatchObject({ kind: "staff-ended", facts: { youngPeople: 4 } });
  });

  test("leaves them without a member, in the list, in the load and on the page of the course", async () => {
    await leave(giver);
    const { courses: listed } = await asks(
      coursesFollowed,
      { filters: courseFiltersIn(new URLSearchParams()) },
      receiver,
      NOW,
    );
    const alone = listed.filter(({ memberId }) => memberId === null).map(({ id }) => id);
    expect(alone).toEqual(expect.arrayContaining(idsOf(courses)));
    expect((await asks(courseFor, { id: courses[0]?.id ?? "" }, receiver, NOW)).person.memberId).toBeNull();
    for (const staffId of [receiver, leader, coordinator])
      expect((await loadFor(staffId)).loads[0]).toMatchObject({ staffId: null, youngPeople: alone.length });
  });

  test("and they are given to another from there, and back when that was wrong", async () => {
    await leave(giver);
    await does(moveYoungPeople, move(courses, { from: "none" }), receiver, at);
    expect(await places()).toEqual([
      [{ staffId: receiver, primary: true }],
      [{ staffId: receiver, primary: false }],
      [{ staffId: receiver, primary: false }],
    ]);
    const { moves } = await loadFor(receiver, WITHIN.now);
    const { id, version } = moves.find(({ toId }) => toId === receiver) ?? { id: "", version: 0 };
    await does(takeBackMove, { id, version }, receiver, WITHIN);
    expect(await places()).toEqual([
      [{ staffId: giver, primary: true }],
      [{ staffId: giver, primary: false }],
      [{ staffId: giver, primary: false }],
    ]);
    expect((await loadFor(receiver)).loads[0]).toMatchObject({ staffId: null });
  });
});

test("the load is numbers alone for who shares out the work, and nothing for others", async () => {
  const team = await loadFor(giver);
  expect(team.courses.map(({ id }) => id)).toEqual(expect.arrayContaining(idsOf(courses)));
  for (const staffId of [leader, coordinator]) {
    const { loads, courses: named, mayManage } = await loadFor(staffId);
    expect({ loads, named, mayManage }).toEqual({ loads: team.loads, named: [], mayManage: false });
  }
  const rows = await logOf("team-load");
  expect(rows.filter(({ actorId }) => actorId === leader).map(({ youngPersonId }) => youngPersonId)).toEqual([]);
  expect(rows.filter(({ actorId }) => actorId === giver).map(({ youngPersonId }) => youngPersonId)).toContain(
    courses[0]?.person,
  );
  await expect(loadFor(guide)).rejects.toMatchObject({ answer: { no: "missing" } });
});
