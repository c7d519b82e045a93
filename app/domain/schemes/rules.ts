import type { WindowStart } from "#db/vocabulary.ts";
import { addMonths } from "../days.ts";

/** How long a scheme can be used, and from what that is counted. */
export type SchemeWindow = { countsFrom: WindowStart; months: number };

type Dated = { educationEndedOn: string | null; fromOn: string | null };

/** The last day of a scheme's months; null while the day is not written that they are counted from. */
export function windowOf(
  window: SchemeWindow | null,
  { educationEndedOn, fromOn }: Dated,
): (SchemeWindow & { from: string; until: string }) | null {
  const from = window?.countsFrom === "education_ended" ? educationEndedOn : fromOn;
  return window && from ? { ...window, from, until: addMonths(from, window.months) } : null;
}
