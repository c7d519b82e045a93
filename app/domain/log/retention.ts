/**
 * How long rows of the log stay. What is not named stays: changes, grants, bases, break-glass, exports and prints, which are
 * asked for as long as the case runs and five years after (GDPR art. 5(2); limitation act § 3); no case is closed here yet.
 */
export const retention = [
  {
    /** Who looked: as long as misuse is found late. Datatilsynet's guidance on logging of look-ups in special categories asks for a set time; 24 months is ours. */
    name: "reads",
    months: 24,
    kinds: ["read", "refused", "proof-asked", "searched", "watch-began", "watch-ended"],
  },
  {
    /** Sign-ins, right and wrong: a year to look back on, and a month to do it in. */
    name: "sign-ins",
    months: 13,
    kinds: ["signed-in", "signed-out", "session-ended", "sign-in-refused"],
  },
] as const;

/** The first moment of a month, so many months before that of a moment. */
export function monthStart(moment: string, back = 0): string {
  const at = new Date(moment);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - back, 1)).toISOString();
}

/** The kinds whose time is over in a month that ended at that moment. */
export const goneFrom = (monthEnd: string, now: string): string[] =>
  retention
    .filter(({ months }) => monthEnd <= monthStart(now, months))
    .flatMap(({ kinds }) => kinds)
    .sort();
