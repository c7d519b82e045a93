const DAY = 86_400_000;

/** Days are text `2026-11-21`, in the years 1000–9999, where text order is the order of time. */
export function isDay(text: unknown): text is string {
  if (typeof text !== "string" || !/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const [year, month, day] = parts(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= lastOfMonth(year, month);
}

export function addDays(day: string, n: number): string {
  return fromCount(toCount(day) + n);
}

/** Clamped to the month's end, as deadlines in law are (forældelsesloven § 27, stk. 1). */
export function addMonths(day: string, n: number): string {
  const [year, month, date] = parts(day);
  const months = year * 12 + (month - 1) + n;
  const [toYear, toMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return checked(dayText(toYear, toMonth, Math.min(date, lastOfMonth(toYear, toMonth))));
}

/** How many days after `a` the day `b` is. */
export function daysBetween(a: string, b: string): number {
  return toCount(b) - toCount(a);
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: string): number {
  return new Date(toCount(day) * DAY).getUTCDay() || 7;
}

export function parts(day: string): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** The text of a day that need not exist: `2026-02-31` still stands in the order of time. */
export function dayText(year: number, month: number, date: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

export function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function toCount(day: string): number {
  const [year, month, date] = parts(checked(day));
  return Date.UTC(year, month - 1, date) / DAY;
}

function fromCount(count: number): string {
  const at = new Date(count * DAY);
  if (Number.isNaN(at.getTime())) throw new RangeError("not a day");
  return checked(dayText(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()));
}

function checked(day: string): string {
  if (!isDay(day)) throw new RangeError("not a day");
  return day;
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, "0");
}
