import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { CourseGoalState } from "#db/vocabulary.ts";
import { asked, decide, may } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { comingOf, lastOf, nextToFill } from "../agenda/coming.server.ts";
import { codesWith } from "../codes/queries.server.ts";
import { missing } from "../errors.ts";
import { placementsOf } from "../placements/views.server.ts";
import { type Look, query } from "../query.server.ts";
import { peopleEdition } from "../staff/reference.server.ts";
import { courseTopic } from "../topics.ts";
import { isOver } from "./course.ts";
import { courseWith, deadlineRules, endTakenBackUntil } from "./find.server.ts";
import { peopleOfCourses, providersOf } from "./queries.server.ts";
import { courseStanding } from "./standing.ts";
import { type CourseRows, courseRowsOf } from "./views.server.ts";

const { stuCourse } = tables;

/** How a goal read before, and until when. */
export type FormerGoal = {
  id: string;
  version: number;
  text: string;
  state: CourseGoalState;
  until: string;
  byId: string | null;
};

/** The former versions of a course's goals, the newest first. */
async function formerGoals(db: Db, rows: readonly CourseRows[]): Promise<FormerGoal[]> {
  const { revision } = tables;
  const ids = rows.flatMap((row) => (row.kind === "course-goal" ? [row.id] : []));
  const kept = await db
    .select()
    .from(revision)
    .where(and(eq(revision.tableName, "stu_goal"), inArray(revision.rowId, ids)))
    .orderBy(asc(revision.version));
  return kept.reverse().map(({ rowId, version, row, at, byId }) => {
    const { text, state } = row as { text: string; state: CourseGoalState };
    return { id: rowId, version, text, state, until: at, byId };
  });
}

/** What the forum has had about the young person and will have, as far as the asker sees it; and where they may put something. */
async function forumAround(look: Look<unknown>, youngPersonId: string) {
  const [coming = null] = (await comingOf(look, [youngPersonId])).get(youngPersonId) ?? [];
  const last = await lastOf(look, youngPersonId);
  for (const item of [coming, last])
    if (item) look.saw({ youngPersonId, meetingId: item.meetingId, itemId: item.itemId });
  return { coming, last, next: await nextToFill(look) };
}

/** One course, with all that stands about it. */
export const courseFor = query("course", {
  allow: ({ db, actor, now, today, input }: Pick<Look<{ id: string }>, "db" | "actor" | "now" | "today" | "input">) =>
    may(db, { actor, now, today }, "course:see", input.id),
  async run(look: Look<{ id: string }>) {
    const { db, input, now, today, saw, snapshot } = look;
    const course = await courseWith(db, input.id);
    const [person] = course ? await peopleOfCourses(look, [course]) : [];
    if (!course || !person) throw missing();
    const rows = await courseRowsOf(db, [course.id]);
    const mayWrite = (await decide(db, look, "course:write", course.id)) !== null;
    const mayOpenPerson = (await decide(db, look, "person:open", person.id)) !== null;
    const standing = await snapshot(courseTopic(course.id), rows);
    saw({ youngPersonId: person.id, topic: standing.topic, seq: standing.seq });
    const placements = mayOpenPerson ? await placementsOf(db, person.id) : [];
    const codes = (list: string, standing: string[]) => codesWith(db, list, standing, today);
    return {
      id: course.id,
      person,
      course: standing,
      rules: await deadlineRules(db),
      providers: await providersOf(db),
      placements,
      formerGoals: await formerGoals(db, rows),
      forum: await forumAround(look, person.id),
      interruptionReasons: await codes(
        "stu_interruption",
        rows.flatMap((row) => (row.kind === "interruption" ? [row.reason] : [])),
      ),
      placementKinds: await codes(
        "placement_kind",
        placements.map(({ placementKind }) => placementKind),
      ),
      placementOutcomes: await codes(
        "placement_outcome",
        placements.map(({ outcome }) => outcome),
      ),
      mayWrite,
      /** Whether the plan of the young person can be opened from here. */
      mayOpenPerson,
      /** Until when its end can be taken back, for who may. */
      takenBackUntil: mayWrite ? await endTakenBackUntil(db, course, now) : null,
      peopleEdition: await peopleEdition(db, today),
      today,
    };
  },
});
export type CourseShown = Awaited<ReturnType<(typeof courseFor)["run"]>>;

/** Where the course of a young person stands and what it must keep next, for who may see it; null where there is none. */
async function courseLineOf(look: Look<unknown>, youngPersonId: string) {
  const { db, today } = look;
  const courses = await db
    .select({ id: stuCourse.id, youngPersonId: stuCourse.youngPersonId })
    .from(stuCourse)
    .where(and(eq(stuCourse.youngPersonId, youngPersonId), scope("course:see")))
    .orderBy(desc(stuCourse.referredOn))
    .limit(1)
    .prepare()
    .execute(asked(look));
  const [course] = courses;
  const [person] = await peopleOfCourses(look, courses);
  if (!course || !person) return null;
  const rows = await courseRowsOf(db, [course.id]);
  const row = rows.find((one) => one.kind === "course");
  if (!row) return null;
  const { state, next } = courseStanding(row, rows, person, await deadlineRules(db), today);
  return { id: course.id, state, isOver: isOver(row), next: next && { code: next.code, dueOn: next.dueOn } };
}

/** The STU of a young person, and for the team, where none goes on, between which places one that comes from elsewhere can be. */
export async function stuOf(look: Look<unknown>, youngPersonId: string) {
  const course = await courseLineOf(look, youngPersonId);
  const mayBegin = (!course || course.isOver) && (await decide(look.db, look, "course:begin", youngPersonId)) !== null;
  return { course, places: mayBegin ? (await providersOf(look.db)).filter(({ closedOn }) => closedOn === null) : null };
}
