import { and, asc, eq, gt, inArray, isNull, ne, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { missing } from "../errors.ts";

const { agendaItem, meeting, meetingMember, participant } = tables;

export type Meeting = typeof meeting.$inferSelect;
export type Item = typeof agendaItem.$inferSelect;

const meetingById = prepared((db) =>
  db
    .select()
    .from(meeting)
    .where(eq(meeting.id, sql.placeholder("id")))
    .prepare(),
);
const itemById = prepared((db) =>
  db
    .select()
    .from(agendaItem)
    .where(eq(agendaItem.id, sql.placeholder("id")))
    .prepare(),
);

/** @throws Declined `missing` */
export async function meetingWith(db: Db, id: string): Promise<Meeting> {
  const [row] = await meetingById(db).execute({ id });
  if (!row) throw missing();
  return row;
}

/** @throws Declined `missing` */
export async function itemWith(db: Db, id: string): Promise<Item> {
  const [row] = await itemById(db).execute({ id });
  if (!row) throw missing();
  return row;
}

const itemsByMeeting = prepared((db) =>
  db
    .select()
    .from(agendaItem)
    .where(and(eq(agendaItem.meetingId, sql.placeholder("meetingId")), isNull(agendaItem.removedAt)))
    .orderBy(asc(agendaItem.position), asc(agendaItem.id))
    .prepare(),
);

export const itemsOf = (db: Db, meetingId: string): Promise<Item[]> => itemsByMeeting(db).execute({ meetingId });

const nextOfType = prepared((db) =>
  db
    .select()
    .from(meeting)
    .where(
      and(
        eq(meeting.typeCode, sql.placeholder("typeCode")),
        gt(meeting.startsAt, sql.placeholder("startsAt")),
        ne(meeting.id, sql.placeholder("id")),
        inArray(meeting.state, ["draft", "published", "locked"]),
      ),
    )
    .orderBy(asc(meeting.startsAt))
    .limit(1)
    .prepare(),
);

/** The next meeting of the same type that is still to come: where an item goes on. */
export async function nextMeetingAfter(db: Db, { id, typeCode, startsAt }: Meeting): Promise<Meeting | null> {
  const [row] = await nextOfType(db).execute({ id, typeCode, startsAt });
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

/** Those of the staff who are asked to an item. */
export async function seatedIn(db: Db, itemId: string): Promise<string[]> {
  const rows = await db
    .select({ staffId: participant.staffId })
    .from(participant)
    .where(and(eq(participant.itemId, itemId), isNull(participant.removedAt)));
  return rows.map(({ staffId }) => staffId).filter((staffId) => staffId !== null);
}
