import { and, asc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import { type Db, editionOf, prepared, tables } from "#db/index.server.ts";
import type { Colour, Role, Sector } from "#db/vocabulary.ts";
import { danishSortKey } from "../text.ts";
import { canGoWith } from "./rules.ts";

const { department, membership, roleGrant, staff } = tables;

/**
 * A person by name, with the department they stand in today. Whoever has left keeps the name and is not `active`. `there`: works
 * here with young people today; of a contact person who is not it is said that they have stopped.
 */
export type StaffReference = {
  id: string;
  name: string;
  title: string;
  phone: string | null;
  departmentId: string | null;
  mark: string | null;
  active: boolean;
  there: boolean;
};

export type DepartmentReference = {
  id: string;
  name: string;
  mark: string;
  colour: Colour;
  sector: Sector;
  representativeId: string | null;
  active: boolean;
};

export type PeopleInForum = {
  /** Other than before as soon as any of it is. */
  edition: string;
  staff: StaffReference[];
  departments: DepartmentReference[];
};

const today = sql.placeholder("today");

const allStaff = prepared((db) =>
  db
    .select({ id: staff.id, name: staff.name, title: staff.title, phone: staff.phone, endedAt: staff.endedAt })
    .from(staff)
    .orderBy(asc(staff.sortKey))
    .prepare(),
);

const allDepartments = prepared((db) => db.select().from(department).prepare());

const allMemberships = prepared((db) =>
  db
    .select({
      staffId: membership.staffId,
      departmentId: membership.departmentId,
      representative: membership.representative,
    })
    .from(membership)
    .innerJoin(staff, eq(staff.id, membership.staffId))
    .where(
      and(
        lte(membership.fromOn, today),
        or(isNull(membership.toOn), gt(membership.toOn, today)),
        isNull(staff.endedAt),
      ),
    )
    .orderBy(asc(membership.fromOn), asc(membership.id))
    .prepare(),
);

const allGrants = prepared((db) =>
  db
    .select({ staffId: roleGrant.staffId, role: roleGrant.role })
    .from(roleGrant)
    .where(and(lte(roleGrant.fromOn, today), or(isNull(roleGrant.toOn), gt(roleGrant.toOn, today))))
    .prepare(),
);

function byDanishName<T extends { name: string }>(rows: T[]): T[] {
  const keyed = rows.map((row) => ({ row, key: danishSortKey(row.name) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}

const versions = editionOf(staff, department, membership, roleGrant);
const known = new WeakMap<Db, PeopleInForum>();

/** Which edition of the people in the forum stands: a page that holds another one asks for them again. */
export const peopleEdition = async (db: Db, day: string): Promise<string> => `${day} ${await versions(db)}`;

/**
 * The staff and the departments of the forum by name, for any page of somebody signed in: nothing of young people.
 * Nearly every page asks for all of them, and they change on few days of a year: they are read anew when they did.
 */
export async function peopleInForum(db: Db, day: string): Promise<PeopleInForum> {
  const edition = await peopleEdition(db, day);
  const last = known.get(db);
  if (last?.edition === edition) return last;
  const people = { edition, ...(await readPeople(db, day)) };
  known.set(db, people);
  return people;
}

async function readPeople(db: Db, day: string): Promise<Omit<PeopleInForum, "edition">> {
  const people = await allStaff(db).execute();
  const places = byDanishName(await allDepartments(db).execute());
  const seats = await allMemberships(db).execute({ today: day });
  const rolesOf = new Map<string, Role[]>();
  for (const { staffId, role } of await allGrants(db).execute({ today: day }))
    rolesOf.set(staffId, [...(rolesOf.get(staffId) ?? []), role]);
  const seatOf = new Map<string, (typeof seats)[number]>();
  const representativeOf = new Map<string, string>();
  for (const seat of seats) {
    // Whoever stands for a department stands there, whatever other departments they work in.
    if (!seatOf.has(seat.staffId) || (seat.representative && !seatOf.get(seat.staffId)?.representative))
      seatOf.set(seat.staffId, seat);
    if (seat.representative) representativeOf.set(seat.departmentId, seat.staffId);
  }
  const marks = new Map(places.map(({ id, mark }) => [id, mark]));
  return {
    staff: people.map(({ id, name, title, phone, endedAt }) => {
      const seat = seatOf.get(id);
      return {
        id,
        name,
        title,
        phone,
        departmentId: seat?.departmentId ?? null,
        mark: (seat && marks.get(seat.departmentId)) ?? null,
        active: endedAt === null,
        there: endedAt === null && canGoWith(rolesOf.get(id) ?? []),
      };
    }),
    departments: places.map(({ id, name, mark, colour, sector, fromOn, toOn }) => ({
      id,
      name,
      mark,
      colour,
      sector,
      representativeId: representativeOf.get(id) ?? null,
      active: fromOn <= day && (toOn === null || toOn > day),
    })),
  };
}
