import { changeAfter, hasLeft, type MeetingTimes, order, type Slot } from "#domain/agenda/slots.ts";

const MINUTE = 60_000;
const SHORTEST_ITEM = 5;

export type ExpectedTime = { startsAt: string; endsAt: string; moved: boolean; fixedInDanger: boolean };
type Span = { start: number; end: number; late: boolean };
type Course = { spans: Map<string, Span>; free: number };

/**
 * When each slot begins and ends, as far as is known now; a slot that left the meeting has no time. `moved` is a minute or
 * more from the plan; a fixed time that cannot hold by a minute is in danger and begins late.
 */
export function expectedTimes(slots: readonly Slot[], meeting: MeetingTimes, now: string): Map<string, ExpectedTime> {
  const planned = plan(slots, meeting).spans;
  const times = new Map<string, ExpectedTime>();
  for (const [id, { start, end, late }] of course(slots, meeting, now).spans) {
    const moved = Math.abs(start - (planned.get(id)?.start ?? start)) >= MINUTE;
    times.set(id, { startsAt: iso(start), endsAt: iso(end), moved, fixedInDanger: late });
  }
  return times;
}

/** Whole minutes that a running meeting will end later than its plan; 0 before it begins and after it ends. */
export function lateness(slots: readonly Slot[], meeting: MeetingTimes, now: string): number {
  if (meeting.state !== "running") return 0;
  return Math.trunc((course(slots, meeting, now).free - plan(slots, meeting).free) / MINUTE) + 0;
}

/**
 * What would bring a late meeting back: minutes off each coming item (0 when there is none, or one would get shorter
 * than five minutes) or moving the last one that nobody was given a time for.
 */
export function remedies(
  slots: readonly Slot[],
  meeting: MeetingTimes,
  now: string,
): { minutesFromEach: number; lastMovableId: string | null } {
  const late = lateness(slots, meeting, now);
  const coming = order(slots).filter(({ kind, state }) => state === "planned" && kind !== "pause");
  if (late <= 0) return { minutesFromEach: 0, lastMovableId: null };
  const each = Math.ceil(late / Math.max(1, coming.length));
  const bearable = coming.length > 0 && coming.every(({ minutes }) => minutes - each >= SHORTEST_ITEM);
  const last = coming.findLast(({ fixedAt }) => fixedAt === null);
  return { minutesFromEach: bearable ? each : 0, lastMovableId: last?.id ?? null };
}

/** The agenda by the clock of the invitation, with what left it after the meeting had begun. */
function plan(slots: readonly Slot[], meeting: MeetingTimes): Course {
  const ofPlan = order(slots).filter((slot) => !hasLeft(slot) || leftDuring(slot, meeting));
  const minutes = (slot: Slot) => slot.plannedMinutes ?? slot.minutes;
  return layOut(ofPlan, meeting, plannedStart(meeting), minutes);
}

function leftDuring({ handledAt }: Slot, { startedAt }: MeetingTimes): boolean {
  return handledAt !== null && startedAt !== null && Date.parse(handledAt) >= Date.parse(startedAt);
}

/** What really happened, then the open slot, then the rest of the agenda one after the other. */
function course(slots: readonly Slot[], meeting: MeetingTimes, now: string): Course {
  if (meeting.state !== "running" && meeting.state !== "closed") return plan(slots, meeting);
  const at = Date.parse(now);
  const happened = new Map<string, Span>();
  let free = plannedStart(meeting);
  for (const slot of order(slots)) {
    const span = real(slot, at);
    if (!span) continue;
    const change = changeAfter(slot, meeting) * MINUTE;
    free = happened.size ? Math.max(free, span.end + change) : span.end + change;
    happened.set(slot.id, span);
  }
  if (meeting.state === "closed") return { spans: happened, free };
  const coming = order(slots).filter(({ state }) => state === "planned");
  const earliest = Math.max(at, meeting.pauseUntil ? Date.parse(meeting.pauseUntil) : at);
  const rest = layOut(coming, meeting, coming.length ? Math.max(free, earliest) : free, ({ minutes }) => minutes);
  return { spans: new Map([...happened, ...rest.spans]), free: rest.free };
}

function real(slot: Slot, now: number): Span | null {
  if (!slot.openedAt) return null;
  const start = Date.parse(slot.openedAt);
  if (slot.state === "handled" && slot.handledAt) return { start, end: Date.parse(slot.handledAt), late: false };
  if (slot.state !== "open") return null;
  return { start, end: Math.max(now, start + slot.minutes * MINUTE - slot.spentSeconds * 1000), late: false };
}

function layOut(slots: Slot[], meeting: MeetingTimes, from: number, minutes: (slot: Slot) => number): Course {
  const spans = new Map<string, Span>();
  let free = from;
  for (const slot of slots) {
    const fixed = slot.fixedAt && atItsHours(meeting) ? Date.parse(slot.fixedAt) : null;
    const start = Math.max(free, fixed ?? free);
    const end = start + minutes(slot) * MINUTE;
    spans.set(slot.id, { start, end, late: fixed !== null && start - fixed >= MINUTE });
    free = end + changeAfter(slot, meeting) * MINUTE;
  }
  return { spans, free };
}

/** A meeting that began after its hours were over was moved, not late: it keeps its lengths and lets go of its clock. */
function atItsHours({ startedAt, endsAt }: MeetingTimes): boolean {
  return startedAt === null || Date.parse(startedAt) < Date.parse(endsAt);
}

function plannedStart(meeting: MeetingTimes): number {
  return Date.parse(atItsHours(meeting) ? meeting.startsAt : (meeting.startedAt ?? meeting.startsAt));
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
