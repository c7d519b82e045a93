import { and, eq, inArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { AssignmentKind } from "#db/vocabulary.ts";
import { currentOn, staffWho } from "../staff/find.server.ts";
import { canGoWith } from "../staff/rules.ts";
import { assignmentsOf } from "./find.server.ts";

const { assignment, coordinationCase, staff } = tables;

/** The one contact person. Who has stopped stays it until somebody else is (domain.md 6.2), and is not `there`. */
export type ContactPerson = {
  staffId: string;
  name: string;
  phone: string | null;
  kind: AssignmentKind;
  there: boolean;
};

/** Who works here with young people today, and so can be somebody's contact person. */
export const whoIsThere = (db: Db, today: string): Promise<string[]> => staffWho(db, canGoWith, today);

export async function contactOf(db: Db, youngPersonId: string, today: string): Promise<ContactPerson | null> {
  const place = (await assignmentsOf(db, youngPersonId, today)).find(({ primary }) => primary);
  if (!place) return null;
  const { staffId, kind } = place;
  const [known] = await db.select({ name: staff.name, phone: staff.phone }).from(staff).where(eq(staff.id, staffId));
  const there = (await whoIsThere(db, today)).includes(staffId);
  return { staffId, kind, there, name: known?.name ?? "", phone: known?.phone ?? null };
}

/** The contact person, where they can be asked and rung. */
export async function contactThere(db: Db, youngPersonId: string, today: string): Promise<ContactPerson | null> {
  const contact = await contactOf(db, youngPersonId, today);
  return contact?.there ? contact : null;
}

/** Whether somebody has nobody to ring, so that it stands with those who find one: who was it has stopped, or nobody is though the case is active. */
export async function lacksContact(
  db: Db,
  youngPersonId: string,
  contact: { staffId: string } | undefined,
  today: string,
): Promise<boolean> {
  if (contact) return !(await whoIsThere(db, today)).includes(contact.staffId);
  const { id, state, youngPersonId: of } = coordinationCase;
  const [active] = await db
    .select({ id })
    .from(coordinationCase)
    .where(and(eq(of, youngPersonId), eq(state, "active")));
  return active !== undefined;
}

/** The young people whose contact person is there that day: for a condition of a statement. */
export const withContactThere = (db: Db, there: readonly string[], today: string) =>
  db
    .select({ id: assignment.youngPersonId })
    .from(assignment)
    .where(and(eq(assignment.primary, true), currentOn(assignment, today), inArray(assignment.staffId, [...there])));
