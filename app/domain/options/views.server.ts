import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import type { View } from "../touched.server.ts";

const { optionPresented } = tables;

/** A solution the young person could choose; `actionId` once it became an agreement. */
export type OptionRow = {
  kind: "option";
  id: string;
  version: number;
  text: string;
  departmentId: string | null;
  actionId: string | null;
};

const columns = {
  id: optionPresented.id,
  version: optionPresented.version,
  text: optionPresented.text,
  departmentId: optionPresented.departmentId,
  actionId: optionPresented.actionId,
};
const stands = isNull(optionPresented.removedAt);
const byId = prepared((db) =>
  db
    .select(columns)
    .from(optionPresented)
    .where(and(eq(optionPresented.id, sql.placeholder("id")), stands))
    .prepare(),
);
const byItem = prepared((db) =>
  db
    .select(columns)
    .from(optionPresented)
    .where(and(eq(optionPresented.itemId, sql.placeholder("itemId")), stands))
    .orderBy(asc(optionPresented.id))
    .prepare(),
);

const shown = (row: Omit<OptionRow, "kind">): OptionRow => ({ kind: "option", ...row });

export const optionView: View<OptionRow> = {
  kind: "option",
  byIds: async (db, ids) => (await Promise.all(ids.map((id) => byId(db).execute({ id })))).flat().map(shown),
};

/** The options of an item, in the order they were written. */
export const optionsOf = async (db: Db, itemId: string): Promise<OptionRow[]> =>
  (await byItem(db).execute({ itemId })).map(shown);
