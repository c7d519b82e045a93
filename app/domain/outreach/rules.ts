import type { AttemptResult, DayPart, LeadState, OutreachChannel } from "#db/vocabulary.ts";
import { dayParts, outreachChannels } from "#db/vocabulary.ts";
import { age } from "../ages.ts";
import { addDays, addMonths } from "../calendar.ts";
import { clockOf, dayOf } from "../moments.ts";
import type { LegalBasis } from "../sharing/register.server.ts";
import { hasCpr } from "../text.ts";

/** Whom the youth database knows: 15 to 29 (domain.md 6.6, LKI § 15 d). */
export const YOUNGEST_SOUGHT = 15;
export const OLDEST_SOUGHT = 29;
/** How long the six facts are kept of somebody who never had a case (domain.md 3.8). */
export const KEPT_MONTHS = 12;
/** The longest that somebody is left alone before they may be asked again; then they may say so again. */
export const ALONE_MONTHS = 24;
/** After so many tries without an answer a meeting says what to do; the municipality's own rule, beside the three of a follow-up. */
export const MOST_TRIES = 5;

export const couldBeSought = (bornOn: string, today: string): boolean => {
  const years = bornOn <= today ? age(bornOn, today) : -1;
  return years >= YOUNGEST_SOUGHT && years <= OLDEST_SOUGHT;
};

/** The day from which on the facts are no longer there. */
export const expiresOn = (receivedOn: string): string => addMonths(receivedOn, KEPT_MONTHS);

/** What was received on this day or before is no longer there. A month may be shorter than the one before it. */
export function expiredUpTo(today: string): string {
  const day = addMonths(today, -KEPT_MONTHS);
  const next = addDays(day, 1);
  return expiresOn(next) <= today ? next : day;
}

/** Where somebody stands today: what is stored, or what follows from the days. */
export type Standing = LeadState | "left_alone" | "expired";

type Dated = { state: LeadState; receivedOn: string; nextAllowedOn: string | null };

export function standingOf({ state, receivedOn, nextAllowedOn }: Dated, today: string): Standing {
  if (state === "case") return "case";
  if (state === "declined" && nextAllowedOn !== null && nextAllowedOn > today) return "left_alone";
  return expiresOn(receivedOn) <= today ? "expired" : state;
}

/** Who is looked for now. */
export const openStates = ["new", "verified", "contact_attempts", "met", "wants_help"] as const satisfies LeadState[];
export const isOpen = (standing: Standing): boolean => (openStates as readonly Standing[]).includes(standing);

/** Who is sought out: looked at, and not talked with yet. */
export const soughtStates = ["verified", "contact_attempts"] as const satisfies LeadState[];

/** Who is shown here, and of whom is told what a school says: also who is not looked for now, but nobody who is to be left alone. */
export const isShown = (standing: Standing): boolean => !["left_alone", "expired", "case"].includes(standing);

/** Who stands in the list, in one view or another. */
export const isInList = (lead: Dated & { erasedOn: string | null }, today: string): boolean =>
  lead.erasedOn === null && isShown(standingOf(lead, today));

/** What the list can show: who is sought out now, whom nobody has looked at yet, who was met, what a meeting is asked, who may be asked again, who is not looked for. */
export const leadViews = ["day", "new", "met", "meeting", "again", "done"] as const;
export type LeadView = (typeof leadViews)[number];

/** From where somebody can come to where (domain.md 6.6). A try is its own step: it leads to `contact_attempts`, or to `met`. */
const STEPS: Partial<Record<LeadState, readonly Standing[]>> = {
  // Also for whom it was a mistake, and for who has said no, when the day has come.
  verified: ["new", "not_needed", "unreachable", "declined"],
  contact_attempts: ["verified", "contact_attempts"],
  met: ["verified", "contact_attempts", "met"],
  not_needed: ["new", "verified", "contact_attempts", "met", "wants_help"],
  wants_help: ["met"],
  case: ["verified", "contact_attempts", "met", "wants_help"],
  declined: ["verified", "contact_attempts", "met", "wants_help"],
  unreachable: ["contact_attempts"],
};

export const canBecome = (from: Standing, to: LeadState): boolean => STEPS[to]?.includes(from) ?? false;

/** A try whose young person answered leads on; the others are counted. Who wants help still does. */
export const stateAfter = (state: LeadState, result: AttemptResult): LeadState =>
  state === "wants_help" ? state : result === "reached" || state === "met" ? "met" : "contact_attempts";

type Try = { channel: OutreachChannel; triedAt: string; result: AttemptResult };

type Sought = { state: LeadState; raisedOn: string | null };
type Tried = Pick<Try, "result" | "triedAt">;

/**
 * Tried as often as one may without asking a meeting since somebody last talked with them. What was tried up to the day on which one
 * was asked is not counted again.
 */
