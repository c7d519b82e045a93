import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { may, type Verdict } from "../access/decide.server.ts";
import { type At, command } from "../command.server.ts";
import { missing } from "../errors.ts";
import { input, rowId, seenVersion } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { staffTopic } from "../topics.ts";
import { coordinators } from "./find.server.ts";

const { assignment } = tables;

async function mayReview({ db, actor, now, today, input: { id } }: At<{ id: string }>): Promise<Verdict> {
  const [row] = await db.select().from(assignment).where(eq(assignment.id, id));
  return row ? may(db, { actor, now, today }, "person:review", row.youngPersonId) : { no: "missing" };
}

/** That somebody who goes with a young person still does: counts for 90 days. What has ended is given anew, not confirmed. */
export const confirmAccess = command("confirm-access", {
  input: input({ id: rowId, version: seenVersion }),
  allow: mayReview,
  async run({ db, input: seen, today, by, record, reload, rights }) {
    const [stands] = await db.select().from(assignment).where(eq(assignment.id, seen.id));
    if (!stands || (stands.toOn !== null && stands.toOn <= today)) throw missing();
    const { youngPersonId, staffId, kind } = await revise(db, assignment, seen, { reviewedOn: today }, by);
    record({ kind: "access-confirmed", youngPersonId, facts: { staffId, kind } });
    reload(staffTopic(staffId), ...(await coordinators(db, today)).map(staffTopic));
    rights();
  },
});
