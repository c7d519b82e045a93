import { createContext, useContext } from "react";
import type { Agenda } from "#domain/agenda/agenda-for.server.ts";
import type { SeatedCard } from "#domain/agenda/cards.server.ts";
import type { AgendaRow } from "#domain/agenda/queries.server.ts";
import { canMove, expectedTimes, numbersOf, order } from "#domain/agenda/rules.ts";
import { slotOf } from "#domain/meetings/slot.ts";
import type { MeetingRow, SlotRow } from "#domain/meetings/views.server.ts";
import { clockOf, dayOf } from "#domain/moments.ts";
import type { PeopleInForum } from "#domain/staff/reference.server.ts";
import { markOf } from "#frame/department-look.ts";
import { useFrame } from "#frame/frame.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

/** A place of the agenda, with what the reader may know of it. */
export type Place = SlotRow & {
  /** Pauses have none. */
  number: number | null;
  expected: { startsAt: string; endsAt: string; fixedInDanger: boolean } | null;
  card: SeatedCard | null;
  /** Whose item it is, where the reader may know no more of it. */
  name: string | null;
  movable: boolean;
  /** Its question, minutes and lead worker can be changed by the reader. */
  editable: boolean;
};

/** The agenda as it stands: the meeting and its places in order. */
export type Standing = {
  meeting: MeetingRow;
  places: Place[];
  /** Names are as new as the places: what has no card is not for the reader, and not only on its way. */
  fresh: boolean;
};

export function standingOf(rows: AgendaRow[], seq: number, agenda: Agenda, now: string): Standing | null {
  const meeting = rows.find((row) => row.kind === "meeting");
  if (!meeting) return null;
  const slots = order(rows.filter((row) => row.kind === "slot"));
  const times = agenda.ownTimes ? null : expectedTimes(slots.map(slotOf), meeting, now);
  const runs = ({ id }: SlotRow) => agenda.mayRun && agenda.cards[id] !== undefined && isOpenFor(meeting);
  const numbers = numbersOf(slots.map(slotOf));
  const places = slots.map((slot) => ({
    ...slot,
    number: agenda.ownTimes?.[slot.id]?.number ?? numbers.get(slot.id) ?? null,
    expected: times?.get(slot.id) ?? agenda.ownTimes?.[slot.id] ?? null,
    card: agenda.cards[slot.id] ?? null,
    name: agenda.names[slot.id] ?? null,
    movable: runs(slot) && canMove(slot),
    editable: runs(slot),
  }));
  return { meeting, places, fresh: seq <= agenda.agenda.seq };
}

/** The item can be prepared still: nothing of a meeting that is over is planned any more. */
export const isOpenFor = ({ state }: Pick<MeetingRow, "state">) => state !== "closed";

type NamedAgenda = Agenda & Standing & { people: PeopleInForum };

const AgendaData = createContext<NamedAgenda | null>(null);
export const AgendaProvider = AgendaData.Provider;

export function useAgenda(): NamedAgenda {
  const agenda = useContext(AgendaData);
  if (!agenda) throw new Error("No agenda");
  return agenda;
}

/** Names for what rows hold by id, and for the places themselves. */
export function useNaming() {
  const { people, today, fresh } = useAgenda();
  const { agenda: t } = useWords();
  const { language } = useFrame();
  const staff = (id: string | null) => people.staff.find((one) => one.id === id);
  const nameOf = (id: string | null) => staff(id)?.name ?? "";
  const departmentName = (id: string | null) => people.departments.find((one) => one.id === id)?.name ?? "";
  /** Whom or what it is about; what the reader may not know is only taken. */
  const about = ({ itemKind, title, card, name }: Place) =>
    itemKind === "unnamed" ? t.add.unnamed : (title ?? card?.name ?? name ?? (fresh ? t.taken : "…"));
  /** "punkt 2", or the pause's own name. */
  const placeName = (place: Place) => (place.number === null ? (place.title ?? t.pause) : t.item(place.number));
  const markFor = (id: string) => {
    const of = people.departments.find((one) => one.id === id);
    return of && markOf(of);
  };
  const days = dayWords(language, today);
  const moment = (at: string) => t.lockedAt(days.near(dayOf(at)), clockOf(at));
  return { staff, nameOf, departmentName, markFor, about, placeName, days, moment };
}
