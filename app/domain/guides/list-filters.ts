import { type Intensity, intensities } from "#db/vocabulary.ts";
import type { OwnYoung } from "./mine.server.ts";

/** What a guide can look for among those they go with. */
export const youngWaits = ["contact", "meeting", "promises", "birthday"] as const;
/** The most urgent first, by name, by the next meeting, or who was met longest ago. */
export const youngOrders = ["urgency", "name", "meeting", "met"] as const;

/** How the guide's own list is looked at: what its address says. Names stand in no address. */
export type YoungFilters = {
  waits: (typeof youngWaits)[number] | null;
  intensity: Intensity | null;
  /** Only those that somebody else goes with, who is away. */
  covered: boolean;
  order: (typeof youngOrders)[number];
};

export const EVERYBODY: YoungFilters = { waits: null, intensity: null, covered: false, order: "urgency" };

/** What an address asks for; what it cannot ask for is left out. */
export const youngFiltersIn = (search: URLSearchParams): YoungFilters => ({
  waits: youngWaits.find((one) => one === search.get("waits")) ?? null,
  intensity: intensities.find((one) => one === search.get("often")) ?? null,
  covered: search.get("covered") === "yes",
  order: youngOrders.find((one) => one === search.get("order")) ?? EVERYBODY.order,
});

/** The same address in one spelling, without what is not asked for; empty for all. */
export const youngSearchOf = ({ waits, intensity, covered, order }: YoungFilters): string =>
  [
    waits && `waits=${waits}`,
    intensity && `often=${intensity}`,
    covered && "covered=yes",
    order !== EVERYBODY.order && `order=${order}`,
  ]
    .filter(Boolean)
    .join("&");

/** Who is to be contacted, with whom all is well, and the day on which the next of these is. @param young the most urgent first */
export function byContact(young: readonly OwnYoung[]) {
  const fine = young.filter(({ reasons }) => reasons.length === 0);
  const days = fine.flatMap(({ standing }) => standing.next?.on ?? []);
  return { waiting: young.filter(({ reasons }) => reasons.length > 0), fine, next: days.sort()[0] };
}

const waiting: Record<(typeof youngWaits)[number], (young: OwnYoung) => boolean> = {
  contact: ({ reasons }) => reasons.length > 0,
  meeting: ({ meeting }) => meeting !== null,
  promises: ({ promises }) => promises > 0,
  birthday: ({ reasons }) => reasons.some(({ kind }) => kind === "change"),
};

const LAST = "9999";
const day: Record<"meeting" | "met", (young: OwnYoung) => string> = {
  meeting: ({ meeting }) => meeting?.startsAt ?? LAST,
  // Who was never met waits longest.
  met: ({ standing }) => standing.metOn ?? "",
};

/** Those who fit, in the order that is asked for. @param young the most urgent first */
export function fittingYoung(young: readonly OwnYoung[], filters: YoungFilters): OwnYoung[] {
  const { waits, intensity, covered, order } = filters;
  const fit = young.filter(
    (one) =>
      (waits === null || waiting[waits](one)) &&
      (intensity === null || one.place.intensity === intensity) &&
      (!covered || one.covered !== null),
  );
  if (order === "urgency") return fit;
  if (order === "name") return fit.sort((one, other) => one.name.localeCompare(other.name, "da"));
  const of = day[order];
  return fit.sort((one, other) => (of(one) < of(other) ? -1 : of(one) > of(other) ? 1 : 0));
}
