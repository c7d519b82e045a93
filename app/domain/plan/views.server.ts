import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { GoalState, PlanPart, PlanVoice } from "#db/vocabulary.ts";
import { type ExternalPlanRow, externalPlansOf } from "../external-plans/views.server.ts";
import { type EffortRow, effortsOf } from "../people/views.server.ts";
import { type PlacementRow, placementsOf } from "../placements/views.server.ts";
import { type SchemeRow, schemesOf } from "../schemes/views.server.ts";
import type { View } from "../touched.server.ts";
import { type WellbeingRow, wellbeingOf } from "../wellbeing/views.server.ts";
import { type CombinedOfferRow, combinedOffersOf } from "./offer-views.server.ts";

const { goal, planPriority, planText } = tables;

export type PlanTextRow = {
  kind: "plan-text";
  id: string;
  version: number;
  part: PlanPart;
  area: string;
  departmentId: string | null;
  text: string;
  heardById: string | null;
  heardOn: string | null;
  editedById: string | null;
  editedAt: string;
};

export type PriorityRow = { kind: "priority"; id: string; version: number; voice: PlanVoice; area: string };

export type GoalRow = {
  kind: "goal";
  id: string;
  version: number;
  area: string;
  text: string;
  why: string;
  howSeen: string;
  targetOn: string | null;
  state: GoalState;
  stateVoice: PlanVoice | null;
  stateById: string | null;
  stateAt: string | null;
};

/** Every kind of row that stands in the topic of a young person's plan. */
export type PlanRow =
  | PlanTextRow
  | PriorityRow
  | GoalRow
  | EffortRow
  | CombinedOfferRow
  | SchemeRow
  | PlacementRow
  | WellbeingRow
  | ExternalPlanRow;

const textColumns = {
  id: planText.id,
  version: planText.version,
  part: planText.part,
  area: planText.area,
  departmentId: planText.departmentId,
  text: planText.text,
  heardById: planText.heardById,
  heardOn: planText.heardOn,
  editedById: planText.editedById,
  editedAt: planText.editedAt,
};
const asText = (row: Omit<PlanTextRow, "kind">): PlanTextRow => ({ kind: "plan-text", ...row });

export const planTextView: View<PlanTextRow> = {
  kind: "plan-text",
  byIds: async (db, ids) => (await db.select(textColumns).from(planText).where(inArray(planText.id, ids))).map(asText),
};

const priorityColumns = {
  id: planPriority.id,
  version: planPriority.version,
  voice: planPriority.voice,
  area: planPriority.area,
};
const asPriority = (row: Omit<PriorityRow, "kind">): PriorityRow => ({ kind: "priority", ...row });
const priorities = (db: Db) => db.select(priorityColumns).from(planPriority);

export const priorityView: View<PriorityRow> = {
  kind: "priority",
  byIds: async (db, ids) =>
    (await priorities(db).where(and(inArray(planPriority.id, ids), isNull(planPriority.removedAt)))).map(asPriority),
};

const goalColumns = {
  id: goal.id,
  version: goal.version,
  area: goal.area,
  text: goal.text,
  why: goal.why,
  howSeen: goal.howSeen,
  targetOn: goal.targetOn,
  state: goal.state,
  stateVoice: goal.stateVoice,
  stateById: goal.stateById,
  stateAt: goal.stateAt,
};
const asGoal = (row: Omit<GoalRow, "kind">): GoalRow => ({ kind: "goal", ...row });
const goals = (db: Db) => db.select(goalColumns).from(goal);

export const goalView: View<GoalRow> = {
  kind: "goal",
  byIds: async (db, ids) => (await goals(db).where(and(inArray(goal.id, ids), isNull(goal.removedAt)))).map(asGoal),
};

/** The priorities of a young person that stand, the oldest first. */
export const prioritiesOf = async (db: Db, youngPersonId: string): Promise<PriorityRow[]> =>
  (
    await priorities(db)
      .where(and(eq(planPriority.youngPersonId, youngPersonId), isNull(planPriority.removedAt)))
      .orderBy(asc(planPriority.id))
  ).map(asPriority);

/** All rows of a young person's plan. */
export async function planRowsOf(db: Db, youngPersonId: string): Promise<PlanRow[]> {
  const texts = await db
    .select(textColumns)
    .from(planText)
    .where(eq(planText.youngPersonId, youngPersonId))
    .orderBy(asc(planText.id));
  const standing = await goals(db)
    .where(and(eq(goal.youngPersonId, youngPersonId), isNull(goal.removedAt)))
    .orderBy(asc(goal.id));
  return [
    ...texts.map(asText),
    ...(await prioritiesOf(db, youngPersonId)),
    ...standing.map(asGoal),
    ...(await effortsOf(db, youngPersonId)),
    ...(await combinedOffersOf(db, youngPersonId)),
    ...(await schemesOf(db, youngPersonId)),
    ...(await placementsOf(db, youngPersonId)),
    ...(await wellbeingOf(db, youngPersonId)),
    ...(await externalPlansOf(db, youngPersonId)),
  ];
}
