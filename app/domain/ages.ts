import { addMonths, dayText, isDay, parts } from "#domain/calendar.ts";

/** Whole years lived on that day. */
export function age(bornOn: string, today: string): number {
  const years = parts(today)[0] - parts(bornOn)[0];
  return today < turns(bornOn, years) ? years - 1 : years;
}

/** The day on which somebody turns so many years; born on 29 February: 1 March in a year without one, as Danish practice has it. */
export function turns(bornOn: string, years: number): string {
  const [year, month, date] = parts(bornOn);
  const birthday = dayText(year + years, month, date);
  return isDay(birthday) ? birthday : dayText(year + years, 3, 1);
}

/** Whole months left until the day; negative when it has passed. */
export function monthsUntil(day: string, today: string): number {
  if (day < today) return 0 - monthsUntil(today, day);
  const [year, month] = parts(day);
  const [thisYear, thisMonth] = parts(today);
  const months = (year - thisYear) * 12 + month - thisMonth;
  return addMonths(today, months) > day ? months - 1 : months;
}
