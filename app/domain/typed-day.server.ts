import { readDay } from "./days.ts";
import { invalid } from "./errors.ts";

/**
 * A day as people write it in that field. @throws Declined `invalid` when there is no such day.
 * @param past it has been: without a year it is the latest such day.
 */
export function typedDay(field: string, text: string, today: string, past = false): string {
  const read = readDay(text, today, { past });
  if ("day" in read) return read.day;
  throw invalid(field, read.problem === "empty" ? "required" : read.problem);
}

export const typedDayOrNone = (field: string, text: string, today: string): string | null =>
  text ? typedDay(field, text, today) : null;
