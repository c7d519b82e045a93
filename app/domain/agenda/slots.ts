import type { ItemKind, ItemState, MeetingState } from "#db/vocabulary.ts";

/** One row of the agenda as the clock sees it. Moments are UTC text; `spentSeconds` are those before it was opened the last time. */
export type Slot = {
  id: string;
  kind: ItemKind;
  position: number;
  minutes: number;
  /** The minutes when the meeting began, if they were changed since: lateness is counted from them. */
  plannedMinutes?: number | null;
  fixedAt: string | null;
  state: ItemState;
  openedAt: string | null;
  handledAt: string | null;
  spentSeconds: number;
};

export type MeetingTimes = {
  startsAt: string;
  endsAt: string;
  changeMinutes: number;
  state: MeetingState;
  startedAt: string | null;
  /** While the room has a pause. */
  pauseUntil: string | null;
};

export function order<S extends Pick<Slot, "id" | "position">>(slots: readonly S[]): S[] {
  return [...slots].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** By which number an item is called in the room, the same for everybody: its place in the whole agenda, pauses left out. */
export function numbersOf(slots: readonly Pick<Slot, "id" | "kind" | "position">[]): Map<string, number> {
  return new Map(
    order(slots)
      .filter(({ kind }) => kind !== "pause")
      .map(({ id }, place) => [id, place + 1]),
  );
}

/** The room is emptied after each young person, named or not; common items and pauses need no change of their own. */
export function changeAfter(slot: Pick<Slot, "kind">, meeting: Pick<MeetingTimes, "changeMinutes">): number {
  return slot.kind === "person" || slot.kind === "unnamed" ? meeting.changeMinutes : 0;
}

/** Postponed and not reached: it takes no time of this meeting any more. */
export function hasLeft(slot: Pick<Slot, "state">): boolean {
  return slot.state === "postponed" || slot.state === "not_reached";
}

/** What is planned can be opened, in any order, and what was handled opened again, while the meeting lasts. */
export function canOpen(item: Pick<Slot, "state">, meeting: Pick<MeetingTimes, "state">): boolean {
  return meeting.state === "running" && (item.state === "planned" || item.state === "handled");
}

/** What the agenda says is next: the first row, a pause too, that is still planned. */
export function nextToOpen<S extends Slot>(slots: readonly S[]): S | null {
  return order(slots).find(({ state }) => state === "planned") ?? null;
}

/** Seconds; what is left is negative when the time is over. A clock behind the server's never counts backwards. */
export function itemClock(
  slot: Pick<Slot, "minutes" | "state" | "openedAt" | "handledAt" | "spentSeconds">,
  now: string,
): { spentSeconds: number; leftSeconds: number } {
  const until = slot.state === "open" ? now : slot.handledAt;
  const lastSpell = slot.openedAt && until ? Date.parse(until) - Date.parse(slot.openedAt) : 0;
  const spentSeconds = slot.spentSeconds + Math.max(0, Math.floor(lastSpell / 1000));
  return { spentSeconds, leftSeconds: slot.minutes * 60 - spentSeconds };
}
