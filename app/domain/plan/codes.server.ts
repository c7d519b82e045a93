import type { Db } from "#db/index.server.ts";
import { type Code, codesWith } from "../codes/queries.server.ts";
import { type Scheme, schemesOn } from "../schemes/queries.server.ts";
import type { PlanRow } from "./views.server.ts";

/** What the codes in a plan are called, and what can be chosen. */
export type PlanCodes = {
  areas: Code[];
  effortKinds: Code[];
  schemes: Scheme[];
  placementKinds: Code[];
  placementOutcomes: Code[];
  externalPlanKinds: Code[];
};

/** The lists of a plan on a day, with what stands in these rows and can no longer be chosen. */
export async function planCodes(db: Db, rows: readonly PlanRow[], today: string): Promise<PlanCodes> {
  const standing = (codeOf: (row: PlanRow) => string | null) => rows.flatMap((row) => codeOf(row) ?? []);
  const areas = standing((row) => ("area" in row ? row.area : null));
  const kinds = standing((row) => (row.kind === "effort" ? row.effortKind : null));
  const placed = standing((row) => (row.kind === "placement" ? row.placementKind : null));
  const outcomes = standing((row) => (row.kind === "placement" ? row.outcome : null));
  const plans = standing((row) => (row.kind === "external-plan" ? row.planKind : null));
  return {
    areas: await codesWith(db, "life_area", areas, today),
    effortKinds: await codesWith(db, "effort_kind", kinds, today),
    schemes: await schemesOn(
      db,
      standing((row) => (row.kind === "scheme" ? row.scheme : null)),
      today,
    ),
    placementKinds: await codesWith(db, "placement_kind", placed, today),
    placementOutcomes: await codesWith(db, "placement_outcome", outcomes, today),
    externalPlanKinds: await codesWith(db, "external_plan", plans, today),
  };
}
