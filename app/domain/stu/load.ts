import { addDays, daysBetween, weekday } from "../calendar.ts";
import { isPast } from "./deadlines.ts";
import type { ListedCourse } from "./list.ts";

/** So many weeks ahead are looked at, this one first. */
export const WEEKS_AHEAD = 8;

/** What somebody of the team has to do with: how many young people, and the deadlines of theirs that are not held. */
export type Load = {
  /** Null for those whom nobody of the team goes with. */
  memberId: string | null;
  youngPeople: number;
  /** Deadlines whose day is gone. */
  over: number;
  /** Deadlines of each of the weeks ahead. */
  weeks: number[];
};

type Course = Pick<ListedCourse, "memberId" | "deadlines">;

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

export function loadOf(memberId: string | null, courses: readonly Course[], today: string): Load {
  const own = courses.filter((one) => one.memberId === memberId);
  const open = own.flatMap(({ deadlines }) => deadlines.filter(({ stand }) => stand !== "held"));
  const weeks = weeksOf(
    open.map(({ dueOn }) => dueOn),
    today,
  );
  return { memberId, youngPeople: own.length, over: open.filter((one) => isPast(one, today)).length, weeks };
}

/** The load of each of the team; and of nobody, where somebody is without a member. */
export function loadsOf(courses: readonly Course[], team: readonly string[], today: string): Load[] {
  const alone = loadOf(null, courses, today);
  return [...(alone.youngPeople > 0 ? [alone] : []), ...team.map((one) => loadOf(one, courses, today))];
}

/** The same courses as they stand when some of them are given to somebody. */
export const movedTo = <C extends Course & { id: string }>(
  courses: readonly C[],
  moved: readonly string[],
  toId: string,
): C[] => courses.map((one) => (moved.includes(one.id) ? { ...one, memberId: toId } : one));

export const deadlinesAhead = ({ weeks }: Pick<Load, "weeks">): number => weeks.reduce((sum, n) => sum + n, 0);
