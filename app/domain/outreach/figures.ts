import { addDays, addMonths, daysBetween } from "../calendar.ts";
import { halfOf } from "../graduates/cohort.ts";
import { type Counts, countTable } from "../numbers/count-table.ts";
import { LEAST_COUNTED } from "../numbers/small-cells.ts";
import { KEPT_MONTHS } from "./rules.ts";

/** What is counted of somebody who was looked for: no name. `caseOn` is the day of their case, null without one. */
export type Sought = { source: string; receivedOn: string; caseOn: string | null; firstMetOn: string | null };
/** What is counted of what a school told. */
export type Told = { kind: string; receivedOn: string; handledOn: string | null };

const OUTCOMES = ["waiting", "reached", "case"] as const;
const REACTED = ["within_7", "later", "open"] as const;

/** Whoever has a case was reached, however it came about: on the day of the case, when nobody had talked with them. */
const contactOf = ({ caseOn, firstMetOn }: Sought): string | null => firstMetOn ?? caseOn;

const outcomeOf = (one: Sought): (typeof OUTCOMES)[number] =>
  one.caseOn !== null ? "case" : contactOf(one) ? "reached" : "waiting";

function reactedOf({ receivedOn, handledOn }: Told): (typeof REACTED)[number] {
  if (handledOn === null) return "open";
  return daysBetween(receivedOn, handledOn) <= 7 ? "within_7" : "later";
}

const inOrder = (names: Iterable<string>) => [...new Set(names)].sort();

/** Each half-year of the rows, and what became of them. */
function inHalves<T extends { receivedOn: string }>(columns: readonly string[], of: T[], column: (one: T) => string) {
  const half = ({ receivedOn }: T) => halfOf(receivedOn);
  return countTable(inOrder(of.map(half)), columns, of, half, column);
}

export type LeadFigures = {
  bySource: Counts;
  /** Of each source of that table, within how many days somebody was in touch with half of those who were reached; null where it is not told. */
  halfWithin: (number | null)[];
  byHalf: Counts;
};

/**
 * How many were received, reached and got a case, and how soon. The tables count different people, so that none may give away what
 * another keeps back: by source are those of the last twelve months, by half-year those of whole half-years before that. The days
 * stand with the source alone, and as one number: told by half-year too, or for all sources together, they would count the same
 * people twice, and a small number could follow from both.
 */
export function leadFigures(sought: readonly Sought[], today: string): LeadFigures {
  const since = addDays(addMonths(today, -KEPT_MONTHS), 1);
  const lately = sought.filter(({ receivedOn }) => receivedOn >= since);
  const before = sought.filter(({ receivedOn }) => halfOf(receivedOn) < halfOf(since));
  const sources = inOrder(lately.map(({ source }) => source));
  const bySource = countTable(sources, OUTCOMES, lately, ({ source }) => source, outcomeOf);
  const halfWithin = sources.map((source, at) =>
    isHalfTold(bySource, at) ? daysOfHalf(lately.filter((one) => one.source === source)) : null,
  );
  return { bySource, halfWithin, byHalf: inHalves(OUTCOMES, before, outcomeOf) };
}

/**
 * Whether the days of a source are told: how many were reached there follows from the table itself, and half of them are five at
 * least (domain.md 10, rule 22). So the days say of nobody's number what the table does not.
 */
function isHalfTold({ cells, rowTotals }: Counts, at: number): boolean {
  const [waiting = null, reached = null, withCase = null] = cells[at] ?? [];
  const total = rowTotals[at] ?? null;
  const met = reached !== null && withCase !== null ? reached + withCase : null;
  const follows = met ?? (total !== null && waiting !== null ? total - waiting : null);
  return follows !== null && follows >= 2 * LEAST_COUNTED;
}

/** Within how many days somebody was in touch with half of those who were reached; one more of an odd number. */
function daysOfHalf(sought: readonly Sought[]): number | null {
  const days = sought.flatMap((one) => {
    const contactOn = contactOf(one);
    return contactOn === null ? [] : [daysBetween(one.receivedOn, contactOn)];
  });
  return days.sort((one, other) => one - other)[Math.ceil(days.length / 2) - 1] ?? null;
}

/** What schools told, and how soon somebody reacted. */
export const reactions = (told: readonly Told[]): Counts =>
  countTable(inOrder(told.map(({ kind }) => kind)), REACTED, told, ({ kind }) => kind, reactedOf);
