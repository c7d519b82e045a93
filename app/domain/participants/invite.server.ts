import { and, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { caseFacts } from "../agenda/views.server.ts";
import type { Work } from "../command.server.ts";
import type { Item, Meeting } from "../meetings/find.server.ts";
import { revise } from "../revise.server.ts";
import { presetBases } from "../sharing/bases.server.ts";

const { conflictOfInterest, involvedDepartment, membership, participant, staff } = tables;

const running = (today: string) =>
  and(lte(membership.fromOn, today), or(isNull(membership.toOn), gt(membership.toOn, today)));

/** The department somebody works in today; with several, the one they stand for. */
export async function departmentOf(db: Db, staffId: string, today: string): Promise<string | null> {
  const rows = await db
    .select()
    .from(membership)
    .where(and(eq(membership.staffId, staffId), running(today)));
  return (rows.find((row) => row.representative) ?? rows[0])?.departmentId ?? null;
}

/** Who stands for each department in the forum today. */
export async function representativesOf(db: Db, departmentIds: string[], today: string): Promise<Map<string, string>> {
  if (departmentIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(membership)
    .where(and(inArray(membership.departmentId, departmentIds), eq(membership.representative, true), running(today)));
  return new Map(rows.map((row) => [row.departmentId, row.staffId]));
}

/** Of these, in their order, who has not left. */
async function workHere(db: Db, staffIds: string[]): Promise<string[]> {
  const rows = await db
    .select({ id: staff.id })
    .from(staff)
    .where(and(inArray(staff.id, staffIds), isNull(staff.endedAt)));
  const here = new Set(rows.map(({ id }) => id));
  return staffIds.filter((id) => here.has(id));
}

/** Who is asked to an item when nobody says otherwise: those who lead the meeting, those around the young person, and each department's representative. */
export async function proposedFor(
  db: Db,
  meeting: Meeting,
  youngPersonId: string,
  leadWorkerId: string | null,
  today: string,
): Promise<string[]> {
  const { staffIds } = await caseFacts(db, youngPersonId, today);
  const involved = await db
    .select()
    .from(involvedDepartment)
    .where(eq(involvedDepartment.youngPersonId, youngPersonId));
  const representatives = await representativesOf(
    db,
    involved.map((row) => row.departmentId),
    today,
  );
  const all = [meeting.chairId, meeting.minuteTakerId, leadWorkerId, ...staffIds, ...representatives.values()];
  return workHere(db, [...new Set(all.filter((id) => id !== null))]);
}

/** Who of these may take part in an item: somebody with a conflict of interest may not. */
export async function withoutConflict(db: Db, itemId: string, staffIds: string[]): Promise<string[]> {
  const rows = await db.select().from(conflictOfInterest).where(eq(conflictOfInterest.itemId, itemId));
  return staffIds.filter((staffId) => !rows.some((row) => row.staffId === staffId));
}

/**
 * Invites staff to an item, own people with the basis that is preset for them; who was removed before, or works elsewhere now, comes
 * back in the same row. Answers the ids of the participants.
 */
export async function inviteTo(
  work: Pick<Work<unknown>, "db" | "now" | "today" | "newId" | "by">,
  item: Pick<Item, "id" | "youngPersonId" | "question">,
  staffIds: string[],
): Promise<string[]> {
  const { db, today, newId, by } = work;
  const made: string[] = [];
  const departments: (string | null)[] = [];
  for (const staffId of await withoutConflict(db, item.id, [...new Set(staffIds)])) {
    const seat = and(eq(participant.itemId, item.id), eq(participant.staffId, staffId));
    const [known] = await db.select().from(participant).where(seat);
    const departmentId = await departmentOf(db, staffId, today);
    // Whoever works elsewhere now sits there for another department; a seat that stands through the same one stays.
    if (known && !known.removedAt && known.departmentId === departmentId) continue;
    const id = known?.id ?? newId();
    const anew = known?.removedAt ? { removedAt: null, presence: null, standsInForId: null } : {};
    if (known) await revise(db, participant, known, { ...anew, departmentId }, by);
    else await db.insert(participant).values({ id, itemId: item.id, kind: "staff", staffId, departmentId });
    departments.push(departmentId);
    made.push(id);
  }
  await presetBases(work, item, departments);
  return made;
}
