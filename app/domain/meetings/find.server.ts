import { and, asc, eq, gt, isNull, ne, or } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { missing } from "../errors.ts";

const { agendaItem, meeting, meetingMember, participant } = tables;

export type Meeting = typeof meeting.$inferSelect;
export type Item = typeof agendaItem.$inferSelect;

/** @throws Declined `missing` */
export async function meetingWith(db: Db, id: string): Promise<Meeting> {
  const [row] = await db.select().from(meeting).where(eq(meeting.id, id));
  if (!row) throw missing();
  return row;
}

/** @throws Declined `missing` */
export async function itemWith(db: Db, id: string): Promise<Item> {
  const [row] = await db.select().from(agendaItem).where(eq(agendaItem.id, id));
  if (!row) throw missing();
  return row;
}

export const itemsOf = (db: Db, meetingId: string): Promise<Item[]> =>
  db
    .select()
    .from(agendaItem)
    .where(and(eq(agendaItem.meetingId, meetingId), isNull(agendaItem.removedAt)))
    .orderBy(asc(agendaItem.position), asc(agendaItem.id));

/** The next meeting of the same type that is still to come: where an item goes on. */
export async function nextMeetingAfter(db: Db, { id, typeCode, startsAt }: Meeting): Promise<Meeting | null> {
  const later = and(eq(meeting.typeCode, typeCode), gt(meeting.startsAt, startsAt), ne(meeting.id, id));
  const open = or(eq(meeting.state, "draft"), eq(meeting.state, "published"), eq(meeting.state, "locked"));
  const [row] = await db.select().from(meeting).where(and(later, open)).orderBy(asc(meeting.startsAt)).limit(1);
  return row ?? null;
}

/** Everybody a meeting concerns: who leads it, its standing members, and those invited to one of its items. */
export async function staffAround(db: Db, { id, chairId, minuteTakerId }: Meeting): Promise<string[]> {
  const members = await db
    .select({ staffId: meetingMember.staffId })
    .from(meetingMember)
    .where(eq(meetingMember.meetingId, id));
  const invited = await db
    .selectDistinct({ staffId: participant.staffId })
    .from(participant)
    .innerJoin(agendaItem, eq(agendaItem.id, participant.itemId))
    .where(and(eq(agendaItem.meetingId, id), isNull(participant.removedAt)));
  const all = [chairId, minuteTakerId, ...members.map((row) => row.staffId), ...invited.map((row) => row.staffId)];
  return [...new Set(all.filter((staffId) => staffId !== null))];
}
