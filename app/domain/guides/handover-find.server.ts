import { and, desc, eq, isNull, max } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { openActionsOf } from "../cases/find.server.ts";
import { dayOf } from "../moments.ts";
import { consentsOf, lapsedAt18 } from "../sharing/consents.server.ts";
import { type Checklist, planIsCurrent } from "./handover.ts";

const { goal, guideHandover, planText, planVersion } = tables;

export type HandoverKept = typeof guideHandover.$inferSelect;

export const handoverWith = async (db: Db, id: string): Promise<HandoverKept | undefined> =>
  (await db.select().from(guideHandover).where(eq(guideHandover.id, id)))[0];

export const handoverIsOpen = and(
  isNull(guideHandover.acceptedAt),
  isNull(guideHandover.declinedAt),
  isNull(guideHandover.withdrawnAt),
);

/** Of one young person, the last first. */
export const handoversOf = (db: Db, youngPersonId: string): Promise<HandoverKept[]> =>
  db
    .select()
    .from(guideHandover)
    .where(eq(guideHandover.youngPersonId, youngPersonId))
    .orderBy(desc(guideHandover.askedAt), desc(guideHandover.id));

export const openHandoverOf = async (db: Db, youngPersonId: string): Promise<HandoverKept | undefined> =>
  (
    await db
      .select()
      .from(guideHandover)
      .where(and(eq(guideHandover.youngPersonId, youngPersonId), handoverIsOpen))
  )[0];

/** What the giver has promised and not done; what was agreed under § 115 stays with those who were asked to it. */
export const promisesOf = async (db: Db, { youngPersonId, fromStaffId }: HandoverKept) =>
  (await openActionsOf(db, youngPersonId)).filter(({ ownerId }) => ownerId === fromStaffId);

async function planWrittenOn(db: Db, id: string): Promise<string | null> {
  const [text] = await db
    .select({ at: max(planText.editedAt) })
    .from(planText)
    .where(eq(planText.youngPersonId, id));
  const [said] = await db
    .select({ at: max(goal.stateAt) })
    .from(goal)
    .where(eq(goal.youngPersonId, id));
  const [approved] = await db
    .select({ at: max(planVersion.at) })
    .from(planVersion)
    .where(eq(planVersion.youngPersonId, id));
  const last = [text, said, approved]
    .flatMap((one) => one?.at ?? [])
    .sort()
    .at(-1);
  return last === undefined ? null : dayOf(last);
}

/** What of the list holds at a moment: read from what stands, never ticked. */
export async function checklistOf(
  db: Db,
  row: HandoverKept,
  { now, today }: { now: string; today: string },
): Promise<Checklist & { openPromises: number }> {
  const openPromises = (await promisesOf(db, row)).length;
  return {
    met: row.metOn !== null && row.metOn <= today,
    written: row.writtenOn !== null && row.writtenOn <= today,
    plan: planIsCurrent(await planWrittenOn(db, row.youngPersonId), today),
    consents: lapsedAt18(await consentsOf(db, [row.youngPersonId], now), today).length === 0,
    promises: openPromises === 0,
    openPromises,
  };
}
