import { createContext, useContext } from "react";
import type { ActionRow } from "#domain/actions/views.server.ts";
import type { AgendaRow } from "#domain/agenda/queries.server.ts";
import { expectedTimes, numbersOf, order } from "#domain/agenda/rules.ts";
import type { ItemRow } from "#domain/agenda/views.server.ts";
import type { Board, BoardRow } from "#domain/board/queries.server.ts";
import type { ClosingRow } from "#domain/closing/views.server.ts";
import { slotOf } from "#domain/meetings/slot.ts";
import type { MeetingRow, SlotRow } from "#domain/meetings/views.server.ts";
import type { ParagraphRow } from "#domain/minutes/views.server.ts";
import { dayOf } from "#domain/moments.ts";
import type { OptionRow } from "#domain/options/views.server.ts";
import type { ParticipantRow } from "#domain/participants/views.server.ts";
import type { EffortRow } from "#domain/people/views.server.ts";
import type { PeopleInForum } from "#domain/staff/reference.server.ts";
import type { StuLineRow } from "#domain/stu/line.server.ts";
import type { PreparedRow } from "#domain/voice/prepared.server.ts";
import type { VoiceRow } from "#domain/voice/views.server.ts";

export type Place = SlotRow & { number: number; expectedAt: string; inDanger: boolean };

/** The agenda as it stands: the meeting, its places in order with their expected times, and which of them is open. */
export type Agenda = { meeting: MeetingRow; places: Place[]; current: Place | null };

export function agendaOf(rows: AgendaRow[], now: string, own: Board["ownTimes"]): Agenda | null {
  const meeting = rows.find((row) => row.kind === "meeting");
  if (!meeting) return null;
  const slots = order(rows.filter((row) => row.kind === "slot"));
  const times = own ? null : expectedTimes(slots.map(slotOf), meeting, now);
  const numbers = numbersOf(slots.map(slotOf));
  const places = slots.map((slot) => {
    const expected = times?.get(slot.id);
    const expectedAt = expected?.startsAt ?? own?.[slot.id]?.startsAt ?? meeting.startsAt;
    // Who sees only some of the agenda calls an item what the room calls it.
    const number = own?.[slot.id]?.number ?? numbers.get(slot.id) ?? 0;
    return { ...slot, number, expectedAt, inDanger: expected?.fixedInDanger ?? false };
  });
  return { meeting, places, current: places.find(({ id }) => id === meeting.pointerItemId) ?? null };
}

/** An item's rows by what they are. */
export type Item = {
  item: ItemRow;
  closing: ClosingRow | null;
  seats: ParticipantRow[];
  conflicts: string[];
  voice: VoiceRow | null;
  prepared: PreparedRow | null;
  efforts: EffortRow[];
  stuLine: StuLineRow | null;
  earlier: ActionRow[];
  options: OptionRow[];
  paragraphs: ParagraphRow[];
  actions: ActionRow[];
};

/** What the room shows of `Fra sidst`: the young person's agreements of earlier items that are open or ended lately. */
export function itemOf(rows: BoardRow[]): Item | null {
  const item = rows.find((row) => row.kind === "item");
  if (!item) return null;
  return {
    item,
    closing: rows.find((row) => row.kind === "closing") ?? null,
    seats: rows.filter((row) => row.kind === "participant"),
    conflicts: rows.filter((row) => row.kind === "conflict").map(({ staffId }) => staffId),
    voice: rows.find((row) => row.kind === "voice") ?? null,
    prepared: rows.find((row) => row.kind === "prepared") ?? null,
    efforts: rows.filter((row) => row.kind === "effort"),
    stuLine: rows.find((row) => row.kind === "stu-line") ?? null,
    earlier: rows.filter((row): row is ActionRow => row.kind === "earlier"),
    options: rows.filter((row) => row.kind === "option").sort((a, b) => (a.id < b.id ? -1 : 1)),
    paragraphs: rows.filter((row) => row.kind === "paragraph"),
    actions: rows
      .filter((row): row is ActionRow => row.kind === "action")
      .sort((a, b) => a.position - b.position || a.number - b.number),
  };
}

/** What was loaded, with the names of the forum. */
export type NamedBoard = Board & { people: PeopleInForum };

const BoardData = createContext<NamedBoard | null>(null);
export const BoardProvider = BoardData.Provider;

export function useBoard(): NamedBoard {
  const board = useContext(BoardData);
  if (!board) throw new Error("No board");
  return board;
}

/** Names of staff and departments, for rows that hold ids. */
export function useNames() {
  const { people } = useBoard();
  return {
    staff: (id: string | null) => people.staff.find((one) => one.id === id),
    nameOf: (id: string | null) => people.staff.find((one) => one.id === id)?.name ?? "",
    department: (id: string | null) => people.departments.find((one) => one.id === id),
    /** For whom somebody sits there: the department, or who they are when they stand in none. */
    sideOf: (id: string | null) => {
      const who = people.staff.find((one) => one.id === id);
      return people.departments.find((one) => one.id === who?.departmentId)?.name ?? who?.name ?? "";
    },
    departmentName: (id: string | null) => people.departments.find((one) => one.id === id)?.name ?? "",
  };
}

export const nextMeetingDay = ({ nextMeeting }: Board): string | undefined =>
  nextMeeting ? dayOf(nextMeeting.startsAt) : undefined;

export { markOf } from "#frame/department-look.ts";
