import { and, eq, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { placeOf, whereabouts } from "../agenda/place.server.ts";
import { command } from "../command.server.ts";
import { missing } from "../errors.ts";
import { input, optionalId, rowId, seenVersion } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { mayAction } from "./allow.server.ts";
import { actionSeen } from "./find.server.ts";
import { touchAction } from "./touch.server.ts";

const { action, goal } = tables;

/** Says which of the young person's goals an agreement serves, or none. */
export const setActionGoal = command("set-action-goal", {
  input: input({ id: rowId, version: seenVersion, goalId: optionalId }),
  allow: mayAction("action:tell"),
  async run(work) {
    const { db, input, by, record } = work;
    const { goalId } = input;
    const former = await actionSeen(db, input, ({ state }) => state !== "cancelled");
    const [standing] = await db
      .select({ youngPersonId: goal.youngPersonId })
      .from(goal)
      .where(and(eq(goal.id, goalId ?? ""), isNull(goal.removedAt)));
    if (goalId && standing?.youngPersonId !== former.youngPersonId) throw missing();
    const row = await revise(db, action, input, { goalId }, by);
    const at = await placeOf(db, row.itemId);
    record({ kind: "action-goal-set", ...whereabouts(at), facts: { actionId: row.id, goal: goalId } });
    await touchAction(work, row, former, at);
  },
});
