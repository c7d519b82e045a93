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
} as const satisfies { [K in PlanRow["kind"]]: readonly (keyof Extract<PlanRow, { kind: K }>)[] };

export type ComparedField = (typeof FIELDS)[PlanRow["kind"]][number];

/** A field of a row that stands otherwise in one version than in another; nothing where the row or the text is not there. */
export type Difference = { row: PlanRow; field: ComparedField; before: string; after: string };

const textIn = (row: PlanRow | undefined, field: ComparedField): string =>
  String((row as Record<string, unknown> | undefined)?.[field] ?? "");

/** What changed from one version of a plan to another, field by field; rows that came or went are told by all that stood in them. */
export function differences(before: readonly PlanRow[], after: readonly PlanRow[]): Difference[] {
  const keyOf = ({ kind, id }: PlanRow) => `${kind} ${id}`;
  const former = new Map(before.map((row) => [keyOf(row), row]));
  const later = new Map(after.map((row) => [keyOf(row), row]));
  return [...new Set([...former.keys(), ...later.keys()])].flatMap((key) => {
    const row = later.get(key) ?? former.get(key);
    if (!row) return [];
    return FIELDS[row.kind].flatMap((field) => {
      const [was, is] = [textIn(former.get(key), field), textIn(later.get(key), field)];
      return was === is ? [] : [{ row, field, before: was, after: is }];
    });
  });
}
