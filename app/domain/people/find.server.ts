import { and, desc, eq, gt, inArray, isNotNull, isNull, lte, or } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Role } from "#db/vocabulary.ts";

const { agendaItem, assignment, conflictOfInterest, roleGrant } = tables;

export const assignmentsOf = (db: Db, youngPersonId: string, today: string) =>
  db
    .select()
    .from(assignment)
    .where(
      and(
        eq(assignment.youngPersonId, youngPersonId),
        lte(assignment.fromOn, today),
        or(isNull(assignment.toOn), gt(assignment.toOn, today)),
      ),
    );

/** The places that have ended, the last first. */
export const formerAssignmentsOf = (db: Db, youngPersonId: string, today: string) =>
  db
    .select()
    .from(assignment)
    .where(and(eq(assignment.youngPersonId, youngPersonId), isNotNull(assignment.toOn), lte(assignment.toOn, today)))
    .orderBy(desc(assignment.toOn), desc(assignment.id));

/** The items on which what is known of a young person still counts: planned, or open now. */
export async function livingItemsOf(db: Db, youngPersonId: string): Promise<string[]> {
  const rows = await db
    .select({ id: agendaItem.id })
    .from(agendaItem)
    .where(
      and(
        eq(agendaItem.youngPersonId, youngPersonId),
        inArray(agendaItem.state, ["planned", "open"]),
        isNull(agendaItem.removedAt),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Who has a role that day. */
export async function holdersOf(db: Db, role: Role, today: string): Promise<string[]> {
  const rows = await db
    .select({ staffId: roleGrant.staffId })
    .from(roleGrant)
    .where(
      and(
        eq(roleGrant.role, role),
        lte(roleGrant.fromOn, today),
        or(isNull(roleGrant.toOn), gt(roleGrant.toOn, today)),
      ),
    );
  return rows.map(({ staffId }) => staffId);
}

export const coordinators = (db: Db, today: string) => holdersOf(db, "coordinator", today);

/** Who stood aside around a young person. */
export async function asideAround(db: Db, youngPersonId: string): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ staffId: conflictOfInterest.staffId })
    .from(conflictOfInterest)
    .innerJoin(agendaItem, eq(agendaItem.id, conflictOfInterest.itemId))
    .where(eq(agendaItem.youngPersonId, youngPersonId));
  return new Set(rows.map(({ staffId }) => staffId));
}
