import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, decide } from "../access/decide.server.ts";
import { takenBackUntil } from "../cases/rules.ts";

const { assignment, caseloadMove, caseloadMovePlace, stuCourse } = tables;

/** Young people that were given to another just now. */
export type MoveMade = {
  id: string;
  version: number;
  fromId: string | null;
  toId: string;
  youngPeople: number;
  until: string;
};

const AN_HOUR = 3_600_000;

/** The moves of the last minutes that the asker can take back: who may not write about one of them knows of none. */
export async function movesMade({ db, ...asking }: { db: Db } & Asking): Promise<MoveMade[]> {
  const lately = new Date(Date.parse(asking.now) - AN_HOUR).toISOString();
  const rows = await db
    .select()
    .from(caseloadMove)
    .where(and(isNull(caseloadMove.takenBackAt), gt(caseloadMove.movedAt, lately)))
    .orderBy(desc(caseloadMove.movedAt));
  const made: MoveMade[] = [];
  for (const { id, version, fromId, toId, youngPeople, movedAt } of rows) {
    const until = takenBackUntil({ endedAt: movedAt }, asking.now);
    if (until && (await mayUndo(db, asking, id))) made.push({ id, version, fromId, toId, youngPeople, until });
  }
  return made;
}

/** Whether the asker may write about every course of it. */
export async function mayUndo(db: Db, asking: Asking, moveId: string): Promise<boolean> {
  const courses = await db
    .selectDistinct({ id: stuCourse.id })
    .from(caseloadMovePlace)
    .innerJoin(assignment, eq(assignment.id, caseloadMovePlace.assignmentId))
    .innerJoin(stuCourse, and(eq(stuCourse.youngPersonId, assignment.youngPersonId), isNull(stuCourse.endedOn)))
    .where(eq(caseloadMovePlace.moveId, moveId));
  for (const { id } of courses) if ((await decide(db, asking, "course:write", id)) === null) return false;
  return courses.length > 0;
}

/** The places that a move ended, gave or changed, as they stand, with their version after it. */
export const placesOf = (db: Db, moveId: string) =>
  db
    .select({ place: assignment, begun: caseloadMovePlace.begun, versionAfter: caseloadMovePlace.versionAfter })
    .from(caseloadMovePlace)
    .innerJoin(assignment, eq(assignment.id, caseloadMovePlace.assignmentId))
    .where(eq(caseloadMovePlace.moveId, moveId));
