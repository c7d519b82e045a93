import { asc, inArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { View } from "../touched.server.ts";

const { followUp, followUpTry } = tables;

/** One time that somebody is asked what became of a course. */
export type FollowUpRow = { kind: "follow-up" } & typeof followUp.$inferSelect;
/** A try that brought no answer. */
export type TryRow = { kind: "follow-up-try" } & typeof followUpTry.$inferSelect;

const asFollowUp = (row: Omit<FollowUpRow, "kind">): FollowUpRow => ({ kind: "follow-up", ...row });
const asTry = (row: Omit<TryRow, "kind">): TryRow => ({ kind: "follow-up-try", ...row });

export const followUpView: View<FollowUpRow> = {
  kind: "follow-up",
  byIds: async (db, ids) => (await db.select().from(followUp).where(inArray(followUp.id, ids))).map(asFollowUp),
};
export const tryView: View<TryRow> = {
  kind: "follow-up-try",
  byIds: async (db, ids) => (await db.select().from(followUpTry).where(inArray(followUpTry.id, ids))).map(asTry),
};

/** What was asked after these courses, and how it was tried, in the order of time. */
export async function followUpsOf(db: Db, courseIds: readonly string[]): Promise<(FollowUpRow | TryRow)[]> {
  const rows = await db
    .select()
    .from(followUp)
    .where(inArray(followUp.courseId, [...courseIds]))
    .orderBy(asc(followUp.code));
  const ids = rows.map(({ id }) => id);
  const tries = await db
    .select()
    .from(followUpTry)
    .where(inArray(followUpTry.followUpId, ids))
    .orderBy(asc(followUpTry.triedAt));
  return [...rows.map(asFollowUp), ...tries.map(asTry)];
}
