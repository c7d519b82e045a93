import { and, asc, eq, exists, gt, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { missing } from "../errors.ts";
import { currentOn } from "../staff/find.server.ts";

const { agendaItem, meeting, meetingMember, membership, participant } = tables;

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

/** The meetings on whose agenda a young person stands. */
export async function meetingsAbout(db: Db, youngPersonId: string): Promise<Meeting[]> {
  const rows = await db
    .selectDistinct({ meeting })
    .from(meeting)
    .innerJoin(agendaItem, eq(agendaItem.meetingId, meeting.id))
    .where(and(eq(agendaItem.youngPersonId, youngPersonId), isNull(agendaItem.removedAt)));
  return rows.map((row) => row.meeting);
}

/** A seat in an item, through no department or through one that its holder still works in. */
const seated = (today: string) => {
  const works = new QueryBuilder()
    .select({ id: membership.id })
    .from(membership)
    .where(
      and(
        eq(membership.staffId, participant.staffId),
        eq(membership.departmentId, participant.departmentId),
        currentOn(membership, today),
      ),
    );
  return and(isNull(participant.removedAt), or(isNull(participant.departmentId), exists(works)));
};

/** Everybody a meeting concerns today: who leads it, its standing members, and those invited to one of its items. */
export async function staffAround(db: Db, { id, chairId, minuteTakerId }: Meeting, today: string): Promise<string[]> {
  const members = await db
    .select({ staffId: meetingMember.staffId })
    .from(meetingMember)
    .where(eq(meetingMember.meetingId, id));
  const invited = await db
    .selectDistinct({ staffId: participant.staffId })
    .from(participant)
    .innerJoin(agendaItem, eq(agendaItem.id, participant.itemId))
    .where(and(eq(agendaItem.meetingId, id), seated(today)));
  const all = [chairId, minuteTakerId, ...members.map((row) => row.staffId), ...invited.map((row) => row.staffId)];
  return [...new Set(all.filter((staffId) => staffId !== null))];
}

/** Those of the staff who are asked to an item today. */
export async function seatedIn(db: Db, itemId: string, today: string): Promise<string[]> {
  const rows = await db
    .select({ staffId: participant.staffId })
    .from(participant)
    .where(and(eq(participant.itemId, itemId), seated(today)));
  return rows.map(({ staffId }) => staffId).filter((staffId) => staffId !== null);
}
