import { and, eq, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import { assignmentsOf, holdersOf } from "../people/find.server.ts";
import { currentOn } from "../staff/find.server.ts";
import { courseTopic, departmentTopic, type Row, staffTopic, type Topic } from "../topics.ts";
import type { View } from "../touched.server.ts";
import { touchLines } from "./line.server.ts";

type Tells = Pick<Work<unknown>, "db" | "today" | "reload" | "touch">;

/** Who is asked to take over after a course, or has: the start pages on which they read of it. */
async function receiversOf(db: Db, youngPersonId: string): Promise<Topic[]> {
  const { courseHandover } = tables;
  const rows = await db
    .select()
    .from(courseHandover)
    .where(and(eq(courseHandover.youngPersonId, youngPersonId), isNull(courseHandover.withdrawnAt)));
  return rows.map(({ departmentId }) => departmentTopic(departmentId));
}

/** The lists of the STU team, and of those who go with the young person, are loaded anew. */
export async function tellTeam({ db, today, reload }: Omit<Tells, "touch">, youngPersonId: string): Promise<void> {
  const going = (await assignmentsOf(db, youngPersonId, today)).map(({ staffId }) => staffId);
  reload(...(await receiversOf(db, youngPersonId)));
  reload(...new Set([...going, ...(await holdersOf(db, "stu_team", today))].map(staffTopic)));
}

type OfCourse = { id: string; youngPersonId: string };

/** What only those read who may open a course stands otherwise now: on its page, and in the lists. */
export async function touchWithin<R extends Row>(work: Tells, course: OfCourse, view: View<R>, ...ids: string[]) {
  work.touch(courseTopic(course.id), view, ...ids);
  await tellTeam(work, course.youngPersonId);
}

/** From these rows the forum's line follows; of the others it hears nothing. */
const IN_LINE = ["course", "interruption", "deadline", "rating", "paper", "resource-paper"];

/** A row of a course stands otherwise now: on its page, in the lists, and on the forum's boards. */
export async function touchCourse<R extends Row>(work: Tells, course: OfCourse, view: View<R>, ...ids: string[]) {
  await touchWithin(work, course, view, ...ids);
  if (IN_LINE.includes(view.kind)) await touchLines(work, course.youngPersonId, [course.id]);
}

/** Somebody of the team is away otherwise than before: the lists of all of it, and the courses of theirs, load anew. */
export async function tellAway(
  { db, today, reload }: Omit<Tells, "touch">,
  staffId: string,
  ...covers: (string | null)[]
): Promise<void> {
  const { assignment, stuCourse } = tables;
  const team = await holdersOf(db, "stu_team", today);
  const own = await db
    .select({ id: stuCourse.id })
    .from(stuCourse)
    .innerJoin(assignment, eq(assignment.youngPersonId, stuCourse.youngPersonId))
    .where(
      and(
        eq(assignment.staffId, staffId),
        eq(assignment.kind, "stu_team"),
        currentOn(assignment, today),
        isNull(stuCourse.endedOn),
      ),
    );
  reload(...own.map(({ id }) => courseTopic(id)));
  reload(...[...new Set([staffId, ...team, ...covers])].flatMap((one) => (one ? [staffTopic(one)] : [])));
}

/** What stands elsewhere about a young person, and a course leans on, stands otherwise: who looks at one loads it anew. */
export async function tellCourses(work: Tells, youngPersonId: string): Promise<void> {
  const { stuCourse } = tables;
  const courses = await work.db
    .select({ id: stuCourse.id })
    .from(stuCourse)
    .where(eq(stuCourse.youngPersonId, youngPersonId));
  if (courses.length === 0) return;
  work.reload(...courses.map(({ id }) => courseTopic(id)));
  await touchLines(
    work,
    youngPersonId,
    courses.map(({ id }) => id),
  );
  await tellTeam(work, youngPersonId);
}
