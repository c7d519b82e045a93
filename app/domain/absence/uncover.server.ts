import { and, eq, gte, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import { addDays } from "../days.ts";
import { revise } from "../revise.server.ts";
import { rolesOn } from "../staff/find.server.ts";
import { COVERED, canCover } from "./rules.ts";
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

/**
 * Whoever does no work any more in which others stand in for them is away no more: an absence that runs ends the day before, one that
 * has not begun before today is removed. So nobody covers them.
 */
export async function endAbsences(work: Step, staffId: string): Promise<void> {
  const { db, today, by, record } = work;
  if (canCover(await rolesOn(db, staffId, today), Object.values(COVERED))) return;
  const own = await db
    .select()
    .from(staffAbsence)
    .where(and(eq(staffAbsence.staffId, staffId), gte(staffAbsence.toOn, today), isNull(staffAbsence.removedAt)));
  for (const row of own) {
    const { fromOn, coveredById } = row;
    if (fromOn < today) {
      const toOn = addDays(today, -1);
      await revise(db, staffAbsence, row, { toOn }, by);
      record({ kind: "absence-changed", facts: { staffId, fromOn, toOn, coveredById } });
    } else {
      await revise(db, staffAbsence, row, { removedAt: by.now }, by);
      record({ kind: "absence-removed", facts: { staffId } });
    }
    await tellAbsence(work, staffId, coveredById);
  }
}
