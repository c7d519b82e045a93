import { asc, inArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { absencesFrom } from "../absence/find.server.ts";
import { type Absence, awayOn, thereOn } from "../absence/rules.ts";
import { mayAsStaff } from "../access/decide.server.ts";
import { type Look, query } from "../query.server.ts";
import { membersOf, placedOnOf, supportDecidedOf } from "./find.server.ts";

const { stuProvider, youngPerson } = tables;

type Nothing = Record<string, never>;

/** What is known of the young person of a course: a name, a birth, and what stands elsewhere. */
export type CoursePerson = {
  id: string;
  name: string;
  firstName: string;
  bornOn: string;
  supportBasisDecidedOn: string | null;
  /** When their jobs and internships begin, the first one first. */
  placedOn: string[];
  /** Who of the team goes with them. */
  memberId: string | null;
  /** When that member is away today. */
  away: Absence | null;
};
export type Provider = Pick<typeof stuProvider.$inferSelect, "id" | "name" | "phone" | "closedOn">;

/** Every place, by name; the closed ones too. */
export const providersOf = (db: Db): Promise<Provider[]> =>
  db
    .select({ id: stuProvider.id, name: stuProvider.name, phone: stuProvider.phone, closedOn: stuProvider.closedOn })
    .from(stuProvider)
    .orderBy(asc(stuProvider.sortKey));

/** The young people of these courses, by name. */
export async function peopleOfCourses(
  { db, today }: Pick<Look<unknown>, "db" | "today">,
  courses: readonly { youngPersonId: string }[],
) {
  const ids = [...new Set(courses.map(({ youngPersonId }) => youngPersonId))];
  const rows = await db
    .select()
    .from(youngPerson)
    .where(inArray(youngPerson.id, ids))
    .orderBy(asc(youngPerson.sortKey));
  const members = await membersOf(db, ids, today);
  const absences = await absencesFrom(db, today);
  /** When somebody is away, and who is there for them today. */
  const awayNow = (staffId: string | null) => {
    const away = awayOn(absences, staffId, today);
    return away ? { ...away, coveredById: thereOn(absences, away.staffId, today) } : null;
  };
  const decided = await supportDecidedOf(db, ids);
  const placed = await placedOnOf(db, ids);
  return rows.map(
    ({ id, firstName, lastName, bornOn }): CoursePerson => ({
      ...{ id, firstName, bornOn, name: `${firstName} ${lastName}` },
      supportBasisDecidedOn: decided.get(id) ?? null,
      placedOn: placed.get(id) ?? [],
      memberId: members.get(id) ?? null,
      away: awayNow(members.get(id) ?? null),
    }),
  );
}

/** The page that takes a file of courses: the team's. */
export const courseFile = query<Nothing, Nothing>("course-file", {
  allow: ({ db, ...asking }) => mayAsStaff(db, asking, "stu:manage"),
  run: async () => ({}),
});
