import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import { assignmentsOf, holdersOf } from "../people/find.server.ts";
import { courseTopic, type Row, staffTopic } from "../topics.ts";
import type { View } from "../touched.server.ts";

type Tells = Pick<Work<unknown>, "db" | "today" | "reload" | "touch">;

/** The lists of the STU team, and of those who go with the young person, are loaded anew. */
export async function tellTeam({ db, today, reload }: Omit<Tells, "touch">, youngPersonId: string): Promise<void> {
  const going = (await assignmentsOf(db, youngPersonId, today)).map(({ staffId }) => staffId);
  reload(...new Set([...going, ...(await holdersOf(db, "stu_team", today))].map(staffTopic)));
}

/** A row of a course stands otherwise now: on the page of the course, and in the lists. */
export async function touchCourse<R extends Row>(
  work: Tells,
  course: { id: string; youngPersonId: string },
  view: View<R>,
  ...ids: string[]
): Promise<void> {
  work.touch(courseTopic(course.id), view, ...ids);
  await tellTeam(work, course.youngPersonId);
}

/** What stands elsewhere about a young person, and a course leans on, stands otherwise: who looks at one loads it anew. */
export async function tellCourses(work: Omit<Tells, "touch">, youngPersonId: string): Promise<void> {
  const { stuCourse } = tables;
  const courses = await work.db
    .select({ id: stuCourse.id })
    .from(stuCourse)
    .where(eq(stuCourse.youngPersonId, youngPersonId));
  if (courses.length === 0) return;
  work.reload(...courses.map(({ id }) => courseTopic(id)));
  await tellTeam(work, youngPersonId);
}
