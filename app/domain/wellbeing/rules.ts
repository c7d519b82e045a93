/** How many life areas a young person is asked about on one day, beside how it goes in general: more is a questionnaire. */
const MOST_AREAS = 3;

type Rated = { id: string; area: string; ratedOn: string };

/** What stands in the way of one more number: the area has one that day, or the day has enough of them. */
export function inTheWay(
  ratings: readonly Rated[],
  { id, area, ratedOn }: Rated,
): "rated-that-day" | "three-areas" | null {
  const others = ratings.filter((one) => one.id !== id && one.ratedOn === ratedOn);
  if (others.some((one) => one.area === area)) return "rated-that-day";
  return area !== "" && others.filter((one) => one.area !== "").length >= MOST_AREAS ? "three-areas" : null;
}

type Said = { area: string; ratedOn: string };

/** By area, each in order of time: in general first, then those that were said first. */
export function byArea<T extends Said>(ratings: readonly T[]): { area: string; rows: T[] }[] {
  const inTime = [...ratings].sort((one, other) => (one.ratedOn < other.ratedOn ? -1 : 1));
  const areas = [...new Set(inTime.map(({ area }) => area))].sort(
    (one, other) => Number(one !== "") - Number(other !== ""),
  );
  return areas.map((area) => ({ area, rows: inTime.filter((one) => one.area === area) }));
}
