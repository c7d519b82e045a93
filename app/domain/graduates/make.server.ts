import { and, eq, inArray, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import { insertOnce } from "../revise.server.ts";
import { deadlineRules } from "../stu/find.server.ts";
import { courseTopic } from "../topics.ts";
import { followUpsFor } from "./rules.ts";
import { followUpView } from "./views.server.ts";

const { followUp, followUpTry } = tables;

/**
 * Who has ended a course is asked after: at three months, six, a year, two years, each by the rule in force (domain.md 10, rule 17).
 * What was asked already stays.
 */
export async function makeFollowUps(
  work: Pick<Work<unknown>, "db" | "today" | "newId" | "touch">,
  courseId: string,
): Promise<void> {
  const { db, today, newId, touch } = work;
  const asked = await db.select({ code: followUp.code }).from(followUp).where(eq(followUp.courseId, courseId));
  for (const code of followUpsFor(await deadlineRules(db), today)) {
    if (asked.some((one) => one.code === code)) continue;
    const id = newId();
    await insertOnce(db, followUp, { id, courseId, code });
    touch(courseTopic(courseId), followUpView, id);
  }
}

/** The course did not end: nobody is asked after it. */
export async function dropFollowUps(
  { db, touch }: Pick<Work<unknown>, "db" | "touch">,
  courseId: string,
): Promise<void> {
  const own = db.select({ id: followUp.id }).from(followUp).where(eq(followUp.courseId, courseId));
  await db.delete(followUpTry).where(inArray(followUpTry.followUpId, own));
  const gone = await db.delete(followUp).where(eq(followUp.courseId, courseId)).returning({ id: followUp.id });
  touch(courseTopic(courseId), followUpView, ...gone.map(({ id }) => id));
}

export const openFollowUps = (db: Db, courseId: string) =>
  db
    .select()
    .from(followUp)
    .where(and(eq(followUp.courseId, courseId), isNull(followUp.result)));
