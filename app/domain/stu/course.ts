import type { CourseEnding, CourseState } from "#db/vocabulary.ts";
import { turns } from "../ages.ts";
import { addDays, addMonths, daysBetween } from "../calendar.ts";

/** Time in which a course rests: from its first day to the first day back; null while it lasts. */
export type Interruption = { fromOn: string; resumedOn: string | null };

/** What is known of a course: days, from which everything else follows. */
export type CourseFacts = {
  bornOn: string;
  assessedOn: string | null;
  decidedOn: string | null;
  /** What was decided; null until then. */
  granted: boolean | null;
  placeChosenOn: string | null;
  startOn: string | null;
  /** The end as it was planned at the start, before any interruption. */
  baseEndOn: string | null;
  endedOn: string | null;
  ending: CourseEnding | null;
  interruptions: readonly Interruption[];
};

/** The years and months of the law (STU-loven; domain.md 3.14). */
const YEARS_AT_MOST = 5;
const START_BEFORE = 25;
const USUAL_MONTHS = 36;
export const LEAST_YEAR_HOURS = 840;
/** What has ended can still be seen and put right for so many days. */
const FOLLOWED_AFTER_DAYS = 30;

/** The two rules of the register that the days of a course are judged by: they follow from these numbers, and nobody changes them. */
export const FIXED_RULES = {
  start_limit: { months: START_BEFORE * 12, days: -1 },
  course_end: { months: YEARS_AT_MOST * 12, days: 0 },
} as const;

/** The day after which no course may run: five years after its start, whatever interrupted it. */
export const hardEnd = (startOn: string): string => addMonths(startOn, YEARS_AT_MOST * 12);
/** A course must have begun before this day. */
export const startBefore = (bornOn: string): string => turns(bornOn, START_BEFORE);
/** The day from which nobody follows a course of which nothing more is to be asked. */
export const closesOn = (today: string): string => addDays(today, FOLLOWED_AFTER_DAYS);
export const usualEnd = (startOn: string): string => addMonths(startOn, USUAL_MONTHS);

const later = (one: string, other: string) => (one > other ? one : other);
const earlier = (one: string, other: string) => (one < other ? one : other);

/** Days that a course rests in all; what lasts rests until that day. */
const restedDays = (interruptions: readonly Interruption[], until: string): number =>
  interruptions.reduce((sum, { fromOn, resumedOn }) => sum + daysBetween(fromOn, resumedOn ?? later(until, fromOn)), 0);

type Ended = Pick<CourseFacts, "startOn" | "baseEndOn" | "endedOn" | "interruptions">;

/** A course that has ended rests no longer. */
const movedEnd = ({ baseEndOn, endedOn, interruptions }: Ended, today: string) =>
  baseEndOn && addDays(baseEndOn, restedDays(interruptions, earlier(endedOn ?? today, today)));

/** When a course ends as it stands: what interrupted it is added, but never beyond the hard end. Null before there is an end. */
export function plannedEnd(course: Ended, today: string): string | null {
  const moved = movedEnd(course, today);
  return course.startOn && moved ? earlier(moved, hardEnd(course.startOn)) : null;
}

/** How many of the days that a course rested it never gets back, because five years after its start it is over. */
export function cutDays(course: Ended, today: string): number {
  const [moved, planned] = [movedEnd(course, today), plannedEnd(course, today)];
  return moved && planned ? daysBetween(planned, moved) : 0;
}

const rests = ({ fromOn, resumedOn }: Interruption, today: string) =>
  fromOn <= today && (resumedOn === null || today < resumedOn);

/**
 * How a course stands that day.
 * @param phaseOutOn the day from which it is on its way out; null while nobody can say
 */
export function courseState(course: CourseFacts, phaseOutOn: string | null, today: string): CourseState {
  const { startOn, endedOn, ending } = course;
  if (endedOn && ending && endedOn <= today) return ending;
  if (course.granted === false) return "refused";
  if (startOn && startOn <= today) {
    if (course.interruptions.some((one) => rests(one, today))) return "interrupted";
    return phaseOutOn && phaseOutOn <= today ? "phase_out" : "running";
  }
  if (course.placeChosenOn) return "place_chosen";
  if (course.granted) return "granted";
  return course.assessedOn ? "in_assessment" : "referred";
}

/** Nothing more happens in a course that was refused or has ended. */
export const isOver = ({ endedOn, granted }: Pick<CourseFacts, "endedOn" | "granted">) =>
  endedOn !== null || granted === false;

/** It goes on until its last day: what was refused, or has ended, does not. */
export const goesOn = ({ endedOn, granted }: Pick<CourseFacts, "endedOn" | "granted">, today: string) =>
  (endedOn === null || endedOn > today) && granted !== false;

/** Which year of the course it is, from 1; null before it starts. Time in which it rests counts as none. */
export function courseYear({ startOn, interruptions }: Pick<CourseFacts, "startOn" | "interruptions">, today: string) {
  if (!startOn || startOn > today) return null;
  const begun = interruptions.filter(({ fromOn }) => fromOn <= today);
  const untilToday = begun.map((one) => ({ ...one, resumedOn: earlier(one.resumedOn ?? today, today) }));
  const counted = addDays(today, -restedDays(untilToday, today));
  let year = 1;
  while (addMonths(startOn, year * 12) <= counted) year += 1;
  return year;
}

/** What is wrong with the days of a course: the field, and a code of the problems on the screens. */
export type CourseProblem = {
  field: "startOn" | "baseEndOn" | "endedOn" | "fromOn" | "resumedOn";
  problem: "starts-at-25" | "days-swapped" | "beyond-five-years" | "not-in-course" | "interruption-overlaps";
};

/** The first thing that the law or the calendar has against a start and an end; null when nothing. */
export function daysProblem({ bornOn, startOn, baseEndOn }: Pick<CourseFacts, "bornOn" | "startOn" | "baseEndOn">) {
  const wrong = (field: CourseProblem["field"], problem: CourseProblem["problem"]): CourseProblem => ({
    field,
    problem,
  });
  if (startOn && startOn >= startBefore(bornOn)) return wrong("startOn", "starts-at-25");
  if (startOn && baseEndOn && baseEndOn <= startOn) return wrong("baseEndOn", "days-swapped");
  if (startOn && baseEndOn && baseEndOn > hardEnd(startOn)) return wrong("baseEndOn", "beyond-five-years");
  return null;
}

/** What stands against a further interruption; null when nothing. */
export function interruptionProblem(
  { startOn, endedOn, interruptions }: Pick<CourseFacts, "startOn" | "endedOn" | "interruptions">,
  { fromOn, resumedOn }: Interruption,
): CourseProblem | null {
  if (resumedOn !== null && resumedOn <= fromOn) return { field: "resumedOn", problem: "days-swapped" };
  if (!startOn || fromOn < startOn || fromOn > hardEnd(startOn)) return { field: "fromOn", problem: "not-in-course" };
  if (endedOn && (resumedOn ?? fromOn) > endedOn) return { field: "resumedOn", problem: "not-in-course" };
  const meets = (one: Interruption) =>
    (resumedOn === null || one.fromOn < resumedOn) && (one.resumedOn === null || fromOn < one.resumedOn);
  return interruptions.some(meets) ? { field: "fromOn", problem: "interruption-overlaps" } : null;
}
