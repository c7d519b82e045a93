import { changeAfter, hasLeft, type MeetingTimes, order, type Slot } from "#domain/agenda/slots.ts";

export {
  canOpen,
  itemClock,
  type MeetingTimes,
  nextToOpen,
  numbersOf,
  order,
  type Slot,
} from "#domain/agenda/slots.ts";
export { type ExpectedTime, expectedTimes, lateness, remedies } from "#domain/agenda/times.ts";

export type TimeBudget = {
  persons: number;
  personMinutes: number;
  commonMinutes: number;
  pauseMinutes: number;
  changeMinutes: number;
  used: number;
  available: number;
  air: number;
};

/** The agenda in minutes; negative air is too much. What left the meeting takes no time of it. */
export function timeBudget(
  slots: readonly Pick<Slot, "kind" | "minutes" | "state">[],
  meeting: Pick<MeetingTimes, "startsAt" | "endsAt" | "changeMinutes">,
): TimeBudget {
  const held = slots.filter((slot) => !hasLeft(slot));
  const minutesOf = (kind: Slot["kind"]) =>
    sum(held.filter((slot) => slot.kind === kind).map(({ minutes }) => minutes));
  const [personMinutes, pauseMinutes] = [minutesOf("person"), minutesOf("pause")];
  // About nobody by name: it takes its time beside the young people.
  const commonMinutes = minutesOf("common") + minutesOf("unnamed");
  const changeMinutes = sum(held.map((slot) => changeAfter(slot, meeting)));
  const used = personMinutes + commonMinutes + pauseMinutes + changeMinutes;
  const available = Math.round((Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt)) / 60_000);
  const persons = held.filter(({ kind }) => kind === "person").length;
  return { persons, personMinutes, commonMinutes, pauseMinutes, changeMinutes, used, available, air: available - used };
}

export function canMove(slot: Pick<Slot, "state">): boolean {
  return slot.state === "planned";
}

/**
 * The ids in their new order. Rows that are past or open keep their place, and so does a fixed time unless it is the one
 * moved: the others pass it. An index taken by one of them means the next free place in the direction of the move.
 */
export function moveTo(slots: readonly Slot[], id: string, index: number): string[] {
  const rows = order(slots);
  const from = rows.findIndex((slot) => slot.id === id);
  const moved = rows[from];
  if (!moved || !canMove(moved)) return rows.map((slot) => slot.id);

  const isFree = (slot: Slot) => slot === moved || (canMove(slot) && slot.fixedAt === null);
  const places = rows.flatMap((slot, place) => (isFree(slot) ? [place] : []));
  const reached =
    index > from ? places.findIndex((place) => place >= index) : places.findLastIndex((place) => place <= index);
  const at = reached >= 0 ? reached : index > from ? places.length - 1 : 0;

  const free = rows.filter((slot) => isFree(slot) && slot !== moved);
  free.splice(at, 0, moved);
  const inPlace = new Map(places.map((place, n) => [place, free[n] ?? moved]));
  return rows.map((slot, place) => (inPlace.get(place) ?? slot).id);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
