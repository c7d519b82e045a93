import { daysBetween } from "../calendar.ts";

/** How long an emergency access lasts, and how often it can be renewed for as long again. */
const EMERGENCY_MS = 60 * 60_000;
export const MOST_RENEWALS = 2;
/** Working days within which another coordinator looks it through. */
export const REVIEW_DAYS = 5;
/** Of one person in 30 days: what is more is said to the reviewer of the log. */
export const USUAL_IN_A_MONTH = 3;
export const MONTH_DAYS = 30;
export const LEAST_WORDS = 20;

export const emergencyEnds = (now: string): string => new Date(Date.parse(now) + EMERGENCY_MS).toISOString();

/** Whole minutes left, the begun one too. */
export const minutesLeft = (endsAt: string, now: number): number =>
  Math.max(0, Math.ceil((Date.parse(endsAt) - now) / 60_000));

/** Days that a review is over its day; 0 while there is time. */
export const daysLate = (reviewBy: string, today: string): number => Math.max(0, daysBetween(reviewBy, today));
