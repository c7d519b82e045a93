import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { Helper } from "#db/vocabulary.ts";
import type { Work } from "../command.server.ts";
import { missing } from "../errors.ts";
import type { Facts } from "../events.ts";
import { coordinators } from "../people/find.server.ts";
import { revise } from "../revise.server.ts";
import { closesOn } from "../stu/course.ts";
import { courseWith } from "../stu/find.server.ts";
import { touchCourse } from "../stu/tell.server.ts";
import { courseView } from "../stu/views.server.ts";
import { courseTopic, staffTopic } from "../topics.ts";
import { isSettled } from "./rules.ts";
import { followUpView } from "./views.server.ts";

const { followUp, stuCourse } = tables;

export type Settled = Partial<Omit<typeof followUp.$inferInsert, "id" | "version">>;

/** Who coordinates the forum is told that somebody asks it for help. */
export async function tellForum({ db, today, reload }: Pick<Work<unknown>, "db" | "today" | "reload">, help: Helper) {
  if (help === "forum") reload(...(await coordinators(db, today)).map(staffTopic));
}

/** The course of a follow-up. @throws Declined `missing` */
export async function courseOf(work: Pick<Work<unknown>, "db">, id: string) {
  const course = await courseWith(work.db, id);
  if (!course) throw missing();
  return course;
}

/** When all has been asked the course closes a while later; when something is open again it does not. */
export async function closeOrNot(work: Work<unknown>, courseId: string) {
  const { db, today, by } = work;
  const course = await courseOf(work, courseId);
  const all = await db.select().from(followUp).where(eq(followUp.courseId, courseId));
  const closedOn = isSettled(all) ? (course.closedOn ?? closesOn(today)) : null;
  if (closedOn !== course.closedOn) {
    await revise(db, stuCourse, course, { closedOn }, by);
    work.touch(courseTopic(courseId), courseView, courseId);
    work.rights();
  }
  return course;
}

/** What was found, or that nobody knows, or that it is asked again. */
export async function settle(work: Work<unknown>, seen: { id: string; version: number }, set: Settled, facts: Facts) {
  const { db, by, record } = work;
  const { courseId, code } = await revise(db, followUp, seen, set, by);
  const course = await closeOrNot(work, courseId);
  record({
    kind: "follow-up-settled",
    youngPersonId: course.youngPersonId,
    facts: { course: courseId, code, ...facts },
  });
  await touchCourse(work, course, followUpView, seen.id);
  await tellForum(work, set.help ?? "none");
}
