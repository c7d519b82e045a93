import { and, inArray, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, decide } from "../access/decide.server.ts";
import { type MoveMade, movedBy, movesOf } from "../people/caseload.server.ts";

const { stuCourse } = tables;

/** The moves of the last minutes that the asker can take back: who may not write about one of them knows of none. */
export async function movesMade({ db, ...asking }: { db: Db } & Asking): Promise<MoveMade[]> {
  const made: MoveMade[] = [];
  for (const move of await movesOf(db, "stu_team", asking.now)) if (await mayUndo(db, asking, move.id)) made.push(move);
  return made;
}

/** Whether it is the team's, and the asker may write about every course of it. */
export async function mayUndo(db: Db, asking: Asking, moveId: string): Promise<boolean> {
  const courses = await db
    .select({ id: stuCourse.id })
    .from(stuCourse)
    .where(and(inArray(stuCourse.youngPersonId, await movedBy(db, "stu_team", moveId)), isNull(stuCourse.endedOn)));
  for (const { id } of courses) if ((await decide(db, asking, "course:write", id)) === null) return false;
  return courses.length > 0;
}
