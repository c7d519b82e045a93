import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import type { RoomState } from "#db/vocabulary.ts";
import { expectedTimes, type MeetingTimes, order, type Slot } from "../agenda/rules.ts";
import { type Label, labelOf } from "../codes/queries.server.ts";
import type { View } from "../touched.server.ts";
import { seenInRoom } from "./attendees.server.ts";
import { narrowed } from "./seen-by-all.ts";
import { type ShownItem, wholeItem } from "./shown-item.server.ts";

const { agendaItem, meeting } = tables;

/** Everything that stands on the big screen of a meeting, as far as all who are here may see it; its id is the meeting's. */
export type ShownRow = {
  kind: "shown";
  id: string;
  title: Label;
  room: RoomState;
  /** What the room is at; nobody while it changes, pauses, waits or is over. */
  item: ShownItem | null;
  /** While the room changes when the next item is expected; before the meeting when that begins. */
  nextAt: string | null;
  pauseUntil: string | null;
};

const meetingRow = prepared((db) =>
  db
    .select()
    .from(meeting)
    .where(eq(meeting.id, sql.placeholder("id")))
    .prepare(),
);
const slotRows = prepared((db) =>
  db
    .select()
    .from(agendaItem)
    .where(and(eq(agendaItem.meetingId, sql.placeholder("id")), isNull(agendaItem.removedAt)))
    .orderBy(asc(agendaItem.position), asc(agendaItem.id))
    .prepare(),
);

async function shownIn(db: Db, id: string, now: string): Promise<ShownRow[]> {
  const [at] = await meetingRow(db).execute({ id });
  if (!at) return [];
  const items = await slotRows(db).execute({ id });
  const open =
    at.room === "item" ? items.find((item) => item.id === at.pointerItemId && item.state === "open") : undefined;
  const room = at.state === "closed" ? "over" : at.room === "item" && !open ? "change" : at.room;
  const counted = order(items).filter(({ kind }) => kind !== "pause");
  const place = { number: counted.findIndex((item) => item.id === open?.id) + 1, count: counted.length };
  const row: ShownRow = {
    kind: "shown",
    id,
    title: await labelOf(db, "meeting_type", at.typeCode),
    room,
    item: room === "item" && open ? narrowed(await wholeItem(db, open, place), await seenInRoom(db, open, now)) : null,
    nextAt:
      room === "waiting" ? at.startsAt : room === "change" ? nextAt(items, at, at.roomSince ?? at.startsAt) : null,
    pauseUntil: room === "pause" ? at.pauseUntil : null,
  };
  return [row];
}

/** Counted from the moment the room changed, so that it follows from the rows alone; the screen lets it grow with its clock. */
function nextAt(items: Slot[], at: MeetingTimes, since: string): string | null {
  const next = order(items).find(({ kind, state }) => state === "planned" && kind !== "pause");
  return (next && expectedTimes(items, at, since).get(next.id)?.startsAt) ?? null;
}

export const shownView: View<ShownRow> = {
  kind: "shown",
  byIds: async (db, ids, now) => (await Promise.all(ids.map((id) => shownIn(db, id, now)))).flat(),
};
