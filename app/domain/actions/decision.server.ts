import type { Verdict } from "../access/decide.server.ts";
import type { At } from "../command.server.ts";
import { command } from "../command.server.ts";
import { invalid } from "../errors.ts";
import { anyText, input, rowId, seenVersion, withoutCpr } from "../input.server.ts";
import { pastDayOrNone } from "../typed-day.server.ts";
import { mayAction, mayInItsItem } from "./allow.server.ts";
import { actionSeen } from "./find.server.ts";
import { followed } from "./steps.server.ts";

/** Whoever follows the agreement, or writes in its item. */
async function mayEdit(at: At<{ id: string }>): Promise<Verdict> {
  const follows = await mayAction("action:follow")(at);
  if (!("no" in follows)) return follows;
  const writes = await mayInItsItem("item:write")(at);
  return "no" in writes ? follows : writes;
}

/** A day that has been, in the system where it was decided: there is no decision of our own. All three empty refers to none. */
export const setActionDecision = command("set-action-decision", {
  input: input({
    id: rowId,
    version: seenVersion,
    decisionSystem: withoutCpr(anyText(60)),
    decisionCase: withoutCpr(anyText(60)),
    decisionOn: anyText(60),
  }),
  allow: mayEdit,
  async run(work) {
    const { db, input, today } = work;
    const { decisionSystem, decisionCase } = input;
    const former = await actionSeen(db, input, ({ state }) => state !== "cancelled");
    if (!decisionSystem && (decisionCase || input.decisionOn)) throw invalid("decisionSystem", "required");
    const decisionOn = pastDayOrNone("decisionOn", input.decisionOn, today);
    const set = { decisionSystem, decisionCase, decisionOn };
    return followed(work, input, "action-decision-set", former, set, { refers: decisionSystem !== "" });
  },
});
