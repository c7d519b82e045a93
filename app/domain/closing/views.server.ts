import { inArray } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { View } from "../touched.server.ts";

const { itemClosing } = tables;

/** Who tells the young person and when, what comes next, or why nothing was agreed. */
export type ClosingRow = { kind: "closing" } & typeof itemClosing.$inferSelect;

export const closingView: View<ClosingRow> = {
  kind: "closing",
  byIds: async (db, ids) =>
    (await db.select().from(itemClosing).where(inArray(itemClosing.id, ids))).map((row) => ({
      kind: "closing",
      ...row,
    })),
};
