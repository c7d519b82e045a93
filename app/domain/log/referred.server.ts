import { like } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { endOfId } from "./references.ts";

const { youngPerson } = tables;

/** The one whose reference was typed; null where there is none, or more than one. */
export async function personReferred(db: Db, typed: string): Promise<string | null> {
  const end = endOfId(typed);
  if (!end) return null;
  const rows = await db
    .select({ id: youngPerson.id })
    .from(youngPerson)
    .where(like(youngPerson.id, `%${end}`))
    .limit(2);
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}
