import { and, eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import { handoverIsOpen } from "../guides/handover-find.server.ts";
import { openRequestOf } from "../guides/request-find.server.ts";
import { revise } from "../revise.server.ts";
import { departmentTopic, personTopic, staffTopic } from "../topics.ts";
import { assignmentsOf } from "./find.server.ts";

const { guideHandover } = tables;

type Step = Pick<Work<unknown>, "db" | "by" | "record" | "reload" | "rights">;
type Kept = typeof guideHandover.$inferSelect;

/** The pages of the giver and of those who are asked load anew, and who was asked is asked again what they may. */
export function tellHandover(
  { reload, rights }: Pick<Step, "reload" | "rights">,
  { youngPersonId, fromStaffId, toStaffId, toDepartmentId }: Kept,
): void {
  reload(personTopic(youngPersonId), staffTopic(fromStaffId));
  if (toStaffId) reload(staffTopic(toStaffId));
  if (toDepartmentId) reload(departmentTopic(toDepartmentId));
  rights();
}

/** Who is not the contact person any more gives nobody on: an ask that nobody has answered is withdrawn; every one where no giver is named. */
export async function lapseHandover(work: Step, of: { youngPersonId: string; fromStaffId?: string }): Promise<void> {
  const { db, by, record } = work;
  const { youngPersonId, fromStaffId } = of;
  const open = await db
    .select()
    .from(guideHandover)
    .where(
      and(
        eq(guideHandover.youngPersonId, youngPersonId),
        fromStaffId === undefined ? undefined : eq(guideHandover.fromStaffId, fromStaffId),
        handoverIsOpen,
      ),
    );
  for (const row of open) {
    await revise(db, guideHandover, row, { withdrawnAt: by.now }, by);
    record({ kind: "guide-handover-withdrawn", youngPersonId, facts: { handover: row.id } });
    tellHandover(work, row);
  }
}

/** What was withdrawn in the step that ended the case stands again with it, while they are with who asked, and nobody has asked another, or looked for a guide, since. */
export async function handoverStandsAgain(
  work: Step & Pick<Work<unknown>, "today">,
  youngPersonId: string,
  withdrawnAt: string,
): Promise<void> {
  const { db, today, by, record } = work;
  const theirs = await db.select().from(guideHandover).where(eq(guideHandover.youngPersonId, youngPersonId));
  const lapsed = theirs.find((row) => row.withdrawnAt === withdrawnAt);
  if (!lapsed || theirs.some((row) => row.askedAt > withdrawnAt)) return;
  const contact = (await assignmentsOf(db, youngPersonId, today)).find(({ primary }) => primary);
  if (contact?.staffId !== lapsed.fromStaffId || (await openRequestOf(db, youngPersonId))) return;
  await revise(db, guideHandover, lapsed, { withdrawnAt: null }, by);
  record({ kind: "guide-handover-proposed", youngPersonId, facts: { handover: lapsed.id, to: lapsed.kind } });
  tellHandover(work, lapsed);
}
