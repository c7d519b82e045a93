import { inArray } from "drizzle-orm";
import * as z from "zod";
import { tables } from "#db/index.server.ts";
import { mayAsStaff } from "../access/decide.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { Declined, refusedBecause } from "../errors.ts";
import { chosenId, ids, input, rowId, seenVersion } from "../input.server.ts";
import { giveOn, mustBeMovable, NOBODY, takeBack } from "../people/caseload.server.ts";
import { staffWho } from "../staff/find.server.ts";
import { courseTopic, staffTopic } from "../topics.ts";
import { mayWriteCourse } from "./allow.server.ts";
import { goesOn } from "./course.ts";
import { type CourseKept, courseWith, membersOf } from "./find.server.ts";
import { mayUndo } from "./moves.server.ts";

const { stuCourse } = tables;

const manages = ({ db, actor, now, today }: At<unknown>) => mayAsStaff(db, { actor, now, today }, "stu:manage");
const teamOf = ({ db, today }: Pick<Work<unknown>, "db" | "today">) =>
  staffWho(db, (roles) => roles.includes("stu_team"), today);

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

/** Gives young people from one of the team to another, all of them or none. */
export const moveYoungPeople = command("move-young-people", {
  input: input({ from: z.union([z.literal(NOBODY), rowId]), to: chosenId, courseIds: ids }),
  allow: manages,
  async run(work) {
    const { from, to, courseIds } = work.input;
    const team = await teamOf(work);
    mustBeMovable({ from, to, team }, { field: "courseIds", count: courseIds.length });
    const courses = await chosen(work);
    const youngPeople = courses.map(({ youngPersonId }) => youngPersonId);
    const id = await giveOn(work, { kind: "stu_team", from, to, team, youngPeople });
    tell(work, team, courses);
    return { id };
  },
});

function tell({ reload }: Pick<Work<unknown>, "reload">, team: readonly string[], courses: readonly { id: string }[]) {
  reload(...team.map(staffTopic), ...courses.map(({ id }) => courseTopic(id)));
}

/** Within ten minutes everybody is with whom they were. */
export const takeBackMove = command("take-back-move", {
  input: input({ id: rowId, version: seenVersion }),
  async allow(at) {
    const verdict = await manages(at);
    return "by" in verdict && !(await mayUndo(at.db, at, at.input.id)) ? { no: "missing" } : verdict;
  },
  async run(work) {
    const youngPeople = await takeBack(work);
    const courses = await work.db
      .select({ id: stuCourse.id })
      .from(stuCourse)
      .where(inArray(stuCourse.youngPersonId, youngPeople));
    tell(work, await teamOf(work), courses);
  },
});
