import { asc, count, isNull } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import type { Role } from "#db/vocabulary.ts";
import { type Look, query } from "../query.server.ts";
import { currentOn } from "../staff/find.server.ts";
import { type Asking, asked, mayAsStaff } from "./decide.server.ts";
import { scope } from "./rules.server.ts";

const { department, membership, roleGrant, staff, youngPerson } = tables;

const seen = prepared((db) => db.select({ count: count() }).from(youngPerson).where(scope("person:see")).prepare());
const around = prepared((db) =>
  db.select({ count: count() }).from(youngPerson).where(scope("person:assign")).prepare(),
);

/** What an employee holds, and how many young people that opens now: by the rules that guard them, and about nobody by name. */
export type Counted = {
  id: string;
  name: string;
  title: string;
  roles: Role[];
  departments: string[];
  sees: number;
  goesWith: number;
};

export const accessCounted = query("access-counted", {
  allow: (at: { db: Db } & Asking) => mayAsStaff(at.db, at, "access:count"),
  async run({ db, now, today }: Look<Record<string, never>>): Promise<{ people: Counted[] }> {
    const people = await db.select().from(staff).where(isNull(staff.endedAt)).orderBy(asc(staff.sortKey));
    const grants = await db.select().from(roleGrant).where(currentOn(roleGrant, today));
    const seats = await db.select().from(membership).where(currentOn(membership, today));
    const names = new Map((await db.select().from(department)).map(({ id, name }) => [id, name]));
    const counted: Counted[] = [];
    for (const { id, name, title } of people) {
      const values = asked({ actor: { kind: "staff", id, sessionId: "" }, now, today });
      counted.push({
        ...{ id, name, title },
        roles: grants.filter(({ staffId }) => staffId === id).map(({ role }) => role),
        departments: seats
          .filter(({ staffId }) => staffId === id)
          .map(({ departmentId }) => names.get(departmentId) ?? ""),
        sees: (await seen(db).execute(values))[0]?.count ?? 0,
        goesWith: (await around(db).execute(values))[0]?.count ?? 0,
      });
    }
    return { people: counted };
  },
});
