import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { type Asking, asked, decide } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import { type Meeting, meetingWith } from "../meetings/find.server.ts";
import { slotOf } from "../meetings/slot.ts";
import {
  type MeetingRow,
  type SlotRow,
  shownMeeting,
  shownSlot,
  slotColumns,
  slotsOf,
} from "../meetings/views.server.ts";
import { meetingTopic, type Snapshot, staffTopic } from "../topics.ts";
import { seqOf } from "../touched.server.ts";
import { type ExpectedTime, expectedTimes, lateness, numbersOf } from "./rules.ts";

const { agendaItem } = tables;

/** What the agenda is made of for everybody who may see a part of it: no names, and no question of anybody. */
export type AgendaRow = MeetingRow | SlotRow;

const ownSlots = prepared((db) =>
  db
    .select(slotColumns)
    .from(agendaItem)
    .where(and(eq(agendaItem.meetingId, sql.placeholder("meetingId")), isNull(agendaItem.removedAt), scope("item:see")))
    .orderBy(asc(agendaItem.position), asc(agendaItem.id))
    .prepare(),
);

/** Whether the asker sees every place of the agenda, and not only those of the items they are in. */
export const seesWholeAgenda = async (db: Db, asking: Asking, meetingId: string): Promise<boolean> =>
  (await decide(db, asking, "meeting:whole", meetingId)) !== null;

/**
 * The meeting and its slots: all of them as the topic of the meeting; for those who are in some items only, these, as rows
 * of their own topic, which says nothing but "load anew". The pointer is theirs only while it stands at one of theirs.
 */
export async function agendaSnapshot(db: Db, asking: Asking, meeting: Meeting): Promise<Snapshot<AgendaRow>> {
  const whole = await seesWholeAgenda(db, asking, meeting.id);
  const topic = whole ? meetingTopic(meeting.id) : staffTopic(staffIdOf(asking.actor));
  const slots = whole
    ? await slotsOf(db, meeting.id)
    : (await ownSlots(db).execute({ ...asked(asking), meetingId: meeting.id })).map(shownSlot);
  const pointed = whole || slots.some(({ id }) => id === meeting.pointerItemId);
  const shown = shownMeeting(pointed ? meeting : { ...meeting, pointerItemId: null });
  return { topic, seq: await seqOf(db, topic), rows: [shown, ...slots] };
}

/** Where an item stands in the whole agenda, for somebody who sees only some of it. A pause has no number. */
export type OwnPlace = ExpectedTime & { number: number | null };

/** When items are expected to begin and end and what they are called in the room, and how many minutes the meeting is late. */
export type OwnTimes = { places: Record<string, OwnPlace>; late: number };

/** The times of these items, counted from the whole agenda, for somebody who sees too little of it to count them. */
export async function timesOfItems(
  db: Db,
  meetingId: string,
  itemIds: readonly string[],
  now: string,
): Promise<OwnTimes> {
  const slots = (await slotsOf(db, meetingId)).map(slotOf);
  const meeting = await meetingWith(db, meetingId);
  const numbers = numbersOf(slots);
  const own = [...expectedTimes(slots, meeting, now)].filter(([id]) => itemIds.includes(id));
  const places = own.map(([id, times]) => [id, { ...times, number: numbers.get(id) ?? null }]);
  return { places: Object.fromEntries(places), late: lateness(slots, meeting, now) };
}
