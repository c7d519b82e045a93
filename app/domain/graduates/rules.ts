import {
  type FollowUpCode,
  type FollowUpResult,
  followUpCodes,
  type LeaveToCall,
  type TryChannel,
  tryChannels,
} from "#db/vocabulary.ts";
import { type DeadlineRule, dueOf, rulesOn } from "../stu/deadlines.ts";

/** How often somebody is tried to be reached before it may be said that nobody knows (domain.md 5.5, story 13). */
export const TRIES_BEFORE_UNKNOWN = 3;

/** The groups of the benchmark's second definition: employment, education or active support (Epinion 2019; domain.md 5.5). */
const GROUPS = {
  job: ["ordinary_job", "fleksjob", "job_wage_subsidy", "skaanejob", "smaajob_paid_hours"],
  education: ["education_ordinary", "fgu", "vocational_with_sps", "hojskole"],
  active: [
    ...["internship_employment_offer", "sheltered_employment", "activity_social", "pension_with_activity"],
    ...["cash_active", "resource_course"],
  ],
  passive: ["pension_without_activity", "cash_passive", "illness", "prison"],
} as const;

/** What an answer counts as; `unknown` is never left out, `away` has moved or is dead. */
export const outcomeGroups = ["job", "education", "active", "passive", "other", "away", "unknown"] as const;
export type OutcomeGroup = (typeof outcomeGroups)[number];

export function outcomeGroup({ result, outcome }: { result: FollowUpResult; outcome: string }): OutcomeGroup {
  if (result === "moved" || result === "deceased") return "away";
  if (result !== "answered") return "unknown";
  const groups = Object.entries(GROUPS) as [OutcomeGroup, readonly string[]][];
  return groups.find(([, codes]) => codes.includes(outcome))?.[0] ?? "other";
}

type Asked = { code: FollowUpCode; result: FollowUpResult | null };

/** When a follow-up is due, by the rule in force that day; null when none is. */
export function followUpDue(code: FollowUpCode, endedOn: string, rules: readonly DeadlineRule[], today: string) {
  const rule = rulesOn(rules, today).find((one) => one.code === code);
  return rule ? dueOf(rule, endedOn) : null;
}

/** How many months after the end each is due, by the rules in force; null where none is. */
export function followUpMonths(rules: readonly DeadlineRule[], today: string): Record<FollowUpCode, number | null> {
  const inForce = rulesOn(rules, today);
  const of = (wanted: FollowUpCode) => inForce.find(({ code }) => code === wanted)?.months ?? null;
  return Object.fromEntries(followUpCodes.map((code) => [code, of(code)])) as Record<FollowUpCode, number | null>;
}

/** The follow-ups that a course which has ended gets: one for each rule in force. */
export const followUpsFor = (rules: readonly DeadlineRule[], today: string): FollowUpCode[] =>
  followUpCodes.filter((code) => rulesOn(rules, today).some((rule) => rule.code === code));

/** By which ways somebody may be tried: who has not said yes to a call is not called, and who has said no is not asked again. */
export const channelsFor = (leave: LeaveToCall): TryChannel[] =>
  leave === "yes" ? [...tryChannels] : leave === "no" ? ["through_network"] : ["through_network", "letter", "visit"];

/** How to try next: the first of the ways that nobody has tried yet, else the one that was tried longest ago. */
export function nextChannel<C extends string>(
  tries: readonly { channel: C; triedAt: string }[],
  channels: readonly C[],
): C {
  const untried = channels.find((channel) => tries.every((one) => one.channel !== channel));
  if (untried) return untried;
  const last = (channel: C) =>
    tries.reduce((latest, one) => (one.channel === channel && one.triedAt > latest ? one.triedAt : latest), "");
  return [...channels].sort((one, other) => (last(one) < last(other) ? -1 : 1))[0] as C;
}

/** "Nobody knows" is an answer only after so many tries. */
export const mayBeUnknown = (tries: readonly unknown[]): boolean => tries.length >= TRIES_BEFORE_UNKNOWN;

/** All has been asked, or nobody may ask any more. */
export const isSettled = (followUps: readonly Asked[]): boolean =>
  followUps.length > 0 && followUps.every(({ result }) => result !== null);
