import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { type Asking, asked } from "../access/decide.server.ts";
import { isHidden } from "../access/existence-conditions.server.ts";
import { not } from "../access/rule.server.ts";
import { scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import { type Meeting, meetingWith } from "../meetings/find.server.ts";
import { slotOf } from "../meetings/slot.ts";
import {
  heldAt,
  type MeetingRow,
  type SlotRow,
  shownMeeting,
  shownSlot,
  slotColumns,
  slotsOf,
} from "../meetings/views.server.ts";
import type { Look } from "../query.server.ts";
import { meetingTopic, type Snapshot, staffTopic } from "../topics.ts";
import { seqOf } from "../touched.server.ts";
import { type ExpectedTime, expectedTimes, lateness, numbersOf } from "./rules.ts";

const { agendaItem, youngPerson } = tables;

const nameOnly = and(scope("item:name"), not(scope("item:see")));

/** What the agenda is made of for everybody who may see a part of it: no names, and no question of anybody. */
export type AgendaRow = MeetingRow | SlotRow;

const ownSlots = prepared((db) =>
  db
    .select(slotColumns)
    .from(agendaItem)
    .where(
      and(eq(agendaItem.meetingId, sql.placeholder("meetingId")), isNull(agendaItem.removedAt), scope("item:place")),
    )
    .orderBy(asc(agendaItem.position), asc(agendaItem.id))
    .prepare(),
);

const hidden = prepared((db) =>
  db
    .select({ id: agendaItem.id })
    .from(agendaItem)
    .where(and(eq(agendaItem.meetingId, sql.placeholder("meetingId")), isNull(agendaItem.removedAt), isHidden))
    .prepare(),
);

async function hiddenIn(db: Db, asking: Asking, meetingId: string): Promise<string[]> {
  return (await hidden(db).execute({ ...asked(asking), meetingId })).map(({ id }) => id);
}

/** The places count from one, so that none of them says that another is missing. */
const withoutGap = (slot: Parameters<typeof shownSlot>[0], at: number): SlotRow =>
  shownSlot({ ...slot, position: at + 1 });

/**
 * The meeting and its slots: all of them as the topic of the meeting; for those who may know of some only, these, as rows
 * of their own topic, which says nothing but "load anew". The pointer is theirs only while it stands at one of theirs; how
 * often the meeting was changed is not.
 * @param rights what the asker may of the meeting, by `decideAll`.
 */
export async function agendaSnapshot(
  db: Db,
  asking: Asking,
  meeting: Meeting,
  rights: Record<"meeting:whole" | "meeting:place", string | null>,
): Promise<Snapshot<AgendaRow>> {
  const whole = rights["meeting:whole"] !== null;
  const topic = whole ? meetingTopic(meeting.id) : staffTopic(staffIdOf(asking.actor));
  const slots = whole
    ? await slotsOf(db, meeting.id)
    : (await ownSlots(db).execute({ ...asked(asking), meetingId: meeting.id })).map(withoutGap);
  const pointed = whole || slots.some(({ id }) => id === meeting.pointerItemId);
  const veiled = !pointed && (await hiddenIn(db, asking, meeting.id)).includes(meeting.pointerItemId ?? "");
  // While the room is at what is hidden from somebody, it is between two items for them.
  const room = veiled ? "change" : meeting.room;
  const shown = whole ? meeting : { ...meeting, ...heldAt(meeting, rights["meeting:place"] !== null), version: 0 };
  const row = shownMeeting(pointed ? shown : { ...shown, room, pointerItemId: null });
  return { topic, seq: await seqOf(db, topic), rows: [row, ...slots] };
}

/** The items in a snapshot of the agenda. */
export const placesIn = ({ rows }: Snapshot<AgendaRow>): string[] =>
  rows.filter(({ kind }) => kind === "slot").map(({ id }) => id);

const named = prepared((db) =>
  db
    .select({
      itemId: agendaItem.id,
      youngPersonId: agendaItem.youngPersonId,
      firstName: youngPerson.firstName,
      lastName: youngPerson.lastName,
    })
    .from(agendaItem)
    .innerJoin(youngPerson, eq(youngPerson.id, agendaItem.youngPersonId))
    .where(and(eq(agendaItem.meetingId, sql.placeholder("meetingId")), isNull(agendaItem.removedAt), nameOnly))
    .prepare(),
);

/** Whose items these are, by item, where the asker may know no more of them; each is logged. */
export async function namesOnly(
  look: Look<unknown>,
  meetingId: string,
  { rows: places }: Snapshot<AgendaRow>,
  cards: Record<string, unknown>,
): Promise<Record<string, string>> {
  if (places.every((row) => row.kind !== "slot" || row.itemKind !== "person" || cards[row.id])) return {};
  const rows = await named(look.db).execute({ ...asked(look), meetingId });
  for (const { itemId, youngPersonId } of rows) look.saw({ youngPersonId, itemId, meetingId, by: "name only" });
  return Object.fromEntries(rows.map(({ itemId, firstName, lastName }) => [itemId, `${firstName} ${lastName}`]));
}

/** Where an item stands in the whole agenda, for somebody who sees only some of it. A pause has no number. */
export type OwnPlace = ExpectedTime & { number: number | null };

/** When items are expected to begin and end and what they are called in the room, and how many minutes the meeting is late. */
export type OwnTimes = { places: Record<string, OwnPlace>; late: number };

/** The times of these items, counted from the whole agenda, for somebody who sees too little of it to count them. */
export async function timesOfItems(
  db: Db,
  asking: Asking,
  meetingId: string,
  itemIds: readonly string[],
): Promise<OwnTimes> {
  const { now } = asking;
  const slots = (await slotsOf(db, meetingId)).map(slotOf);
  const meeting = await meetingWith(db, meetingId);
  // What is hidden takes its time, but leaves no gap in the numbers.
  const notThere = await hiddenIn(db, asking, meetingId);
  const numbers = numbersOf(slots.filter(({ id }) => !notThere.includes(id)));
  const own = [...expectedTimes(slots, meeting, now)].filter(([id]) => itemIds.includes(id));
  const places = own.map(([id, times]) => [id, { ...times, number: numbers.get(id) ?? null }]);
  return { places: Object.fromEntries(places), late: lateness(slots, meeting, now) };
}
