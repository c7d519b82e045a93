import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { among, type Db, prepared, tables } from "#db/index.server.ts";
import { type Asking, may, type Verdict } from "../access/decide.server.ts";
import { placeOf, whereabouts } from "../agenda/place.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { missing } from "../errors.ts";
import { input, optionalId, rowId, seenVersion } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { mayAction } from "./allow.server.ts";
import { actionSeen, actionWith } from "./find.server.ts";
import { touchAction } from "./touch.server.ts";

const { action, goal } = tables;

/** Goals are of the plan: whoever may not write in it learns of none. */
const mayServe = (db: Db, { actor, now, today }: Asking, youngPersonId: string | null): Promise<Verdict> =>
  may(db, { actor, now, today }, "person:plan", youngPersonId ?? "");

/** @throws Declined `missing` when the asker may not know of goals, or it is no goal of the young person. */
export async function mustServe(
  { db, actor, now, today }: Pick<Work<unknown>, "db" | "actor" | "now" | "today">,
  youngPersonId: string | null,
  goalId: string | null,
): Promise<void> {
  if ("no" in (await mayServe(db, { actor, now, today }, youngPersonId))) throw missing();
  if (goalId === null) return;
  const [standing] = await db
    .select({ youngPersonId: goal.youngPersonId })
    .from(goal)
    .where(and(eq(goal.id, goalId), isNull(goal.removedAt)));
  if (standing?.youngPersonId !== youngPersonId) throw missing();
}

async function mayTellGoal(at: At<{ id: string }>): Promise<Verdict> {
  const verdict = await mayAction("action:tell")(at);
  if ("no" in verdict) return verdict;
  const serves = await mayServe(at.db, at, (await actionWith(at.db, at.input.id))?.youngPersonId ?? null);
  return "no" in serves ? { no: "refused" } : verdict;
}

/** Says which of the young person's goals an agreement serves, or none. */
export const setActionGoal = command("set-action-goal", {
  input: input({ id: rowId, version: seenVersion, goalId: optionalId }),
  allow: mayTellGoal,
  async run(work) {
    const { db, input, by, record } = work;
    const { goalId } = input;
    const former = await actionSeen(db, input, ({ state }) => state !== "cancelled");
    await mustServe(work, former.youngPersonId, goalId);
    const row = await revise(db, action, input, { goalId }, by);
    const at = await placeOf(db, row.itemId);
    record({ kind: "action-goal-set", ...whereabouts(at), facts: { actionId: row.id, goal: goalId } });
    await touchAction(work, row, former, at);
  },
});

/** The goals that an agreement of an item can serve, and which each of its agreements does. */
export type ItemGoals = { goals: { id: string; text: string }[]; serves: Record<string, string> };

const goalsToServe = prepared((db) =>
  db
    .select({ id: goal.id, text: goal.text })
    .from(goal)
    .where(
      and(
        eq(goal.youngPersonId, sql.placeholder("youngPersonId")),
        isNull(goal.removedAt),
        inArray(goal.state, ["open", "on_track", "at_risk"]),
      ),
    )
    .orderBy(asc(goal.id))
    .prepare(),
);

const servingActions = prepared((db) =>
  db
    .select({ id: action.id, goalId: action.goalId })
    .from(action)
    .where(and(eq(action.itemId, sql.placeholder("itemId")), among(action.goalId, "goalIds")))
    .prepare(),
);

/** For somebody who may see the item; null for whoever may not know of goals. */
export async function goalsForItem(
  db: Db,
  asking: Asking,
  { itemId, youngPersonId }: { itemId: string; youngPersonId: string },
): Promise<ItemGoals | null> {
  if ("no" in (await mayServe(db, asking, youngPersonId))) return null;
  const goals = await goalsToServe(db).execute({ youngPersonId });
  const goalIds = JSON.stringify(goals.map(({ id }) => id));
  const serving = goals.length > 0 ? await servingActions(db).execute({ itemId, goalIds }) : [];
  return { goals, serves: Object.fromEntries(serving.map(({ id, goalId }) => [id, goalId ?? ""])) };
}