export function isTriedEnough({ raisedOn }: Pick<Sought, "raisedOn">, tries: readonly Tried[]): boolean {
  const talks = tries.filter(({ result }) => result === "reached").map(({ triedAt }) => triedAt);
  const counts = ({ triedAt }: Tried) =>
    talks.every((at) => triedAt > at) && (raisedOn === null || dayOf(triedAt) > raisedOn);
  return tries.filter(counts).length >= MOST_TRIES;
}

/** Sought out, and tried as often as one may. */
export const isAtCeiling = (lead: Sought, tries: readonly Tried[]): boolean =>
  (soughtStates as readonly LeadState[]).includes(lead.state) && isTriedEnough(lead, tries);

type Stands = { state: LeadState; stateOn: string; checkedAt: string | null };
type Written = Tried & { writtenAt: string | null };

/**
 * Where somebody stands, and since which day, once a try is taken away: by those that were written since somebody last looked. What
 * was said in a talk goes with the last of them; what else was decided since stays.
 */
export function standsBy({ state, stateOn, checkedAt }: Stands, tries: readonly Written[]) {
  if (!["contact_attempts", "met", "wants_help"].includes(state)) return { state, stateOn };
  const since = tries
    .map(({ result, triedAt, writtenAt }) => ({ result, at: writtenAt ?? triedAt }))
    .filter(({ at }) => checkedAt === null || at >= checkedAt)
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  const talk = since.find(({ result }) => result === "reached");
  if (talk) return state === "wants_help" ? { state, stateOn } : { state: "met" as const, stateOn: dayOf(talk.at) };
  const [first] = since;
  return first
    ? { state: "contact_attempts" as const, stateOn: dayOf(first.at) }
    : { state: "verified" as const, stateOn: checkedAt === null ? stateOn : dayOf(checkedAt) };
}

/** Who asks to take something back: their id, and whether they are a coordinator. */
export type Undoer = { today: string; staffId: string; coordinates: boolean };

/** What was written by mistake is taken back by whoever wrote it, or by a coordinator; on the day it was written, and no later. */
export const canTakeBack = (written: { on: string | null; byId: string | null }, by: Undoer): boolean =>
  written.on === by.today && (by.coordinates || written.byId === by.staffId);

type Carries = Pick<LegalBasis, "sectors" | "meetingTypes" | "ageFrom" | "ageTo" | "consent">;

/** Whether a case of the municipality's can be opened by a basis: one of its own, outside any one type of meeting, of that age. */
export const couldCarryCase = ({ sectors, meetingTypes, ageFrom, ageTo }: Carries, years: number): boolean =>
  sectors.includes("municipality") &&
  meetingTypes === null &&
  (ageFrom === null || years >= ageFrom) &&
  (ageTo === null || years < ageTo);

/** By which ways somebody can be tried: where they live is told of nobody whose address is protected. */
export function channelsFor({ address, phone, placeId }: { address: boolean; phone: boolean; placeId: string | null }) {
  const closed: OutreachChannel[] = [
    ...(address ? [] : (["visit", "letter"] as const)),
    ...(phone ? [] : (["call", "text_message"] as const)),
    ...(placeId === null ? (["at_place"] as const) : []),
  ];
  return outreachChannels.filter((channel) => !closed.includes(channel));
}

/** The part of the day of a moment: before noon, until five, after that. */
export function dayPartOf(moment: string): DayPart {
  const hour = Number.parseInt(clockOf(moment), 10);
  return hour < 12 ? "forenoon" : hour < 17 ? "afternoon" : "evening";
}

/** The first part of the day at which nobody has tried; null when all were. */
export const untriedPart = (tries: readonly Pick<Try, "triedAt">[]): DayPart | null =>
  dayParts.find((part) => tries.every(({ triedAt }) => dayPartOf(triedAt) !== part)) ?? null;

/** A mark of at most three letters or figures: nothing can be said with it. */
export const isMark = (text: string): boolean => /^[\p{Lu}\d]{0,3}$/u.test(text);

/** Where a telephone's number should be stands a civil registration number; one with the sign of a country is none. */
export const isCprAsPhone = (text: string): boolean => !text.startsWith("+") && hasCpr(text.replace(/\s/g, ""));

/** The number that somebody is called by: figures, with spaces and the sign of a country. */
export const isPhone = (text: string): boolean => /^(\+?\d[\d ]{4,18}\d)?$/.test(text);

/** The town of an address, by its postal code: `2630 Taastrup`; null when it says none. */
export const townOf = (address: string): string | null => /\b(\d{4} \p{L}[\p{L} .-]*)$/u.exec(address)?.[1] ?? null;

/** Whether a place can be chosen that day: it was not put away. */
export const isPlaceOpen = ({ toOn }: { toOn: string | null }, today: string): boolean => toOn === null || toOn > today;
