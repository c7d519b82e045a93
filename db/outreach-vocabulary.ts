/** How it stands with somebody who is looked for (domain.md 6.6); that the time has run out follows from the day they were received. */
export const leadStates = [
  ...(["new", "verified", "contact_attempts", "met", "not_needed", "wants_help"] as const),
  ...(["case", "declined", "unreachable"] as const),
] as const;
export type LeadState = (typeof leadStates)[number];

/** Ways of reaching somebody whom nobody here knows yet, in the order in which they are tried. */
export const outreachChannels = ["visit", "at_place", "call", "text_message", "letter", "through_network"] as const;
export type OutreachChannel = (typeof outreachChannels)[number];

/** What came of a try. */
export const attemptResults = ["no_answer", "left_message", "reached"] as const;
export type AttemptResult = (typeof attemptResults)[number];

/** Before noon, until five o'clock, after that. */
export const dayParts = ["forenoon", "afternoon", "evening"] as const;
export type DayPart = (typeof dayParts)[number];

/** How the young person said yes to a case. */
export const leadYesWays = ["met", "phone", "written"] as const;
export type LeadYesWay = (typeof leadYesWays)[number];
