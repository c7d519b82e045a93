import { eq, inArray } from "drizzle-orm";
import * as z from "zod";
import { tables } from "#db/index.server.ts";
import { mayAsStaff } from "../access/decide.server.ts";
import { takenBackUntil } from "../cases/rules.ts";
import { type At, command, type Work } from "../command.server.ts";
import { Declined, invalid, missing, refusedBecause } from "../errors.ts";
import { chosenId, ids, input, rowId, seenVersion } from "../input.server.ts";
import { assignmentsOf } from "../people/find.server.ts";
import { end, place, touchItems } from "../people/place.server.ts";
import { formerly, insertOnce, revise } from "../revise.server.ts";
import { staffWho } from "../staff/find.server.ts";
import { courseTopic, staffTopic } from "../topics.ts";
import { mayWriteCourse } from "./allow.server.ts";
import { goesOn } from "./course.ts";
import { type CourseKept, courseWith, membersOf } from "./find.server.ts";
import { mayUndo, placesOf } from "./moves.server.ts";

const { assignment, caseloadMove, caseloadMovePlace, stuCourse } = tables;

const manages = ({ db, actor, now, today }: At<unknown>) => mayAsStaff(db, { actor, now, today }, "stu:manage");
const teamOf = ({ db, today }: Pick<Work<unknown>, "db" | "today">) =>
  staffWho(db, (roles) => roles.includes("stu_team"), today);

/** More than anybody has. */
const MOST_AT_ONCE = 200;
const NOBODY = "none";

/** The courses that are to be moved, each still with whom it was seen. @throws Declined when one of them is not */
async function chosen(at: At<{ courseIds: string[]; from: string }>): Promise<CourseKept[]> {
  const { db, today, input } = at;
  const courses: CourseKept[] = [];
  for (const id of new Set(input.courseIds)) {
    const verdict = await mayWriteCourse(at, id);
    const course = await courseWith(db, id);
    if ("no" in verdict || !course) throw new Declined({ no: "no" in verdict ? verdict.no : "missing" });
    courses.push(course);
  }
  const members = await membersOf(
    db,
    courses.map(({ youngPersonId }) => youngPersonId),
    today,
  );
  const asSeen = courses.every(
    (course) => goesOn(course, today) && (members.get(course.youngPersonId) ?? NOBODY) === input.from,
  );
  if (!asSeen) throw refusedBecause("caseload-changed");
  return courses;
}

/** Gives young people from one of the team to another, all of them or none; whoever was their contact person hands that on too. */
export const moveYoungPeople = command("move-young-people", {
  input: input({ from: z.union([z.literal(NOBODY), rowId]), to: chosenId, courseIds: ids }),
  allow: manages,
  async run(work) {
    const { db, input, now, by, newId, record } = work;
    const { from, to } = input;
    if (input.courseIds.length === 0) throw invalid("courseIds", "choose-young");
    if (input.courseIds.length > MOST_AT_ONCE) throw invalid("courseIds", "too-many-rows");
    const team = await teamOf(work);
    if (!team.includes(to)) throw invalid("to", "choose");
    if (from === to) throw invalid("to", "moves-to-same");
    const courses = await chosen(work);
    const moveId = newId();
    const fromId = from === NOBODY ? null : from;
    const youngPeople = courses.length;
    await insertOnce(db, caseloadMove, {
      id: moveId,
      fromId,
      toId: to,
      movedById: by.staffId,
      movedAt: now,
      youngPeople,
    });
    for (const { youngPersonId } of courses) await moveOne(work, { moveId, youngPersonId, to, from, team });
    record({ kind: "caseload-moved", facts: { move: moveId, from: fromId, to, youngPeople } });
    tell(work, team, courses);
    return { id: moveId };
  },
});

type Begun = { id: string; fromOn: string };
type One = { moveId: string; youngPersonId: string; to: string; from: string; team: readonly string[] };

async function moveOne(work: Work<unknown>, { moveId, youngPersonId, to, from, team }: One): Promise<void> {
  const { db, today, newId } = work;
  const standing = (await assignmentsOf(db, youngPersonId, today)).filter(({ kind }) => kind === "stu_team");
  const own = standing.find(({ staffId }) => staffId === to);
  // Of nobody are those whose member has left the team.
  const former = standing.filter(({ staffId }) => (from === NOBODY ? !team.includes(staffId) : staffId === from));
  const keep = (assignmentId: string, begun: boolean, versionAfter: number) =>
    db.insert(caseloadMovePlace).values({ id: newId(), moveId, assignmentId, begun, versionAfter });
  for (const row of former) {
    await end(work, row);
    await keep(row.id, false, row.version + 1);
  }
  const primary = [...former, own].some((row) => row?.primary);
  // With whom they are is whose place began last: behind another's an older place begins anew.
  const behind =
    own && standing.some((row) => !former.includes(row) && team.includes(row.staffId) && isAfter(row, own));
  if (behind) {
    await end(work, own);
    await keep(own.id, false, own.version + 1);
  }
  const id = await place(work, { youngPersonId, staffId: to, kind: "stu_team", primary });
  const [given] = await db.select().from(assignment).where(eq(assignment.id, id));
  await keep(id, !own || behind === true, given?.version ?? 1);
}

const isAfter = (one: Begun, other: Begun) => `${one.fromOn} ${one.id}` > `${other.fromOn} ${other.id}`;

function tell({ reload }: Pick<Work<unknown>, "reload">, team: readonly string[], courses: readonly { id: string }[]) {
  reload(...team.map(staffTopic), ...courses.map(({ id }) => courseTopic(id)));
}

/** Within ten minutes everybody is with whom they were; unless somebody has changed one of the places meanwhile. */
export const takeBackMove = command("take-back-move", {
  input: input({ id: rowId, version: seenVersion }),
  async allow(at) {
    const verdict = await manages(at);
    return "by" in verdict && !(await mayUndo(at.db, at, at.input.id)) ? { no: "missing" } : verdict;
  },
  async run(work) {
    const { db, input, now, by, record, rights } = work;
    const [move] = await db.select().from(caseloadMove).where(eq(caseloadMove.id, input.id));
    if (!move) throw missing();
    if (move.takenBackAt || takenBackUntil({ endedAt: move.movedAt }, now) === null)
      throw refusedBecause("move-too-late");
    const places = await placesOf(db, move.id);
    if (places.some(({ place, versionAfter }) => place.version !== versionAfter))
      throw refusedBecause("caseload-changed");
    await revise(db, caseloadMove, input, { takenBackAt: now }, by);
    // What began ends first, so that nobody is twice the contact person.
    for (const { place, begun } of places) if (begun) await end(work, place);
    for (const { place, begun } of places) {
      if (begun) continue;
      const former = await formerly(db, assignment, place);
      if (!former) throw missing();
      const { toOn, primary, departmentId, reviewedOn } = former.row;
      await revise(db, assignment, place, { toOn, primary, departmentId, reviewedOn }, by);
      const { youngPersonId, staffId, kind } = place;
      record({ kind: "assigned", youngPersonId, facts: { staffId, kind, primary } });
    }
    const youngPeople = [...new Set(places.map(({ place }) => place.youngPersonId))];
    for (const youngPersonId of youngPeople) await touchItems(work, youngPersonId);
    record({ kind: "caseload-move-taken-back", facts: { move: move.id, youngPeople: youngPeople.length } });
    rights();
    const courses = await db
      .select({ id: stuCourse.id })
      .from(stuCourse)
      .where(inArray(stuCourse.youngPersonId, youngPeople));
    tell(work, await teamOf(work), courses);
  },
});
