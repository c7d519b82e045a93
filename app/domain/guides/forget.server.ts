import { and, eq, inArray, isNull, lt, type SQL } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type By, forgetFormer, revise } from "../revise.server.ts";

const { contactEntry } = tables;

async function forget(db: Db, which: SQL | undefined): Promise<number> {
  const over = await db
    .select({ id: contactEntry.id })
    .from(contactEntry)
    .where(and(eq(contactEntry.kind, "reminder"), which));
  const ids = over.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await forgetFormer(db, contactEntry, ids);
  await db.delete(contactEntry).where(inArray(contactEntry.id, ids));
  return ids.length;
}

/** Deletes the own reminders whose last day has been, with every former text of them. @returns how many */
export const forgetReminders = (db: Db, today: string): Promise<number> =>
  forget(db, lt(contactEntry.deletesOn, today));

type Kept = { youngPersonId: string; keptById: string };

const keptBy = ({ youngPersonId, keptById }: Kept) =>
  and(eq(contactEntry.youngPersonId, youngPersonId), eq(contactEntry.keptById, keptById));

/** Deletes what somebody kept of a young person whom another goes with from now on. @returns how many */
export const forgetRemindersOf = (db: Db, of: Kept): Promise<number> => forget(db, keptBy(of));

/** Somebody's reminders of a young person go on to who goes with them from now on; what was removed does not. @returns how many */
export async function handOnReminders(db: Db, of: Kept & { to: string }, by: By): Promise<number> {
  const standing = and(eq(contactEntry.kind, "reminder"), keptBy(of), isNull(contactEntry.removedAt));
  const rows = await db.select().from(contactEntry).where(standing);
  for (const row of rows) await revise(db, contactEntry, row, { keptById: of.to }, by);
  await forgetRemindersOf(db, of);
  return rows.length;
}
