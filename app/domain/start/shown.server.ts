import { inArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { initialsOf } from "../people/initials.ts";

const { staff, youngPerson } = tables;

/** A young person on somebody's start page, whom they may see. */
export type Young = { id: string; name: string; initials: string; bornOn: string };

export const shownYoung = (
  row: Pick<typeof youngPerson.$inferSelect, "id" | "firstName" | "lastName" | "bornOn">,
): Young => ({
  id: row.id,
  name: `${row.firstName} ${row.lastName}`,
  initials: initialsOf(row),
  bornOn: row.bornOn,
});

export async function staffNames(db: Db, ids: (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const rows = await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, known));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
