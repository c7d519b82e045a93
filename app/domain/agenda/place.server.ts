import { eq, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { missing } from "../errors.ts";

const { agendaItem, meeting } = tables;

const place = prepared((db) =>
  db
    .select({
      itemId: agendaItem.id,
      kind: agendaItem.kind,
      youngPersonId: agendaItem.youngPersonId,
      meetingId: agendaItem.meetingId,
      typeCode: meeting.typeCode,
      meetingState: meeting.state,
      startsAt: meeting.startsAt,
      chairId: meeting.chairId,
      minuteTakerId: meeting.minuteTakerId,
    })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(eq(agendaItem.id, sql.placeholder("itemId")))
    .prepare(),
);

export type Place = Awaited<ReturnType<typeof placeOf>>;

/** Whom an item is about, and the meeting it stands in. @throws Declined `missing` */
export async function placeOf(db: Db, itemId: string) {
  const [row] = await place(db).execute({ itemId });
  if (!row) throw missing();
  return row;
}

/** What an event about something in the item says of where it happened. */
export const whereabouts = ({
  itemId,
  meetingId,
  youngPersonId,
}: Pick<Place, "itemId" | "meetingId" | "youngPersonId">) => ({
  itemId,
  meetingId,
  youngPersonId,
});
