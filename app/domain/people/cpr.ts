import { dayText, isDay } from "#domain/calendar.ts";

export type CprRead =
  | { digits: string; bornOn: string; kind: "civil" | "replacement" }
  | { problem: "empty" | "unreadable" | "no-such-day" };

/**
 * A Danish civil registration number: the day of birth and four figures, of which the first tells the century. A replacement
 * number has 60 added to the day (cpr.dk). Never checked by modulus 11: numbers without it are given since 2007.
 */
export function readCpr(text: string): CprRead {
  const plain = text
    .slice(0, 100)
    .normalize("NFKC")
    .replace(/[\s\p{Cf}]/gu, "");
  if (!plain) return { problem: "empty" };
  const [, date = "", month = "", year = "", serial = ""] =
    /^(\d\d)(\d\d)(\d\d)[\p{Pd}\u2212]?(\d{4})$/u.exec(plain) ?? [];
  if (!serial) return { problem: "unreadable" };
  const replacement = Number(date) > 60;
  const bornOn = dayText(yearOf(Number(year), Number(serial[0])), Number(month), Number(date) - (replacement ? 60 : 0));
  if (!isDay(bornOn)) return { problem: "no-such-day" };
  return { digits: date + month + year + serial, bornOn, kind: replacement ? "replacement" : "civil" };
}

/** All that a screen shows of a number: `070308-••••`. */
export function maskCpr(bornOn: string): string {
  return `${bornOn.slice(2).split("-").reverse().join("")}-••••`;
}

/** cpr.dk, "Personnummeret i CPR": the seventh figure and the two of the year give the century. */
function yearOf(year: number, seventh: number): number {
  if (seventh <= 3) return 1900 + year;
  if (seventh === 4 || seventh === 9) return (year <= 36 ? 2000 : 1900) + year;
  return (year <= 57 ? 2000 : 1800) + year;
}
