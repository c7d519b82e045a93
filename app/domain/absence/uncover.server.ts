import { and, eq, gte, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import { revise } from "../revise.server.ts";
import { rolesOn } from "../staff/find.server.ts";
import { canCover } from "./rules.ts";
import { tellAbsence } from "./tell.server.ts";

const { staffAbsence } = tables;

type Step = Pick<Work<unknown>, "db" | "today" | "by" | "record" | "reload" | "rights">;

/** Of whoever does not do the work any more nobody is covered: it stands that a cover is lacking. */
export async function uncover(work: Step, coverId: string): Promise<void> {
  const { db, today, by, record } = work;
  const covered = await db
    .select()
    .from(staffAbsence)
    .where(and(eq(staffAbsence.coveredById, coverId), gte(staffAbsence.toOn, today), isNull(staffAbsence.removedAt)));
  const roles = await rolesOn(db, coverId, today);
  for (const row of covered) {
    const { staffId, fromOn, toOn } = row;
    if (canCover(await rolesOn(db, staffId, today), roles)) continue;
    await revise(db, staffAbsence, row, { coveredById: null }, by);
    record({ kind: "absence-changed", facts: { staffId, fromOn, toOn, coveredById: null } });
    await tellAbsence(work, staffId, coverId);
  }
}
