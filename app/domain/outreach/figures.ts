import { daysBetween } from "../calendar.ts";
import { halfOf } from "../graduates/cohort.ts";
import { type Counts, countTable } from "../numbers/count-table.ts";

/** What is counted of somebody who was looked for: no name. */
export type Sought = { source: string; receivedOn: string; isCase: boolean; firstMetOn: string | null };
/** What is counted of what a school told. */
export type Told = { kind: string; receivedOn: string; handledOn: string | null };

const OUTCOMES = ["waiting", "reached", "case"] as const;
const WITHIN = ["within_7", "within_30", "over_30", "never"] as const;
const REACTED = ["within_7", "later", "open"] as const;

/** Whoever has a case was reached, however it came about. */
const outcomeOf = ({ isCase, firstMetOn }: Sought): (typeof OUTCOMES)[number] =>
  isCase ? "case" : firstMetOn ? "reached" : "waiting";

function withinOf({ receivedOn, firstMetOn }: Sought): (typeof WITHIN)[number] {
  if (firstMetOn === null) return "never";
  const days = daysBetween(receivedOn, firstMetOn);
  return days <= 7 ? "within_7" : days <= 30 ? "within_30" : "over_30";
}

function reactedOf({ receivedOn, handledOn }: Told): (typeof REACTED)[number] {
  if (handledOn === null) return "open";
  return daysBetween(receivedOn, handledOn) <= 7 ? "within_7" : "later";
}

const inOrder = (names: Iterable<string>) => [...new Set(names)].sort();

/** Where they came from, and whether they were reached. */
export const bySource = (sought: readonly Sought[]): Counts =>
  countTable(inOrder(sought.map(({ source }) => source)), OUTCOMES, sought, ({ source }) => source, outcomeOf);

export const byHalf = (sought: readonly Sought[]): Counts =>
  countTable(
    inOrder(sought.map(({ receivedOn }) => halfOf(receivedOn))),
    OUTCOMES,
    sought,
    ({ receivedOn }) => halfOf(receivedOn),
    outcomeOf,
  );

/** How many days it took until somebody talked with them. */
export const daysToContact = (sought: readonly Sought[]): Counts =>
  countTable(inOrder(sought.map(({ source }) => source)), WITHIN, sought, ({ source }) => source, withinOf);

/** What schools told, and how soon somebody reacted. */
export const reactions = (told: readonly Told[]): Counts =>
  countTable(inOrder(told.map(({ kind }) => kind)), REACTED, told, ({ kind }) => kind, reactedOf);
