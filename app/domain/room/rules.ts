/** Minutes of a pause that nobody gave a length. */
export const PAUSE_MINUTES = 10;

/** Working days until the young person has been told what was agreed (policy: domain.md 4.7, T+2). */
export const TELL_WITHIN_DAYS = 2;
