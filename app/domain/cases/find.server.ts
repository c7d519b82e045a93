import { and, asc, desc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { caseHasEnded } from "../access/case-conditions.server.ts";
import { OPEN_ACTIONS } from "../actions/rules.ts";
import { refusedBecause } from "../errors.ts";
import { SECTION_115 } from "../sharing/rules.ts";

const { action, agendaItem, coordinationCase, meeting, youngPerson } = tables;

export type Case = typeof coordinationCase.$inferSelect;

export async function caseWith(db: Db, id: string): Promise<Case | undefined> {
  const [row] = await db.select().from(coordinationCase).where(eq(coordinationCase.id, id));
  return row;
}

/** The case that is open, else the one that ended last. */
export async function lastCaseOf(db: Db, youngPersonId: string): Promise<Case | undefined> {
  const [open] = await db
    .select()
    .from(coordinationCase)
    .where(and(eq(coordinationCase.youngPersonId, youngPersonId), isNull(coordinationCase.endedAt)));
  if (open) return open;
  const [last] = await db
    .select()
    .from(coordinationCase)
    .where(eq(coordinationCase.youngPersonId, youngPersonId))
    .orderBy(desc(coordinationCase.endedAt))
    .limit(1);
  return last;
}

const ended = prepared((db) =>
  db
    .select({ id: youngPerson.id })
    .from(youngPerson)
    .where(and(eq(youngPerson.id, sql.placeholder("id")), caseHasEnded(youngPerson.id)))
    .prepare(),
);

export const hasEnded = async (db: Db, youngPersonId: string): Promise<boolean> =>
  (await ended(db).execute({ id: youngPersonId })).length > 0;

type Place = { youngPersonId: string | null; typeCode: string };

/** Whether the forum is done with whom something stands or is to stand about; a meeting under § 115 is none of the forum's. */
export const isOver = async (db: Db, { youngPersonId, typeCode }: Place): Promise<boolean> =>
  youngPersonId !== null && typeCode !== SECTION_115 && (await hasEnded(db, youngPersonId));

/** @throws Declined `refused` where nothing new is agreed or planned any more */
export async function mustGoOn(db: Db, place: Place): Promise<void> {
  if (await isOver(db, place)) throw refusedBecause("case-ended");
}

/** What is promised and not done. What was agreed under § 115 is no part of the forum's case (domain.md 10, rule 12). */
export const openActionsOf = async (db: Db, youngPersonId: string) =>
  (
    await db
      .select({ action })
      .from(action)
      .innerJoin(agendaItem, eq(agendaItem.id, action.itemId))
      .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
      .where(
        and(
          eq(action.youngPersonId, youngPersonId),
          inArray(action.state, [...OPEN_ACTIONS]),
          ne(meeting.typeCode, SECTION_115),
        ),
      )
      .orderBy(asc(action.createdAt), asc(action.id))
  ).map((row) => row.action);

/** The items about the young person that stand on an agenda of the forum, or are open in a room now. */
export const comingItemsOf = async (db: Db, youngPersonId: string) =>
  (
    await db
      .select({ item: agendaItem })
      .from(agendaItem)
      .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
      .where(
        and(
          eq(agendaItem.youngPersonId, youngPersonId),
          inArray(agendaItem.state, ["planned", "open"]),
          isNull(agendaItem.removedAt),
          ne(meeting.state, "closed"),
          ne(meeting.typeCode, SECTION_115),
        ),
      )
      .orderBy(asc(meeting.startsAt), asc(agendaItem.id))
  ).map((row) => row.item);
