import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import type { ParagraphKind } from "#db/vocabulary.ts";
import type { View } from "../touched.server.ts";

const { paragraph } = tables;

/** A paragraph of an item's minutes; what was handed in stands only with those who lead the meeting. */
export type ParagraphRow = {
  kind: "paragraph";
  id: string;
  version: number;
  paragraphKind: ParagraphKind;
  departmentId: string | null;
  authorId: string;
  text: string;
};

const columns = {
  id: paragraph.id,
  version: paragraph.version,
  paragraphKind: paragraph.kind,
  departmentId: paragraph.departmentId,
  authorId: paragraph.authorId,
  text: paragraph.text,
};
const stands = and(isNull(paragraph.removedAt), ne(paragraph.kind, "handed_in"));
const byId = prepared((db) =>
  db
    .select(columns)
    .from(paragraph)
    .where(and(eq(paragraph.id, sql.placeholder("id")), stands))
    .prepare(),
);
const byItem = prepared((db) =>
  db
    .select(columns)
    .from(paragraph)
    .where(and(eq(paragraph.itemId, sql.placeholder("itemId")), stands))
    .orderBy(asc(paragraph.id))
    .prepare(),
);

const shown = (row: Omit<ParagraphRow, "kind">): ParagraphRow => ({ kind: "paragraph", ...row });

export const paragraphView: View<ParagraphRow> = {
  kind: "paragraph",
  byIds: async (db, ids) => (await Promise.all(ids.map((id) => byId(db).execute({ id })))).flat().map(shown),
};

/** The paragraphs of an item's minutes, oldest first. */
export const paragraphsOf = async (db: Db, itemId: string): Promise<ParagraphRow[]> =>
  (await byItem(db).execute({ itemId })).map(shown);
