import { type DifferenceIn, differencesIn, type FieldsOf } from "../differences.ts";
import type { PlanRow } from "./views.server.ts";

/** What of a row is compared, in the order it is read in; how it is ordered or who noted it is no difference. */
const FIELDS = {
  "plan-text": ["text"],
  goal: ["text", "why", "howSeen", "targetOn", "area", "state", "stateVoice"],
  priority: ["area"],
  effort: [
    ...(["title", "provider", "departmentId", "area", "effortKind", "fromOn", "toOn"] as const),
    ...(["validUntilOn", "weekMinutes", "weekdays"] as const),
  ],
  "combined-offer": ["title"],
  scheme: ["schemeState", "departmentId", "educationEndedOn", "fromOn", "toOn", "note"],
  placement: [
    ...(["employer", "placementKind", "paid", "weekMinutes", "fromOn", "toOn"] as const),
    ...(["municipal", "contactName", "contactPhone", "outcome"] as const),
  ],
  wellbeing: ["score", "ratedOn"],
  "external-plan": ["planKind", "system", "number", "link", "departmentId"],
} as const satisfies FieldsOf<PlanRow>;

export type ComparedField = (typeof FIELDS)[PlanRow["kind"]][number];

export type Difference = DifferenceIn<PlanRow, ComparedField>;

/** What changed from one version of a plan to another. */
export const differences = (before: readonly PlanRow[], after: readonly PlanRow[]): Difference[] =>
  differencesIn<PlanRow, typeof FIELDS>(FIELDS, before, after);
