import { and, asc, eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Takeover } from "#db/vocabulary.ts";
import { asideAround } from "../people/find.server.ts";
import { currentOn, membersOf, staffWho } from "../staff/find.server.ts";
import { canGoWith } from "../staff/rules.ts";
import { staffNames } from "../start/shown.server.ts";

const { department } = tables;

export type Receiver = { id: string; name: string };
export type DepartmentToTake = Receiver & { takesOver: Takeover };

/**
 * To whom a young person can be given on: each other guide; and each department of our own that takes people over, where somebody works
 * with young people and the giver does not.
 */
export async function receiversFor(
  db: Db,
  { youngPersonId, fromStaffId }: { youngPersonId: string; fromStaffId: string },
  today: string,
): Promise<{ guides: Receiver[]; departments: DepartmentToTake[] }> {
  const aside = await asideAround(db, youngPersonId);
  const free = (id: string) => id !== fromStaffId && !aside.has(id);
  const guides = (await staffWho(db, (roles) => roles.includes("youth_guide"), today)).filter(free);
  const names = await staffNames(db, guides);
  const along = new Set((await staffWho(db, canGoWith, today)).filter(free));
  const own = await db
    .select({ id: department.id, name: department.name, takesOver: department.takesOver })
    .from(department)
    .where(and(eq(department.sector, "municipality"), currentOn(department, today)))
    .orderBy(asc(department.name));
  const departments: DepartmentToTake[] = [];
  for (const { id, name, takesOver } of own) {
    const there = takesOver === null ? [] : (await membersOf(db, id, today)).map(({ staffId }) => staffId);
    if (takesOver && there.some((one) => along.has(one)) && !there.includes(fromStaffId))
      departments.push({ id, name, takesOver });
  }
  return {
    guides: guides
      .map((id) => ({ id, name: names.get(id) ?? "" }))
      .sort((one, other) => one.name.localeCompare(other.name, "da")),
    departments,
  };
}
