import { eq, sql } from "drizzle-orm";
import { prepared, tables } from "#db/index.server.ts";
import type { View } from "../touched.server.ts";

const { itemClosing } = tables;

/** Who tells the young person and when, what comes next, or why nothing was agreed. */
export type ClosingRow = { kind: "closing" } & typeof itemClosing.$inferSelect;

const byId = prepared((db) =>
  db
    .select()
    .from(itemClosing)
    .where(eq(itemClosing.id, sql.placeholder("id")))
    .prepare(),
);

const shown = (row: Omit<ClosingRow, "kind">): ClosingRow => ({ kind: "closing", ...row });

export const closingView: View<ClosingRow> = {
  kind: "closing",
  byIds: async (db, ids) => (await Promise.all(ids.map((id) => byId(db).execute({ id })))).flat().map(shown),
};
