import { addMonths } from "./calendar.ts";
import { readDay } from "./days.ts";
import { invalid } from "./errors.ts";

/** So many years off a day is a slip of the hand. */
const FAR_YEARS = 15;

/**
 * A day as people write it in that field. @throws Declined `invalid` when there is no such day, or it is more than 15 years ahead.
 * @param past it has been: without a year it is the latest such day.
 */
export function typedDay(field: string, text: string, today: string, past = false): string {
  const read = readDay(text, today, { past });
  if ("day" in read) {
    if (read.day > addMonths(today, FAR_YEARS * 12)) throw invalid(field, "years-off");
    return read.day;
  }
  throw invalid(field, read.problem === "empty" ? "required" : read.problem);
}

/** What has been: on a day that has come, today at the latest. @throws Declined `invalid` at the field */
export function pastDay(field: string, text: string, today: string): string {
  const day = typedDay(field, text, today, true);
  if (day > today) throw invalid(field, "not-yet");
  return day;
}

export const pastDayOrNone = (field: string, text: string, today: string): string | null =>
  text ? pastDay(field, text, today) : null;

export const typedDayOrNone = (field: string, text: string, today: string): string | null =>
  text ? typedDay(field, text, today) : null;
