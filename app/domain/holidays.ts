import { addDays, dayText, parts, weekday } from "#domain/calendar.ts";

const held = new Map<number, ReadonlySet<string>>();

/**
 * A Danish public holiday, or a day on which a deadline cannot run out though it is none: 5 June, 24 and 31 December
 * (forældelsesloven § 27, stk. 2). Store bededag is none from 2024 (lov nr. 214 af 6. marts 2023).
 */
export function isHoliday(day: string): boolean {
  const [year] = parts(day);
  const days = held.get(year) ?? holidaysOf(year);
  held.set(year, days);
  return days.has(day);
}

export function isWorkingDay(day: string): boolean {
  return weekday(day) <= 5 && !isHoliday(day);
}

/** The day itself is not counted, working day or not: n = 1 is the first working day after it, n = -1 the last before. */
export function addWorkingDays(day: string, n: number): string {
  const step = n < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(n); left > 0; ) {
    reached = addDays(reached, step);
    if (isWorkingDay(reached)) left--;
  }
  return reached;
}

/** The first working day after the day, never the day itself. */
export function nextWorkingDay(day: string): string {
  return addWorkingDays(day, 1);
}

function holidaysOf(year: number): ReadonlySet<string> {
  const easter = easterSunday(year);
  const fromEaster = [-3, -2, 0, 1, 39, 49, 50, ...(year < 2024 ? [26] : [])];
  const fixed = [dayText(year, 1, 1), dayText(year, 6, 5), ...[24, 25, 26, 31].map((date) => dayText(year, 12, date))];
  return new Set([...fixed, ...fromEaster.map((n) => addDays(easter, n))]);
}

/** The Gregorian computus in Butcher's form. */
function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - skipped + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * late + 114;
  return dayText(year, Math.floor(sum / 31), (sum % 31) + 1);
}
