import { eq, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { type By, revise } from "../revise.server.ts";
import type { View } from "../touched.server.ts";

const { voicePrepared } = tables;

/** What a young person said before the meeting beside their own words to it. Shares the item's id. */
export type PreparedRow = { kind: "prepared" } & typeof voicePrepared.$inferSelect;

const byId = prepared((db) =>
  db
    .select()
    .from(voicePrepared)
    .where(eq(voicePrepared.id, sql.placeholder("id")))
    .prepare(),
);

const shown = (row: Omit<PreparedRow, "kind">): PreparedRow => ({ kind: "prepared", ...row });

export const preparedView: View<PreparedRow> = {
  kind: "prepared",
  byIds: async (db, ids) => (await Promise.all(ids.map((id) => byId(db).execute({ id })))).flat().map(shown),
};

/** What was prepared for an item: one row, or none yet. */
export const preparedOf = async (db: Db, itemId: string): Promise<PreparedRow[]> =>
  (await byId(db).execute({ id: itemId })).map(shown);

/** The young person said yes to other words than those that stand now. Answers whether there was such a yes. */
export async function unconfirm(db: Db, itemId: string, by: By): Promise<boolean> {
  const [stands] = await preparedOf(db, itemId);
  if (!stands?.confirmedOn) return false;
  await revise(db, voicePrepared, stands, { confirmedOn: null }, by);
  return true;
}
