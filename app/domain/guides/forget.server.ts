import { and, eq, inArray, lt } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { forgetFormer } from "../revise.server.ts";

const { contactEntry } = tables;

/** Deletes the own reminders whose last day has been, with every former text of them. @returns how many */
export async function forgetReminders(db: Db, today: string): Promise<number> {
  const over = await db
    .select({ id: contactEntry.id })
    .from(contactEntry)
    .where(and(eq(contactEntry.kind, "reminder"), lt(contactEntry.deletesOn, today)));
  const ids = over.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await forgetFormer(db, contactEntry, ids);
  await db.delete(contactEntry).where(inArray(contactEntry.id, ids));
  return ids.length;
}
