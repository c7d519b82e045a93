import fc from "fast-check";

const FIRST = Date.UTC(1900, 0, 1);
const LAST = Date.UTC(2150, 11, 31);

/** Any day of the years that people write about. */
export function aDay(): fc.Arbitrary<string> {
  const between = { min: new Date(FIRST), max: new Date(LAST), noInvalidDate: true };
  return fc.date(between).map((date) => date.toISOString().slice(0, 10));
}
