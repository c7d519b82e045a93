import { addDays, addMonths, dayText, isDay, lastOfMonth, parts, weekday } from "#domain/calendar.ts";
import { type DayWords, dayWords } from "#domain/day-words.ts";
import { cleanText } from "#domain/text.ts";

export { age, monthsUntil, turns } from "#domain/ages.ts";
export { addDays, addMonths, daysBetween, isDay, weekday } from "#domain/calendar.ts";
export { addWorkingDays, isHoliday, isWorkingDay, nextWorkingDay } from "#domain/holidays.ts";

export type DayProblem = "empty" | "unreadable" | "no-such-day";
export type DayRead = { day: string } | { problem: DayProblem; suggestion?: string };

const MONTHS_AHEAD = 10;
const LONGEST = 60;

/**
 * Reads a typed day. Without a year it is the next such day within ten months, else the latest one; a past day is read
 * as it stands. A suggestion is text that can be typed (`28-02`). A weekday that contradicts its date is unreadable. Never throws.
 * @param past what is asked about has been: without a year it is the latest such day, and `14d` is 14 days ago.
 */
export function readDay(
  text: string,
  today: string,
  { nextMeetingOn, past = false }: { nextMeetingOn?: string | null; past?: boolean } = {},
): DayRead {
  const typed = cleanText(text.slice(0, 1000))
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ");
  if (!typed) return { problem: "empty" };
  const words = typed.length > LONGEST ? null : dayWords(typed);
  if (!words) return { problem: "unreadable" };
  if (words.kind === "date") return onCalendar(words, today, past);
  if (words.kind === "in") return { day: later(today, past && words.bare ? { ...words, n: -words.n } : words) };
  if (words.kind === "weekday") {
    const next = addDays(today, ((words.weekday - weekday(today) + 6) % 7) + 1);
    return { day: past ? addDays(next, -7) : next };
  }
  return nextMeetingOn ? { day: nextMeetingOn } : { problem: "unreadable" };
}

function later(today: string, { n, unit }: Extract<DayWords, { kind: "in" }>): string {
  if (unit === "month") return addMonths(today, n);
  return addDays(today, unit === "week" ? n * 7 : n);
}

function onCalendar(said: Extract<DayWords, { kind: "date" }>, today: string, past: boolean): DayRead {
  const year = yearMeant(said, today, past);
  const day = dayText(year, said.month, said.date);
  if (!isDay(day)) return { problem: "no-such-day", ...nearest(said, today, past) };
  if (said.weekday !== null && said.weekday !== weekday(day))
    return { problem: "unreadable", suggestion: typable(day, true) };
  return { day };
}

function yearMeant(
  { date, month, year, shortYear }: Extract<DayWords, { kind: "date" }>,
  today: string,
  past: boolean,
): number {
  const thisYear = parts(today)[0];
  if (year !== null && !shortYear) return year;
  // Two figures: the century that brings the year nearest to what people write about, from 80 years back to 19 ahead.
  if (year !== null) return thisYear - 80 + ((((year - thisYear + 80) % 100) + 100) % 100);
  if (past) return dayText(thisYear, month, date) > today ? thisYear - 1 : thisYear;
  const next = dayText(thisYear, month, date) >= today ? thisYear : thisYear + 1;
  return dayText(next, month, date) <= addMonths(today, MONTHS_AHEAD) ? next : next - 1;
}

/** The nearest real day, day and month changed round where only that can be meant; in the year that it will be read in. */
function nearest(said: Extract<DayWords, { kind: "date" }>, today: string, past: boolean): { suggestion?: string } {
  const { date, month } = said;
  const [realMonth, realDate] = month > 12 ? [date, month] : [month, date];
  if (realMonth < 1 || realMonth > 12) return {};
  const year = yearMeant({ ...said, month: realMonth, date: realDate }, today, past);
  const day = dayText(year, realMonth, Math.min(Math.max(realDate, 1), lastOfMonth(year, realMonth)));
  return isDay(day) ? { suggestion: typable(day, said.year !== null) } : {};
}

function typable(day: string, withYear: boolean): string {
  const [year, month, date] = day.split("-");
  return withYear ? `${date}-${month}-${year}` : `${date}-${month}`;
}
