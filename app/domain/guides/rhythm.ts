import type { ContactChannel, ContactResult, Intensity } from "#db/vocabulary.ts";
import { addDays, addMonths, daysBetween, turns } from "../days.ts";
import { addWorkingDays } from "../holidays.ts";
import { copenhagenInstant } from "../moments.ts";

/**
 * How often a young person is met, in days at most between two meetings, and what that weighs against a guide's room
 * (domain.md 6.2). Who is only followed has no rhythm.
 */
export const RHYTHM: Record<Intensity, { days: number | null; points: number }> = {
  A: { days: 7, points: 3 },
  B: { days: 14, points: 2 },
  C: { days: 30, points: 1 },
  D: { days: null, points: 0.5 },
};

/** A full-time guide's room in points, where nothing else was written (domain.md 6.2). */
export const FULL_ROOM = 30;

/** So many tries in a row without an answer: another way is suggested (domain.md 6.3). */
export const TRIES_IN_A_ROW = 3;

/** So many days without having met: the next meeting should speak of the young person (domain.md 6.3). */
export const DAYS_WITHOUT = 30;

/** The moment of a contact that was written for another day: its noon, for nobody said the hour. */
export const noonOf = (day: string): string => copenhagenInstant(day, "12:00");

/** The ages at which what a young person has a right to changes (domain.md 3.4), and from how many days before one is told. */
const AGES_OF_CHANGE = [15, 18, 23, 25, 30] as const;
const DAYS_BEFORE_CHANGE = 30;
/** How long an own reminder is kept: as long as other internal notes (domain.md 3.8). */
const REMINDER_MONTHS = 6;

/** A contact as far as the rhythm goes. */
export type Met = {
  happenedOn: string;
  channel: ContactChannel;
  result: ContactResult;
  nextOn: string | null;
  nextTime: string;
  nextPlace: string;
};

export type Standing = {
  /** When they last met; null when they never have. */
  metOn: string | null;
  /** How often they were tried since, without an answer. */
  tries: number;
  /** A way that was not tried since they last met; null when all were. */
  untried: ContactChannel | null;
  /** What was agreed for the next time; null when nothing was, or it has been. */
  next: { on: string; time: string; place: string } | null;
  lastChannel: ContactChannel | null;
};

/**
 * What was agreed when they met holds until its day, also when one tried in vain meanwhile.
 * @param contacts the newest first, back to the last meeting at least
 */
export function standingOf(contacts: readonly Met[], today: string): Standing {
  const lastMet = contacts.findIndex(({ result }) => result === "met");
  const since = lastMet === -1 ? contacts : contacts.slice(0, lastMet);
  const met = contacts[lastMet];
  const agreed = met?.nextOn && met.nextOn >= today ? met : [...since, met].find((one) => one && one.nextOn !== null);
  return {
    metOn: met?.happenedOn ?? null,
    tries: since.length,
    untried: untriedChannel(since.map(({ channel }) => channel)),
    next: agreed?.nextOn ? { on: agreed.nextOn, time: agreed.nextTime, place: agreed.nextPlace } : null,
    lastChannel: contacts[0]?.channel ?? null,
  };
}

/** The next time by the rhythm: its last working day; null where there is none. */
export function nextByRhythm(intensity: Intensity | null, today: string): string | null {
  const days = intensity && RHYTHM[intensity].days;
  return days ? addWorkingDays(addDays(today, days + 1), -1) : null;
}

/** The last day on which an own reminder is there. */
export const reminderUntil = (today: string): string => addMonths(today, REMINDER_MONTHS);

/** The nearest birthday that changes rights, when it is close; else null. */
export function comingChange(bornOn: string, today: string): { age: number; on: string } | null {
  const ahead = AGES_OF_CHANGE.map((age) => ({ age, on: turns(bornOn, age) })).find(({ on }) => on >= today);
  return ahead && daysBetween(today, ahead.on) <= DAYS_BEFORE_CHANGE ? ahead : null;
}

/** The birthdays that change rights, from today until before a day. */
export const changesUntil = (bornOn: string, today: string, until: string): string[] =>
  AGES_OF_CHANGE.map((age) => turns(bornOn, age)).filter((day) => day >= today && day < until);

/** Why somebody is to be contacted, in the order in which it is shown; all that holds. */
export type Reason =
  | { kind: "over"; days: number; target: number }
  | { kind: "tries"; tries: number; untried: ContactChannel | null }
  | { kind: "agreed"; on: string; time: string; place: string }
  | { kind: "unchosen" }
  | { kind: "change"; age: number; on: string };

type Followed = { bornOn: string; intensity: Intensity | null; sinceOn: string; standing: Standing };

/** Over the rhythm, tried in vain, agreed for today or before, no rhythm yet, a birthday that changes rights; empty for whom all is well. */
export function reasonsFor({ bornOn, intensity, sinceOn, standing }: Followed, today: string): Reason[] {
  const target = intensity === null ? null : RHYTHM[intensity].days;
  const days = daysBetween(standing.metOn ?? sinceOn, today);
  const change = comingChange(bornOn, today);
  const { next, tries, untried } = standing;
  const isOver = target !== null && days > target;
  return [
    ...(isOver ? [{ kind: "over", days, target } as const] : []),
    ...(tries >= TRIES_IN_A_ROW ? [{ kind: "tries", tries, untried } as const] : []),
    // A day that went by says no more than that the rhythm is over.
    ...(next && (next.on === today || (next.on < today && !isOver)) ? [{ kind: "agreed", ...next } as const] : []),
    // Nobody would call them: without a rhythm they are never over it.
    ...(intensity === null ? [{ kind: "unchosen" } as const] : []),
    ...(change ? [{ kind: "change", ...change } as const] : []),
  ];
}

const RANK = ["over", "tries", "agreed", "unchosen", "change"] as const;

/** The most urgent first: who waits longest beyond the rhythm, then what is agreed by its hour, then the nearest birthday. */
export function byUrgency(one: readonly Reason[], other: readonly Reason[]): number {
  const [a, b] = [one[0], other[0]];
  if (!a || !b) return Number(!a) - Number(!b);
  if (a.kind !== b.kind) return RANK.indexOf(a.kind) - RANK.indexOf(b.kind);
  if (a.kind === "over" && b.kind === "over") return b.days - b.target - (a.days - a.target);
  if (a.kind === "tries" && b.kind === "tries") return b.tries - a.tries;
  const at = (reason: Reason) =>
    reason.kind === "agreed"
      ? `${reason.on} ${reason.time.padStart(5, "0")}`
      : reason.kind === "change"
        ? reason.on
        : "";
  return at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0;
}

/** A way that was not tried, the nearest first; null when all were. */
export function untriedChannel(tried: readonly ContactChannel[]): ContactChannel | null {
  return (["phone", "sms", "chat", "home", "outdoor", "letter"] as const).find((one) => !tried.includes(one)) ?? null;
}
