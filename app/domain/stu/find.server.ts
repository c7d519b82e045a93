import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { takenBackUntil } from "../cases/rules.ts";
import { invalid, missing } from "../errors.ts";
import { formerly } from "../revise.server.ts";
import { currentOn } from "../staff/find.server.ts";
import { type CourseFacts, FIXED_RULES } from "./course.ts";
import { type DeadlineRule, isFixed } from "./deadlines.ts";

const {
  assignment,
  deadlineRule,
  placement,
  roleGrant,
  staff,
  stuCourse,
  stuInterruption,
  stuProvider,
  transition,
  youngPerson,
} = tables;

export type CourseKept = typeof stuCourse.$inferSelect;

/** The whole register of rules, the older first. */
export async function deadlineRules(db: Db): Promise<DeadlineRule[]> {
  const rows = await db.select().from(deadlineRule).orderBy(asc(deadlineRule.code), asc(deadlineRule.fromOn));
  return rows.map((rule) => (isFixed(rule.code) ? { ...rule, ...FIXED_RULES[rule.code] } : rule));
}

export const courseWith = async (db: Db, id: string): Promise<CourseKept | undefined> =>
  (await db.select().from(stuCourse).where(eq(stuCourse.id, id)))[0];

/** The days of a course, with its young person's birth and what interrupted it. @throws Declined `missing` */
export async function factsOf(db: Db, id: string): Promise<CourseKept & CourseFacts> {
  const course = await courseWith(db, id);
  if (!course) throw missing();
  const [person] = await db
    .select({ bornOn: youngPerson.bornOn })
    .from(youngPerson)
    .where(eq(youngPerson.id, course.youngPersonId));
  if (!person) throw missing();
  const interruptions = await db
    .select()
    .from(stuInterruption)
    .where(and(eq(stuInterruption.courseId, id), isNull(stuInterruption.removedAt)));
  return { ...course, bornOn: person.bornOn, interruptions };
}

/** @throws Declined `invalid` when it is no place that can be chosen */
export async function providerWith(db: Db, id: string, today: string) {
  const [provider] = await db.select().from(stuProvider).where(eq(stuProvider.id, id));
  if (!provider || (provider.closedOn !== null && provider.closedOn <= today)) throw invalid("providerId", "choose");
  return provider;
}

/** Until when the end of a course can be taken back: ten minutes from its writing, as that of a case; null when that is over, or when nothing ended. */
export async function endTakenBackUntil(db: Db, course: CourseKept, now: string): Promise<string | null> {
  let { version } = course;
  if (course.endedOn === null) return null;
  // A line may have been written since.
  for (;;) {
    const former = await formerly(db, stuCourse, { id: course.id, version });
    if (!former) return null;
    if (former.row.endedOn === null) return takenBackUntil({ endedAt: former.at }, now);
    version -= 1;
  }
}

/**
 * Who of the team goes with each of these young people, by young person: who has left, or works on with something else, goes
 * with nobody.
 */
export async function membersOf(
  db: Db,
  youngPersonIds: readonly string[],
  today: string,
): Promise<Map<string, string>> {
  const rows = await db
    .select({ youngPersonId: assignment.youngPersonId, staffId: assignment.staffId })
    .from(assignment)
    .innerJoin(staff, eq(staff.id, assignment.staffId))
    .innerJoin(roleGrant, eq(roleGrant.staffId, assignment.staffId))
    .where(
      and(
        inArray(assignment.youngPersonId, [...youngPersonIds]),
        eq(assignment.kind, "stu_team"),
        currentOn(assignment, today),
        eq(roleGrant.role, "stu_team"),
        currentOn(roleGrant, today),
        isNull(staff.endedAt),
      ),
    )
    .orderBy(asc(assignment.fromOn), asc(assignment.id));
  return new Map(rows.map(({ youngPersonId, staffId }) => [youngPersonId, staffId]));
}

/** When it was decided what each of these young people lives on from 18, by young person. */
export async function supportDecidedOf(db: Db, youngPersonIds: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await db
    .select({ id: transition.id, decidedOn: transition.supportBasisDecidedOn })
    .from(transition)
    .where(inArray(transition.id, [...youngPersonIds]));
  return new Map(rows.map(({ id, decidedOn }) => [id, decidedOn]));
}

/** When the jobs and internships of each of these young people begin, the first one first. */
export async function placedOnOf(db: Db, youngPersonIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .select({ youngPersonId: placement.youngPersonId, fromOn: placement.fromOn })
    .from(placement)
    .where(and(inArray(placement.youngPersonId, [...youngPersonIds]), isNull(placement.removedAt)))
    .orderBy(asc(placement.fromOn));
  const placed = new Map<string, string[]>();
  for (const { youngPersonId, fromOn } of rows)
    placed.set(youngPersonId, [...(placed.get(youngPersonId) ?? []), fromOn]);
  return placed;
}
