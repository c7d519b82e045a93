import { and, eq, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { missing } from "../errors.ts";

const { resourcePaper } = tables;

export type PaperKept = typeof resourcePaper.$inferSelect;

/** The paper of a course, if it was begun. */
export const paperOfCourse = async (db: Db, courseId: string): Promise<PaperKept | undefined> =>
  (
    await db
      .select()
      .from(resourcePaper)
      .where(and(eq(resourcePaper.courseId, courseId), isNull(resourcePaper.removedAt)))
  )[0];

/** @throws Declined `missing` */
export async function paperWith(db: Db, id: string): Promise<PaperKept> {
  const [paper] = await db.select().from(resourcePaper).where(eq(resourcePaper.id, id));
  if (!paper) throw missing();
  return paper;
}
