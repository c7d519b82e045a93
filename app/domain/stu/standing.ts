import { keptByPaper } from "../resource-paper/rules.ts";
import { type CourseFacts, courseState, courseYear, plannedEnd } from "./course.ts";
import { type DeadlineRule, deadlinesOf, isPast, type Kept, nextDeadline, phaseOutFrom, rulesOn } from "./deadlines.ts";
import { type KnownElsewhere, metElsewhere } from "./met-elsewhere.ts";
import { levelsOf } from "./rubric.ts";
import type { CourseRow, CourseRows, InterruptionRow } from "./views.server.ts";

const ofKind = <K extends CourseRows["kind"]>(rows: readonly CourseRows[], courseId: string, kind: K) =>
  rows.filter(
    (row): row is Extract<CourseRows, { kind: K }> =>
      row.kind === kind && "courseId" in row && row.courseId === courseId,
  );

const days = (row: CourseRow, bornOn: string, interruptions: InterruptionRow[]): CourseFacts => ({
  ...row,
  bornOn,
  interruptions,
});

/** What follows from elsewhere says when it was held; the day it is planned for was written with the deadline. */
const planned = (elsewhere: readonly Kept[], kept: readonly Kept[]): Kept[] =>
  elsewhere.map((one) => ({
    ...one,
    plannedOn:
      one.plannedOn ?? kept.find(({ code, number }) => code === one.code && number === one.number)?.plannedOn ?? null,
  }));

/**
 * How a course stands that day, from the rows that were written.
 * @param rules the whole register; those in force that day count
 */
export function courseStanding(
  course: CourseRow,
  rows: readonly CourseRows[],
  person: KnownElsewhere,
  rules: readonly DeadlineRule[],
  today: string,
) {
  const interruptions = ofKind(rows, course.id, "interruption");
  const facts = days(course, person.bornOn, interruptions);
  const inForce = rulesOn(rules, today);
  const kept = ofKind(rows, course.id, "deadline");
  const papers = ofKind(rows, course.id, "paper");
  const [resourcePaper = null] = ofKind(rows, course.id, "resource-paper");
  const wasHeld = ({ code }: Kept) => kept.some((one) => one.code === code && one.heldOn !== null);
  const elsewhere = [
    // A day that is only planned takes nothing off what was held.
    ...metElsewhere(course, papers, person, today).filter((one) => one.heldOn !== null || !wasHeld(one)),
    ...(resourcePaper ? keptByPaper(resourcePaper) : []),
  ];
  const known = [
    ...kept.filter(({ code }) => !elsewhere.some((one) => one.code === code)),
    ...planned(elsewhere, kept),
  ];
  const deadlines = deadlinesOf(facts, inForce, known, today);
  const phaseOutOn = phaseOutFrom(facts, inForce, today);
  return {
    facts,
    interruptions,
    deadlines,
    /** Deadlines whose days follow from what stands elsewhere. */
    derived: elsewhere.map(({ code }) => code),
    offers: ofKind(rows, course.id, "place-offer"),
    ratings: ofKind(rows, course.id, "rating"),
    papers,
    resourcePaper,
    goals: ofKind(rows, course.id, "course-goal"),
    points: ofKind(rows, course.id, "meeting-point"),
    handovers: ofKind(rows, course.id, "course-handover"),
    state: courseState(facts, phaseOutOn, today),
    year: courseYear(facts, today),
    plannedEndOn: plannedEnd(facts, today),
    next: nextDeadline(deadlines),
    past: deadlines.filter((one) => isPast(one, today)),
    levels: levelsOf(ofKind(rows, course.id, "rating"), today),
  };
}
export type CourseStanding = ReturnType<typeof courseStanding>;
