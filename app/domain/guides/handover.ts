import type { GuideHandoverKind, PlaceEnding } from "#db/vocabulary.ts";
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
