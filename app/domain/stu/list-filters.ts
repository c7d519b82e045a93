/** How the list of courses is looked at: what its address says. Names stand in no address. */
export type CourseFilters = {
  by: CourseOrder;
  /** Only those whom the asker goes with. */
  mine: boolean;
  providerId: string | null;
  year: number | null;
};

/** In groups of one deadline each, or a row for each young person. */
export const courseOrders = ["deadline", "person"] as const;
export type CourseOrder = (typeof courseOrders)[number];

export const courseYears = [1, 2, 3] as const;

const UUID = /^[0-9a-f-]{36}$/;

/** What an address asks for; what it cannot ask for is left out. */
export function courseFiltersIn(search: URLSearchParams): CourseFilters {
  const place = search.get("place");
  return {
    by: search.get("by") === "person" ? "person" : "deadline",
    mine: search.get("mine") === "yes",
    providerId: place && UUID.test(place) ? place : null,
    year: courseYears.find((one) => String(one) === search.get("year")) ?? null,
  };
}

/** The same address in one spelling, without what is not asked for; empty for all. */
export function courseSearchOf({ by, mine, providerId, year }: CourseFilters): string {
  return [
    by === "person" && "by=person",
    mine && "mine=yes",
    providerId && `place=${providerId}`,
    year && `year=${year}`,
  ]
    .filter(Boolean)
    .join("&");
}

/** The name that somebody looks for, from a form: in no address. */
export const nameTyped = (typed: unknown): string => (typeof typed === "string" ? typed.slice(0, 200) : "");
