import type { MeetingTimes, Slot } from "#domain/agenda/rules.ts";

/** A row of the agenda; says only what matters. */
export function aSlot(id: string, said: Partial<Slot> = {}): Slot {
  return {
    id,
    kind: "person",
    position: Number(id.replace(/\D/g, "")),
    minutes: 20,
    fixedAt: null,
    state: "planned",
    openedAt: null,
    handledAt: null,
    spentSeconds: 0,
    ...said,
  };
}

/** The meeting of 21 November 2026, 9.00 to 11.30 in Denmark. */
export function aMeetingOf(said: Partial<MeetingTimes> = {}): MeetingTimes {
  return {
    startsAt: at("9.00"),
    endsAt: at("11.30"),
    changeMinutes: 2,
    state: "published",
    startedAt: null,
    pauseUntil: null,
    ...said,
  };
}

/** The UTC moment of a Danish clock on the day of the meeting. */
export function at(clock: string): string {
  const [hour, minute, second = 0] = clock.split(".").map(Number);
  return new Date(Date.UTC(2026, 10, 21, (hour ?? 0) - 1, minute, second)).toISOString();
}
