import { clockOf, copenhagenInstant, dayOf } from "../moments.ts";

export type Hours = { startsAt: string; endsAt: string };

/** The moment lies in these hours; a meeting is over when it ends. */
export const isDuring = (moment: string, { startsAt, endsAt }: Hours): boolean => moment >= startsAt && moment < endsAt;

const lasts = ({ startsAt, endsAt }: Hours) => Date.parse(endsAt) - Date.parse(startsAt);

/**
 * When an item with a fixed time begins after its meeting got other hours. It is a clock that somebody was told: it stays while
 * the meeting only begins or ends otherwise around it. When the meeting moves as a whole, or would leave it outside, it comes
 * along, as far from the start as before.
 */
export function fixedAfterMove(fixedAt: string, before: Hours, after: Hours): string {
  const sameClock = copenhagenInstant(dayOf(after.startsAt), clockOf(fixedAt));
  if (isDuring(sameClock, after) && lasts(before) !== lasts(after)) return sameClock;
  const fromStart = Date.parse(fixedAt) - Date.parse(before.startsAt);
  return new Date(Date.parse(after.startsAt) + fromStart).toISOString();
}
