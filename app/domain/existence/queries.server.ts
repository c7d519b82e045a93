import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type ExistenceLevel, type ExistenceRole, existenceRoles } from "#db/vocabulary.ts";

const { existence } = tables;

export type Existence = { role: ExistenceRole; level: ExistenceLevel; version: number };

/** What each role learns of a young person's items without a right to them. */
export async function existenceOf(db: Db, youngPersonId: string): Promise<Existence[]> {
  const rows = await db.select().from(existence).where(eq(existence.youngPersonId, youngPersonId));
  return existenceRoles.map((role) => {
    const { level, version } = rows.find((row) => row.role === role) ?? { level: "full" as const, version: 0 };
    return { role, level, version };
  });
}
