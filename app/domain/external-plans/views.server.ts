import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { View } from "../touched.server.ts";

const { externalPlan } = tables;

/** A plan that is kept elsewhere: where it is found, never what it says. */
export type ExternalPlanRow = {
  kind: "external-plan";
  id: string;
  version: number;
  /** A code of the kinds of plan. */
  planKind: string;
  departmentId: string;
  system: string;
  number: string;
  link: string;
};

const columns = {
  id: externalPlan.id,
  version: externalPlan.version,
  planKind: externalPlan.kind,
  departmentId: externalPlan.departmentId,
  system: externalPlan.system,
  number: externalPlan.number,
  link: externalPlan.link,
};
const asRow = (row: Omit<ExternalPlanRow, "kind">): ExternalPlanRow => ({ kind: "external-plan", ...row });
const plans = (db: Db) => db.select(columns).from(externalPlan);

export const externalPlanView: View<ExternalPlanRow> = {
  kind: "external-plan",
  byIds: async (db, ids) =>
    (await plans(db).where(and(inArray(externalPlan.id, ids), isNull(externalPlan.removedAt)))).map(asRow),
};

/** The plans of a young person that others keep, the oldest first. */
export const externalPlansOf = async (db: Db, youngPersonId: string): Promise<ExternalPlanRow[]> =>
  (
    await plans(db)
      .where(and(eq(externalPlan.youngPersonId, youngPersonId), isNull(externalPlan.removedAt)))
      .orderBy(asc(externalPlan.id))
  ).map(asRow);
