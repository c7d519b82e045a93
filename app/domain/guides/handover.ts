import {
  type GuideHandoverKind,
  guideHandoverKinds,
  type PlaceEnding,
  type Takeover,
  takeovers,
} from "#db/vocabulary.ts";
import ages from "../../../db/codes/handover-ages.json" with { type: "json" };
import { age } from "../ages.ts";
import { addDays } from "../days.ts";

/** Who says yes: one guide, whoever works with young people in a department of our own, or somebody in a place that is none of ours. */
export type HandoverReceiver = "guide" | "department" | "elsewhere";

const RECEIVER: Record<GuideHandoverKind, HandoverReceiver> = {
  guide: "guide",
  adult_department: "department",
  employment: "department",
  municipality: "elsewhere",
  adult_system: "elsewhere",
};
export const receiverOf = (kind: GuideHandoverKind): HandoverReceiver => RECEIVER[kind];

type Ages = { kind: string; ageFrom?: number; ageTo?: number; from: string; to?: string };

/** Whether somebody is of an age for that kind on that day: `ageTo` is the birthday on which it no longer fits. A kind without ages fits everybody. */
const fitsAge = (kind: GuideHandoverKind, years: number, today: string): boolean =>
  (ages as Ages[])
    .filter((one) => one.kind === kind && one.from <= today && (one.to === undefined || one.to > today))
    .every(({ ageFrom = 0, ageTo = Number.POSITIVE_INFINITY }) => years >= ageFrom && years < ageTo);

/** The kinds by which a young person can be given on that day. */
export const kindsFor = (bornOn: string, today: string): GuideHandoverKind[] =>
  guideHandoverKinds.filter((kind) => fitsAge(kind, age(bornOn, today), today));

export const isTakeover = (kind: GuideHandoverKind): kind is Takeover =>
  (takeovers as readonly GuideHandoverKind[]).includes(kind);

/** Why the giver's place ends, where the kind says it. */
const WHY: Partial<Record<GuideHandoverKind, PlaceEnding>> = {
  adult_department: "age",
  municipality: "moved",
  adult_system: "age",
};
export const endsFor = (kind: GuideHandoverKind): PlaceEnding | null => WHY[kind] ?? null;

/** What must hold before anybody takes a young person over, in the order in which it is asked for (domain.md 6.4). */
export const handoverChecks = ["met", "written", "plan", "consents", "promises"] as const;
export type HandoverCheck = (typeof handoverChecks)[number];
export type Checklist = Record<HandoverCheck, boolean>;

/** What is lacking; promises are not, where the receiver takes them along. */
export const lackingOf = (checks: Checklist, takesPromises = false): HandoverCheck[] =>
  handoverChecks.filter((check) => !checks[check] && !(check === "promises" && takesPromises));

const PLAN_DAYS = 183;

/** Somebody has written in the plan, or a meeting has approved it, within the half year in which one talks about how it goes. */
export const planIsCurrent = (writtenOn: string | null, today: string): boolean =>
  writtenOn !== null && addDays(writtenOn, PLAN_DAYS) >= today;

export type HandoverState = "open" | "accepted" | "declined" | "withdrawn";

/** How it stands with a handover: derived from its moments. */
export function handoverState(of: {
  acceptedAt: string | null;
  declinedAt: string | null;
  withdrawnAt: string | null;
}): HandoverState {
  if (of.acceptedAt !== null) return "accepted";
  if (of.declinedAt !== null) return "declined";
  return of.withdrawnAt === null ? "open" : "withdrawn";
}
