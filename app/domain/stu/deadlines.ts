import type { DeadlineAnchor, DeadlineCode, FollowUpCode, RuleOrigin } from "#db/vocabulary.ts";
import { turns } from "../ages.ts";
import { addDays, addMonths } from "../calendar.ts";
import { type CourseFacts, FIXED_RULES, plannedEnd } from "./course.ts";

/** A rule of the register, from a day on: law moves, so it is a row. */
export type DeadlineRule = {
  code: DeadlineCode | FollowUpCode;
  anchor: DeadlineAnchor;
  /** Months from the anchor, before it when negative; then days. */
  months: number;
  days: number;
  /** Comes again, counted from the day on which it was last held. */
  repeats: boolean;
  origin: RuleOrigin;
  source: string;
  fromOn: string;
  toOn: string | null;
};

/** What was written of a deadline: a day that is planned, a day on which it was held. */
export type Kept = { code: DeadlineCode; number: number; plannedOn: string | null; heldOn: string | null };

/** What is met by the start and by the end themselves: no day is planned for it, and none held. */
export const isLimit = (code: DeadlineCode): boolean => code === "start_limit" || code === "course_end";

/** How a deadline stands; only what was held meets it. */
export type Stand = "missing" | "planned" | "held";
export type Deadline = {
  code: DeadlineCode;
  /** Of one that comes again which time it is, from 1. */
  number: number;
  dueOn: string;
  /** The day that it was counted from: the anchor's, or that of the last time. */
  countedFrom: string;
  rule: DeadlineRule;
  stand: Stand;
  plannedOn: string | null;
  heldOn: string | null;
};

/** Counted as the law says in so many words, here and wherever else a course is judged by it. */
export const isFixed = (code: DeadlineRule["code"]): code is keyof typeof FIXED_RULES =>
  Object.hasOwn(FIXED_RULES, code);

/** Of each rule the one in force that day. */
export const rulesOn = (rules: readonly DeadlineRule[], today: string): DeadlineRule[] =>
  rules.filter(({ fromOn, toOn }) => fromOn <= today && (toOn === null || today < toOn));

/** The day a rule counts to. Years of age are birthdays: who is born on 29 February turns on 1 March. */
export const dueOf = ({ anchor, months, days }: Pick<DeadlineRule, "anchor" | "months" | "days">, from: string) =>
  addDays(anchor === "born" && months % 12 === 0 ? turns(from, months / 12) : addMonths(from, months), days);

function anchorDay(course: CourseFacts, anchor: DeadlineAnchor, today: string): string | null {
  if (anchor === "born") return course.bornOn;
  if (anchor === "start") return course.startOn;
  return anchor === "ended" ? course.endedOn : plannedEnd(course, today);
}

/** A start that is still ahead has one deadline: the day before which it must come. */
const isAhead = ({ startOn }: CourseFacts, today: string) => startOn === null || startOn > today;

function concerns(course: CourseFacts, rule: DeadlineRule, dueOn: string, today: string): boolean {
  if (rule.code === "start_limit") return isAhead(course, today) && course.granted !== false;
  if (course.startOn === null || isAhead(course, today)) return false;
  // Whoever was grown before the course began lives on something already.
  if (rule.code === "support_basis_18") return dueOn >= course.startOn;
  const end = plannedEnd(course, today);
  return !rule.repeats || end === null || dueOn < end;
}

/**
 * The deadlines of a course that has not ended, by day: of one that comes again what was held and the next one.
 * @param rules those in force that day
 */
export function deadlinesOf(
  course: CourseFacts,
  rules: readonly DeadlineRule[],
  kept: readonly Kept[],
  today: string,
): Deadline[] {
  if (course.endedOn && course.endedOn <= today) return [];
  return rules
    .flatMap((rule) => {
      const from = anchorDay(course, rule.anchor, today);
      return from === null || rule.anchor === "ended" ? [] : timesOf(rule, from, kept);
    })
    .filter(({ rule, dueOn, heldOn }) => heldOn !== null || concerns(course, rule, dueOn, today))
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
}

function timesOf(rule: DeadlineRule, from: string, kept: readonly Kept[]): Deadline[] {
  const code = rule.code as DeadlineCode;
  const written = kept.filter((one) => one.code === code).sort((one, other) => one.number - other.number);
  const times: Deadline[] = [];
  let countedFrom = from;
  for (const { number, plannedOn, heldOn } of written.filter(({ heldOn }) => heldOn !== null)) {
    times.push({ code, number, dueOn: dueOf(rule, countedFrom), countedFrom, rule, stand: "held", plannedOn, heldOn });
    countedFrom = heldOn as string;
  }
  if (times.length > 0 && !rule.repeats) return times;
  const number = (times.at(-1)?.number ?? 0) + 1;
  const plannedOn = written.find((one) => one.number === number)?.plannedOn ?? null;
  const stand = plannedOn ? "planned" : "missing";
  return [
    ...times,
    { code, number, dueOn: dueOf(rule, countedFrom), countedFrom, rule, stand, plannedOn, heldOn: null },
  ];
}

/** What is to be kept next: the earliest that was not held. */
export const nextDeadline = (deadlines: readonly Deadline[]): Deadline | null =>
  deadlines.find(({ stand }) => stand !== "held") ?? null;

export const isPast = ({ stand, dueOn }: Pick<Deadline, "stand" | "dueOn">, today: string): boolean =>
  stand !== "held" && dueOn < today;

/** From when a course is on its way out: when the paper about what comes after must be begun. */
export function phaseOutFrom(course: CourseFacts, rules: readonly DeadlineRule[], today: string): string | null {
  const rule = rules.find(({ code }) => code === "resource_paper_started");
  const from = rule && anchorDay(course, rule.anchor, today);
  return rule && from ? dueOf(rule, from) : null;
}
