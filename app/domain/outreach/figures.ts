import { addDays, addMonths, daysBetween } from "../calendar.ts";
import { halfOf } from "../graduates/cohort.ts";
import { type Counts, countTable } from "../numbers/count-table.ts";
import { KEPT_MONTHS } from "./rules.ts";

/** What is counted of somebody who was looked for: no name. `caseOn` is the day of their case, null without one. */
export type Sought = { source: string; receivedOn: string; caseOn: string | null; firstMetOn: string | null };
/** What is counted of what a school told. */
export type Told = { kind: string; receivedOn: string; handledOn: string | null };

const OUTCOMES = ["waiting", "reached", "case"] as const;
const WITHIN = ["within_7", "within_30", "over_30"] as const;
const REACTED = ["within_7", "later", "open"] as const;

/** Whoever has a case was reached, however it came about: on the day of the case, when nobody had talked with them. */
const contactOf = ({ caseOn, firstMetOn }: Sought): string | null => firstMetOn ?? caseOn;

const outcomeOf = (one: Sought): (typeof OUTCOMES)[number] =>
  one.caseOn !== null ? "case" : contactOf(one) ? "reached" : "waiting";

function withinOf(receivedOn: string, contactOn: string): (typeof WITHIN)[number] {
  const days = daysBetween(receivedOn, contactOn);
  return days <= 7 ? "within_7" : days <= 30 ? "within_30" : "over_30";
}

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

/**
 * How many were received, reached and got a case. The tables count the same people, so that none may give away what another keeps
 * back: by source are those of the last twelve months, by half-year those of whole half-years before that. The days until somebody
 * was in touch are told when it follows from the first table how many they are, and of those people it says nothing else.
 */
export function leadFigures(sought: readonly Sought[], today: string): Record<"bySource" | "days" | "byHalf", Counts> {
  const since = addDays(addMonths(today, -KEPT_MONTHS), 1);
  const lately = sought.filter(({ receivedOn }) => receivedOn >= since);
  const before = sought.filter(({ receivedOn }) => halfOf(receivedOn) < halfOf(since));
  const sources = inOrder(lately.map(({ source }) => source));
  const bySource = countTable(sources, OUTCOMES, lately, ({ source }) => source, outcomeOf);
  return { bySource, days: daysToContact(lately, bySource), byHalf: inHalves(OUTCOMES, before, outcomeOf) };
}

/** How many days it took until somebody was in touch with them, by the half-year in which they were received. */
function daysToContact(lately: readonly Sought[], bySource: Counts): Counts {
  const reached = lately.flatMap((one) => {
    const contactOn = contactOf(one);
    return contactOn === null ? [] : [{ receivedOn: one.receivedOn, contactOn }];
  });
  const days = inHalves(WITHIN, reached, ({ receivedOn, contactOn }) => withinOf(receivedOn, contactOn));
  const follows = bySource.total !== null && bySource.columnTotals[OUTCOMES.indexOf("waiting")] !== null;
  return follows && days.total !== null ? days : inHalves<Sought>(WITHIN, [], () => "");
}

/** What schools told, and how soon somebody reacted. */
export const reactions = (told: readonly Told[]): Counts =>
  countTable(inOrder(told.map(({ kind }) => kind)), REACTED, told, ({ kind }) => kind, reactedOf);
