import { asc, eq, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, decide, may, mayAsStaff } from "../access/decide.server.ts";
import { type Look, query } from "../query.server.ts";
import { rolesOn, staffWho } from "../staff/find.server.ts";
import { peopleInForum } from "../staff/reference.server.ts";
import { canGoWith } from "../staff/rules.ts";
import { assignmentsOf } from "./find.server.ts";
import { ownKind } from "./rules.ts";

const { department, identityNumber, involvedDepartment, possibleDuplicate, youngPerson } = tables;

type Asked = { db: Db } & Asking;

/** How many possible duplicates wait for a coordinator. */
export const duplicatesWaiting = async (db: Db): Promise<number> =>
  (await db.select({ id: possibleDuplicate.id }).from(possibleDuplicate).where(isNull(possibleDuplicate.settledOn)))
    .length;

/** What the page "Ny ung" chooses from; `made` is the one just written down, by its first name. */
export const newPersonForm = query("new-person-form", {
  allow: (at: Asked) => mayAsStaff(at.db, at, "person:add"),
  async run({ db, input: { made }, actor, now, today, saw }: Look<{ made: string | null }>) {
    const { staff, departments } = await peopleInForum(db, today);
    const working = new Set(await staffWho(db, canGoWith, today));
    const settles = await mayAsStaff(db, { actor, now, today }, "person:settle");
    const verdict = made ? await may(db, { actor, now, today }, "person:see", made) : null;
    const [person] =
      made && verdict && "by" in verdict
        ? await db
            .select({ firstName: youngPerson.firstName, lastName: youngPerson.lastName })
            .from(youngPerson)
            .where(eq(youngPerson.id, made))
        : [];
    if (person && verdict && "by" in verdict) saw({ youngPersonId: made, by: verdict.by });
    return {
      staff: staff.filter(({ id }) => working.has(id)).map(({ id, name, mark }) => ({ id, name, mark })),
      departments: departments.filter(({ active }) => active),
      made: person ?? null,
      mayAssign: made !== null && (await decide(db, { actor, now, today }, "person:assign", made)) !== null,
      wasMade: made !== null,
      ofStuTeam: actor.kind === "staff" && ownKind(await rolesOn(db, actor.id, today)) === "stu_team",
      duplicates: "by" in settles ? await duplicatesWaiting(db) : null,
    };
  },
});

async function lookAt(db: Db, id: string, today: string) {
  const [person] = await db.select().from(youngPerson).where(eq(youngPerson.id, id));
  const places = await db
    .select({ name: department.name })
    .from(involvedDepartment)
    .innerJoin(department, eq(department.id, involvedDepartment.departmentId))
    .where(eq(involvedDepartment.youngPersonId, id));
  const [number] = await db
    .select({ id: identityNumber.id })
    .from(identityNumber)
    .where(eq(identityNumber.youngPersonId, id));
  const assigned = await assignmentsOf(db, id, today);
  return {
    id,
    firstName: person?.firstName ?? "",
    lastName: person?.lastName ?? "",
    bornOn: person?.bornOn ?? "",
    departments: places.map(({ name }) => name),
    hasNumber: number !== undefined,
    assigned: assigned.map(({ staffId, kind }) => ({ staffId, kind })),
  };
}

/** Births that may stand twice, side by side, the oldest first. */
export const possibleDuplicates = query("possible-duplicates", {
  allow: (at: Asked) => mayAsStaff(at.db, at, "person:settle"),
  async run({ db, today, saw }: Look<Record<string, never>>) {
    const rows = await db
      .select()
      .from(possibleDuplicate)
      .where(isNull(possibleDuplicate.settledOn))
      .orderBy(asc(possibleDuplicate.foundOn), asc(possibleDuplicate.id));
    const { staff } = await peopleInForum(db, today);
    const nameOf = new Map(staff.map(({ id, name }) => [id, name]));
    const look = async (id: string) => {
      saw({ youngPersonId: id });
      const { assigned, ...person } = await lookAt(db, id, today);
      return { ...person, assigned: assigned.map(({ staffId, kind }) => ({ kind, name: nameOf.get(staffId) ?? "" })) };
    };
    const pairs = [];
    for (const { id, version, foundOn, foundBy, youngPersonId, existingId } of rows)
      pairs.push({ id, version, foundOn, foundBy, added: await look(youngPersonId), existing: await look(existingId) });
    return { pairs, today };
  },
});

export type PossibleDuplicates = Awaited<ReturnType<(typeof possibleDuplicates)["run"]>>;
