import { addWorkingDays } from "../days.ts";
import { TELL_WITHIN_DAYS } from "../room/rules.ts";

/** The last day on which a young person hears in time what a meeting agreed (domain.md 4.7, T+2). */
export const tellBy = (meetingOn: string): string => addWorkingDays(meetingOn, TELL_WITHIN_DAYS);

export const isLateToTell = (meetingOn: string, today: string): boolean => today > tellBy(meetingOn);

/** Who was not told of a meeting longer ago than this many days is spoken of at the next one. */
export const DAYS_TOLD_OF = 30;
