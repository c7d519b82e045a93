import { and, eq, gt, isNull, lte, or, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { type Db, tables } from "#db/index.server.ts";
import type { Role } from "#db/vocabulary.ts";
import { mayAsStaff, type Verdict } from "../access/decide.server.ts";
import type { At } from "../command.server.ts";
import { missing } from "../errors.ts";

const { assignment, department, membership, roleGrant, staff } = tables;

/** An administrator, or the system itself: the command line and the demo. */
export const mayManage = async ({ db, actor, now, today }: At<unknown>): Promise<Verdict> =>
  actor.kind === "system" ? { by: "the system itself" } : mayAsStaff(db, { actor, now, today }, "staff:manage");

/** What holds on that day. */
export const currentOn = (row: { fromOn: SQLiteColumn; toOn: SQLiteColumn }, today: string): SQL | undefined =>
  and(lte(row.fromOn, today), or(isNull(row.toOn), gt(row.toOn, today)));

/** @throws Declined `missing` when there is no such person, or they have left. */
export async function staffWith(db: Db, id: string) {
  const [person] = await db.select().from(staff).where(eq(staff.id, id));
  if (!person || person.endedAt) throw missing();
  return person;
}

/** Who works here that day with the roles for it. */
export async function staffWho(db: Db, can: (roles: readonly Role[]) => boolean, today: string): Promise<string[]> {
  const rows = await db
    .select({ staffId: roleGrant.staffId, role: roleGrant.role })
    .from(roleGrant)
    .innerJoin(staff, eq(staff.id, roleGrant.staffId))
    .where(and(currentOn(roleGrant, today), isNull(staff.endedAt)));
  const held = new Map<string, Role[]>();
  for (const { staffId, role } of rows) held.set(staffId, [...(held.get(staffId) ?? []), role]);
  return [...held].flatMap(([staffId, roles]) => (can(roles) ? [staffId] : []));
}

/** @throws Declined `missing` when there is no such department, or it is closed. */
export async function departmentWith(db: Db, id: string, today: string) {
  const [found] = await db
    .select()
    .from(department)
    .where(and(eq(department.id, id), currentOn(department, today)));
  if (!found) throw missing();
  return found;
}

export const membershipsOf = (db: Db, staffId: string, today: string) =>
  db
    .select()
    .from(membership)
    .where(and(eq(membership.staffId, staffId), currentOn(membership, today)));

export const membersOf = (db: Db, departmentId: string, today: string) =>
  db
    .select()
    .from(membership)
    .where(and(eq(membership.departmentId, departmentId), currentOn(membership, today)));

const grantsOf = (db: Db, staffId: string, today: string) =>
  db
    .select()
    .from(roleGrant)
    .where(and(eq(roleGrant.staffId, staffId), currentOn(roleGrant, today)));

/** Holds, or will from a later day on. */
export const notOver = (row: { toOn: SQLiteColumn }, today: string): SQL | undefined =>
  or(isNull(row.toOn), gt(row.toOn, today));

/** What somebody holds today and what begins later: neither may stand beside a role that is kept apart. */
export const standingGrants = (db: Db, staffId: string, today: string) =>
  db
    .select()
    .from(roleGrant)
    .where(and(eq(roleGrant.staffId, staffId), notOver(roleGrant, today)));

export const standingMemberships = (db: Db, staffId: string, today: string) =>
  db
    .select()
    .from(membership)
    .where(and(eq(membership.staffId, staffId), notOver(membership, today)));

export const rolesOn = async (db: Db, staffId: string, today: string): Promise<Role[]> =>
  (await grantsOf(db, staffId, today)).map(({ role }) => role);

/** How many young people somebody goes with. */
export async function goesWith(db: Db, staffId: string, today: string): Promise<number> {
  const rows = await db
    .selectDistinct({ id: assignment.youngPersonId })
    .from(assignment)
    .where(and(eq(assignment.staffId, staffId), currentOn(assignment, today)));
  return rows.length;
}
