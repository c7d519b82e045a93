import { and, inArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, asked } from "../access/decide.server.ts";
import { type RuleName, scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import { initialsOf } from "../people/initials.ts";

const { department, staff, youngPerson } = tables;

/** Whom an agreement is about, as far as the asker may know: the page's id and the name, the name, or initials alone. */
export type ShownPerson = { id: string | null; name: string | null; initials: string; by: string };

type Owned = { id: string; ownerId: string | null; youngPersonId: string | null };

const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string }) => `${firstName} ${lastName}`;

/**
 * For each agreement, its young person: by name where the asker may see the person, or is the named owner (issue, decided 2);
 * the owner's colleagues, and who else sees it by the rule of that name, see initials.
 */
export async function personsShown(
  db: Db,
  asking: Asking,
  actions: Owned[],
  otherwise: RuleName = "the owner's department",
): Promise<Map<string, ShownPerson>> {
  const ids = [...new Set(actions.map(({ youngPersonId }) => youngPersonId).filter((id) => id !== null))];
  const about = inArray(youngPerson.id, ids);
  const rows = await db.select().from(youngPerson).where(about);
  const seen = await db
    .select({ id: youngPerson.id })
    .from(youngPerson)
    .where(and(about, scope("person:see")))
    .prepare()
    .execute(asked(asking));
  const persons = new Map(rows.map((row) => [row.id, row]));
  const visible = new Set(seen.map(({ id }) => id));
  const shown = new Map<string, ShownPerson>();
  for (const { id, ownerId, youngPersonId } of actions) {
    const person = persons.get(youngPersonId ?? "");
    if (!person) continue;
    const initials = initialsOf(person);
    if (visible.has(person.id)) shown.set(id, { id: person.id, name: nameOf(person), initials, by: "sees the person" });
    else if (ownerId === staffIdOf(asking.actor))
      shown.set(id, { id: null, name: nameOf(person), initials, by: "owner" });
    else shown.set(id, { id: null, name: null, initials, by: otherwise });
  }
  return shown;
}

/** The names that stand beside agreements. */
export type Names = {
  departments: Record<string, Pick<typeof department.$inferSelect, "name" | "mark" | "colour" | "sector">>;
  staff: Record<string, string>;
};

export async function namesFor(
  db: Db,
  actions: { departmentId: string | null; ownerId: string | null; acceptedById: string | null }[],
): Promise<Names> {
  const only = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];
  const departments = await db
    .select()
    .from(department)
    .where(inArray(department.id, only(actions.map(({ departmentId }) => departmentId))));
  const people = await db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(inArray(staff.id, only(actions.flatMap(({ ownerId, acceptedById }) => [ownerId, acceptedById]))));
  return {
    departments: Object.fromEntries(
      departments.map(({ id, name, mark, colour, sector }) => [id, { name, mark, colour, sector }]),
    ),
    staff: Object.fromEntries(people.map(({ id, name }) => [id, name])),
  };
}
