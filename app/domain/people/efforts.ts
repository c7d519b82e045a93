type Lasting = { fromOn: string; toOn: string | null };

/** What runs on that day; the last day is one of them. */
export const runningOn = <E extends Lasting>(efforts: readonly E[], today: string): E[] =>
  efforts.filter(({ fromOn, toOn }) => fromOn <= today && (toOn === null || toOn >= today));

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Weekdays as one number: Monday 1, Tuesday 2, Wednesday 4 … */
export const sumOfDays = (weekdays: readonly number[]): number =>
  [...new Set(weekdays)].reduce((sum, weekday) => sum + 2 ** (weekday - 1), 0);

export const daysInSum = (sum: number): number[] => WEEKDAYS.filter((weekday) => sum & (2 ** (weekday - 1)));

/** A week has no more. */
const MOST_HOURS = 168;

/** Hours as people write them (`6`, `6,5`, `6.5`), by the half, in minutes; null when that is none. */
export function minutesTyped(typed: string): number | null {
  if (!/^\d{1,3}([.,][05])?$/.test(typed)) return null;
  const hours = Number(typed.replace(",", "."));
  return hours > 0 && hours <= MOST_HOURS ? hours * 60 : null;
}
