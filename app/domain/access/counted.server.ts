import { asc, count, isNull } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import type { Role } from "#db/vocabulary.ts";
import { personReferred } from "../log/referred.server.ts";
import { type Look, query } from "../query.server.ts";
import { currentOn } from "../staff/find.server.ts";
import { type Asking, asked, mayAsStaff } from "./decide.server.ts";
import { scope } from "./rules.server.ts";
import { type Sees, whoSees } from "./who-sees.server.ts";

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

type Input = { reference: string };

/** Who sees the one whose reference was typed, asked of the rules that guard; null when nobody was asked for. */
async function seeing({ db, input, now, today, record }: Look<Input>): Promise<Sees<"person:see">[] | null> {
  if (input.reference.trim() === "") return null;
  const id = await personReferred(db, input.reference);
  // A reference of nobody is asked for in the same way: it gets the answer of one whom nobody sees.
  const who = await whoSees(db, { now, today }, "person:see", id ?? "");
  record({ kind: "searched", youngPersonId: id, facts: { found: who.length } });
  return who;
}

export const accessCounted = query("access-counted", {
  allow: (at: { db: Db } & Asking) => mayAsStaff(at.db, at, "access:count"),
  async run(look: Look<Input>): Promise<{ people: Counted[]; reference: string; who: Sees<"person:see">[] | null }> {
    const { db, input, now, today } = look;
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
    return { people: counted, reference: input.reference, who: await seeing(look) };
  },
});
