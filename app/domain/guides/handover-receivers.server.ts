import { and, asc, eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { asideAround } from "../people/find.server.ts";
import { currentOn, membersOf, staffWho } from "../staff/find.server.ts";
import { canGoWith } from "../staff/rules.ts";
import { staffNames } from "../start/shown.server.ts";

const { department } = tables;

export type Receiver = { id: string; name: string };

/** To whom a young person can be given on: each other guide, and each department of our own where somebody works with young people. */
export async function receiversFor(
  db: Db,
  { youngPersonId, fromStaffId }: { youngPersonId: string; fromStaffId: string },
  today: string,
): Promise<{ guides: Receiver[]; departments: Receiver[] }> {
  const aside = await asideAround(db, youngPersonId);
  const free = (id: string) => id !== fromStaffId && !aside.has(id);
  const guides = (await staffWho(db, (roles) => roles.includes("youth_guide"), today)).filter(free);
  const names = await staffNames(db, guides);
  const along = new Set((await staffWho(db, canGoWith, today)).filter(free));
  const own = await db
    .select({ id: department.id, name: department.name })
    .from(department)
    .where(and(eq(department.sector, "municipality"), currentOn(department, today)))
    .orderBy(asc(department.name));
  const departments: Receiver[] = [];
  for (const one of own)
    if ((await membersOf(db, one.id, today)).some(({ staffId }) => along.has(staffId))) departments.push(one);
  return {
    guides: guides
      .map((id) => ({ id, name: names.get(id) ?? "" }))
      .sort((one, other) => one.name.localeCompare(other.name, "da")),
    departments,
  };
}
