import { readDay } from "../days.ts";
import { copenhagenInstant } from "../moments.ts";

/** The days and the time of a search, as they were typed. */
type Typed = { from: string; to: string; clock: string };

export type WhenAsked = {
  from: string | null;
  to: string | null;
  /** The moment of day and time. */
  at: string | null;
  /** What cannot be read or has not been, by field: nothing is left out in silence. */
  problems: Partial<
    Record<keyof Typed, "no-such-day" | "unreadable-day" | "not-yet" | "no-such-time" | "days-swapped">
  >;
};

/** Reads when a search of the log is about: what has been. */
export function whenAsked(typed: Typed, today: string): WhenAsked {
  const when: WhenAsked = { from: null, to: null, at: null, problems: {} };
  for (const field of ["from", "to"] as const) {
    const read = readDay(typed[field], today, { past: true });
    if ("day" in read) when[field] = read.day;
    else if (read.problem !== "empty")
      when.problems[field] = read.problem === "unreadable" ? "unreadable-day" : read.problem;
  }
  if (when.from && when.from > today) when.problems.from = "not-yet";
  else if (when.from && when.to && when.to < when.from) when.problems.to = "days-swapped";
  const clock = typed.clock.trim();
  const at = clock ? momentOf(when.from ?? today, clock) : null;
  if (clock && !at) when.problems.clock = "no-such-time";
  if (when.from && Object.keys(when.problems).length === 0) when.at = at;
  return when;
}

function momentOf(day: string, clock: string): string | null {
  try {
    return copenhagenInstant(day, clock);
  } catch {
    return null;
  }
}
