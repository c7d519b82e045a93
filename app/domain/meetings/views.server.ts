import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import type { Slot } from "../agenda/slots.ts";
import type { View } from "../touched.server.ts";

const { agendaItem, meeting } = tables;

/** A meeting as its topic shows it: when, where, who leads it, and the pointer. */
export type MeetingRow = { kind: "meeting" } & typeof meeting.$inferSelect;

/** An item as a place in the agenda: no name, and a title only of what is for all. */
export type SlotRow = Omit<Slot, "kind"> & {
  kind: "slot";
  version: number;
  itemKind: Slot["kind"];
  title: string | null;
  changedAfterLock: boolean;
};

/** Where a meeting is held; for whoever may not know it, it is one without a written place. */
export const heldAt = ({ place, videoLink }: Pick<MeetingRow, "place" | "videoLink">, known: boolean) =>
  known ? { place, videoLink } : { place: "", videoLink: "" };

const meetingById = prepared((db) =>
  db
    .select()
    .from(meeting)
    .where(eq(meeting.id, sql.placeholder("id")))
    .prepare(),
);

export const shownMeeting = (row: Omit<MeetingRow, "kind">): MeetingRow => ({ kind: "meeting", ...row });

export const meetingView: View<MeetingRow> = {
  kind: "meeting",
  byIds: async (db, ids) =>
    (await Promise.all(ids.map((id) => meetingById(db).execute({ id })))).flat().map(shownMeeting),
};

/** What a slot is read from; `shownSlot` makes the row of it. */
export const slotColumns = {
  id: agendaItem.id,
  version: agendaItem.version,
  itemKind: agendaItem.kind,
  question: agendaItem.question,
  position: agendaItem.position,
  minutes: agendaItem.minutes,
  plannedMinutes: agendaItem.plannedMinutes,
  fixedAt: agendaItem.fixedAt,
  state: agendaItem.state,
  openedAt: agendaItem.openedAt,
  handledAt: agendaItem.handledAt,
  spentSeconds: agendaItem.spentSeconds,
  changedAfterLock: agendaItem.changedAfterLock,
};

type SlotFacts = Omit<SlotRow, "kind" | "title"> & { question: string };
export const shownSlot = ({ question, ...row }: SlotFacts): SlotRow => ({
  kind: "slot",
  ...row,
  title: row.itemKind === "common" || row.itemKind === "pause" ? question : null,
});

const stands = isNull(agendaItem.removedAt);
const slotById = prepared((db) =>
  db
    .select(slotColumns)
    .from(agendaItem)
    .where(and(eq(agendaItem.id, sql.placeholder("id")), stands))
    .prepare(),
);
const slotsByMeeting = prepared((db) =>
  db
    .select(slotColumns)
    .from(agendaItem)
    .where(and(eq(agendaItem.meetingId, sql.placeholder("meetingId")), stands))
    .orderBy(asc(agendaItem.position), asc(agendaItem.id))
    .prepare(),
);

export const slotView: View<SlotRow> = {
  kind: "slot",
  byIds: async (db, ids) => (await Promise.all(ids.map((id) => slotById(db).execute({ id })))).flat().map(shownSlot),
};

export const slotsOf = async (db: Db, meetingId: string): Promise<SlotRow[]> =>
  (await slotsByMeeting(db).execute({ meetingId })).map(shownSlot);
