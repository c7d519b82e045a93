import { tables } from "#db/index.server.ts";
import { placeOf, whereabouts } from "../agenda/place.server.ts";
import type { Work } from "../command.server.ts";
import { revise } from "../revise.server.ts";
import { touchAction } from "./touch.server.ts";
import type { Action } from "./views.server.ts";

const { action } = tables;

/** Promises go on to somebody who has said yes to them, through the department they work in: nothing else of them changes. */
export async function reown(
  work: Work<unknown>,
  promises: readonly Action[],
  to: { staffId: string; departmentId: string | null },
): Promise<void> {
  const { db, by, now, record } = work;
  for (const former of promises) {
    const asked = former.state === "proposed" ? {} : { acceptedById: to.staffId, acceptedAt: now };
    const owner = { ownerId: to.staffId, departmentId: to.departmentId ?? former.departmentId };
    const row = await revise(db, action, former, { ...owner, ...asked }, by);
    const at = await placeOf(db, row.itemId);
    record({ kind: "handover-accepted", ...whereabouts(at), facts: { actionId: row.id, number: row.number } });
    await touchAction(work, row, former, at);
  }
}
