import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Slot } from "../agenda/slots.ts";
import type { View } from "../touched.server.ts";

const { agendaItem, meeting } = tables;

/** A meeting as its topic shows it: when, where, who leads it, and the pointer. */
export type MeetingRow = { kind: "meeting" } & typeof meeting.$inferSelect;

/** An item as a place in the agenda: no name, and a title only where it is about no person. */
export type SlotRow = Omit<Slot, "kind"> & {
  kind: "slot";
  version: number;
  itemKind: Slot["kind"];
  title: string | null;
  changedAfterLock: boolean;
};

export const meetingView: View<MeetingRow> = {
  kind: "meeting",
  byIds: async (db, ids) =>
    (await db.select().from(meeting).where(inArray(meeting.id, ids))).map((row) => ({
      kind: "meeting" as const,
      ...row,
    })),
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
  title: row.itemKind === "person" ? null : question,
});

export const slotView: View<SlotRow> = {
  kind: "slot",
  byIds: async (db, ids) =>
    (
      await db
        .select(slotColumns)
        .from(agendaItem)
        .where(and(inArray(agendaItem.id, ids), isNull(agendaItem.removedAt)))
    ).map(shownSlot),
};

export async function slotsOf(db: Db, meetingId: string): Promise<SlotRow[]> {
  const rows = await db
    .select(slotColumns)
    .from(agendaItem)
    .where(and(eq(agendaItem.meetingId, meetingId), isNull(agendaItem.removedAt)))
    .orderBy(asc(agendaItem.position), asc(agendaItem.id));
  return rows.map(shownSlot);
}
