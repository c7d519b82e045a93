import { addDays } from "../days.ts";
import { runningOn, WEEKDAYS } from "../people/efforts.ts";
import type { EffortRow } from "../people/views.server.ts";

/** With more professionals than this who are somebody's contact, nobody is (domain.md 6.5). */
const MOST_CONTACTS = 3;
/** A full week's work. */
const MOST_MINUTES = 37 * 60;

/** Kinds with a rule of their own, and the one that says nothing: two of them are no clash of kind. */
const NOT_COMPARED = ["", "other", "contact_person", "mentor"];

export type Planned = Pick<
  EffortRow,
  "id" | "effortKind" | "contactRole" | "fromOn" | "toOn" | "validUntilOn" | "weekMinutes" | "weekdays"
> & { combinedOfferId: string | null };

/** What runs at once and should not, in time order; `from` is null when it is so today. */
export type Clash<E> = { from: string | null; efforts: E[] } & (
  | { of: "contacts" | "mentors" }
  | { of: "hours"; minutes: number }
  | { of: "kind"; effortKind: string }
  | { of: "weekdays"; weekdays: number[] }
  | { of: "validity"; until: string }
);

type Found<E> = { from: string | null; efforts: E[] };

/** What runs at once today, and from each day on which one more begins; what was found before is not found again. */
function together<E extends Planned>(efforts: readonly E[], today: string, isClash: (running: E[]) => boolean) {
  const begins = efforts.map(({ fromOn }) => fromOn).filter((day) => day > today);
  const found: Found<E>[] = [];
  for (const day of [today, ...[...new Set(begins)].sort()]) {
    const running = runningOn(efforts, day);
    const told = found.some((one) => running.every((effort) => one.efforts.includes(effort)));
    if (!told && isClash(running)) found.push({ from: day === today ? null : day, efforts: running });
  }
  return found;
}

/** Of those thought together, each pair was looked at: they count as one. */
const apart = (running: Planned[]) => new Set(running.map(({ id, combinedOfferId }) => combinedOfferId ?? id)).size > 1;

/** Kinds that are a contact person by themselves. */
export const isContactKind = (effortKind: string): boolean =>
  effortKind === "contact_person" || effortKind === "mentor";

/** Brings somebody who is a contact person of some kind. */
export const isContact = ({ contactRole, effortKind }: Pick<Planned, "contactRole" | "effortKind">) =>
  contactRole || isContactKind(effortKind);

const minutesOf = (efforts: readonly Planned[]) =>
  efforts.reduce((sum, { weekMinutes }) => sum + (weekMinutes ?? 0), 0);

function ofOneKind<E extends Planned>(efforts: readonly E[], today: string): Clash<E>[] {
  const kinds = [...new Set(efforts.map(({ effortKind }) => effortKind))].filter(
    (kind) => !NOT_COMPARED.includes(kind),
  );
  return kinds.flatMap((effortKind) =>
    together(
      efforts.filter((effort) => effort.effortKind === effortKind),
      today,
      apart,
    ).map((found) => ({ ...found, of: "kind" as const, effortKind })),
  );
}

/** The same ones on several days are one clash. */
function onOneDay<E extends Planned>(efforts: readonly E[], today: string): Clash<E>[] {
  const clashes: (Found<E> & { of: "weekdays"; weekdays: number[] })[] = [];
  for (const weekday of WEEKDAYS) {
    const those = efforts.filter(({ weekdays }) => weekdays.includes(weekday));
    for (const found of together(those, today, apart)) {
      const known = clashes.find((one) => one.from === found.from && sameIn(one.efforts, found.efforts));
      if (known) known.weekdays.push(weekday);
      else clashes.push({ ...found, of: "weekdays", weekdays: [weekday] });
    }
  }
  return clashes;
}

const sameIn = <E>(one: E[], other: E[]) => one.length === other.length && one.every((each) => other.includes(each));

/** Runs on though its decision has ended, or is planned to; one without an end is told when the day is gone. */
function beyondValidity<E extends Planned>(efforts: readonly E[], today: string): Clash<E>[] {
  return efforts.flatMap((effort) => {
    const { validUntilOn: until, toOn } = effort;
    if (until === null || (toOn === null ? until >= today : toOn <= until)) return [];
    const first = addDays(until, 1);
    return [{ of: "validity" as const, from: first > today ? first : null, efforts: [effort], until }];
  });
}

/** What of a young person's efforts clashes, now or later; what has ended clashes with nothing. */
export function clashesOf<E extends Planned>(
  efforts: readonly E[],
  { today, hasContactPerson }: { today: string; hasContactPerson: boolean },
): Clash<E>[] {
  const living = efforts
    .filter(({ toOn }) => toOn === null || toOn >= today)
    .sort((one, other) => (one.fromOn < other.fromOn ? -1 : one.fromOn > other.fromOn ? 1 : 0));
  const of = (fits: (effort: E) => boolean, isClash: (running: E[]) => boolean) =>
    together(living.filter(fits), today, isClash);
  const contacts = of(isContact, ({ length }) => length + (hasContactPerson ? 1 : 0) > MOST_CONTACTS);
  const mentors = of(
    ({ effortKind }) => effortKind === "mentor",
    ({ length }) => length > 1,
  );
  const hours = of(
    ({ weekMinutes }) => weekMinutes !== null,
    (running) => minutesOf(running) > MOST_MINUTES,
  );
  const clashes: Clash<E>[] = [
    ...contacts.map((found) => ({ ...found, of: "contacts" as const })),
    ...mentors.map((found) => ({ ...found, of: "mentors" as const })),
    ...hours.map((found) => ({ ...found, of: "hours" as const, minutes: minutesOf(found.efforts) })),
    ...beyondValidity(living, today),
    ...ofOneKind(living, today),
    ...onOneDay(living, today),
  ];
  // What is so today stands first, then by the day from which it is.
  return clashes.sort((one, other) => (one.from ?? "").localeCompare(other.from ?? ""));
}
