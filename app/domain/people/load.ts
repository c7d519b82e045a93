import { addDays, daysBetween, weekday } from "../calendar.ts";

/** So many weeks ahead are looked at, this one first. */
export const WEEKS_AHEAD = 8;

/** What a colleague has to do with, as far as it can be counted. */
export type Load = {
  /** Null for those with whom no colleague goes. */
  staffId: string | null;
  youngPeople: number;
  /** How much is past its day. */
  over: number;
  /** Days that come, of each of the weeks ahead. */
  weeks: number[];
};

/** Whose young people somebody thinks of giving on (`none`: of nobody), to whom, and which rows of the list. */
export type MoveThought = { from: string | null; to: string | null; chosen: string[] };

export const NO_THOUGHT: MoveThought = { from: null, to: null, chosen: [] };

export const mondayOf = (day: string): string => addDays(day, 1 - weekday(day));

/** The Mondays of the weeks ahead. */
export const weeksFrom = (today: string): string[] =>
  Array.from({ length: WEEKS_AHEAD }, (_, week) => addDays(mondayOf(today), week * 7));

/** The week of the year that holds a day: the first is the one with 4 January (ISO 8601). */
export function weekNumber(day: string): number {
  const thursday = addDays(mondayOf(day), 3);
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

/** How many of these days, from today on, stand in each of the weeks ahead. */
export function weeksOf(days: readonly string[], today: string): number[] {
  const monday = mondayOf(today);
  const weeks = Array<number>(WEEKS_AHEAD).fill(0);
  for (const day of days) {
    const week = Math.floor(daysBetween(monday, day) / 7);
    if (day >= today && week < WEEKS_AHEAD) weeks[week] = (weeks[week] ?? 0) + 1;
  }
  return weeks;
}

export const daysAhead = ({ weeks }: Pick<Load, "weeks">): number => weeks.reduce((sum, n) => sum + n, 0);

/** The load of each colleague; and of nobody, where somebody is without one. */
export function loadOfEach<L extends Load>(staffIds: readonly string[], loadOf: (staffId: string | null) => L): L[] {
  const alone = loadOf(null);
  return [...(alone.youngPeople > 0 ? [alone] : []), ...staffIds.map(loadOf)];
}
