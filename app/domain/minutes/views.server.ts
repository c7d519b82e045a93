import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import type { ParagraphKind } from "#db/vocabulary.ts";
import { itemClassTopic } from "../topics.ts";
import type { View } from "../touched.server.ts";
import { isUpper, type UpperClass } from "./classes.ts";

const { paragraph, paragraphReader } = tables;

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
const kept = and(isNull(paragraph.removedAt), ne(paragraph.kind, "handed_in"));
const stands = and(kept, eq(paragraph.textClass, "open_in_forum"));
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

/** A paragraph above the shared class, in the topics of those who may read it. */
export type UpperRow = Omit<ParagraphRow, "kind"> & { kind: "paragraph"; textClass: UpperClass; readers: string[] };

const upper = prepared((db) =>
  db
    .select({ ...columns, textClass: paragraph.textClass })
    .from(paragraph)
    .where(and(eq(paragraph.itemId, sql.placeholder("itemId")), kept, ne(paragraph.textClass, "open_in_forum")))
    .orderBy(asc(paragraph.id))
    .prepare(),
);

/** All paragraphs of an item above the shared class, oldest first; who may read which is for the asker to ask. */
export async function upperParagraphsOf(db: Db, itemId: string): Promise<UpperRow[]> {
  const found: UpperRow[] = [];
  for (const { textClass, ...row } of await upper(db).execute({ itemId })) {
    if (!isUpper(textClass)) continue;
    const readers = await db.select().from(paragraphReader).where(eq(paragraphReader.paragraphId, row.id));
    found.push({ ...shown(row), textClass, readers: readers.map(({ departmentId }) => departmentId) });
  }
  return found;
}

/** The paragraphs of an item as one of its class topics holds them. */
export const upperView = (itemId: string, textClass: UpperClass, departmentId?: string): View<UpperRow> => ({
  kind: "paragraph",
  byIds: async (db, ids) =>
    (await upperParagraphsOf(db, itemId)).filter(
      (row) =>
        ids.includes(row.id) && row.textClass === textClass && (!departmentId || row.readers.includes(departmentId)),
    ),
});

/** The class topics in which a paragraph stands. */
export const classTopicsOf = (itemId: string, { textClass, readers }: Pick<UpperRow, "textClass" | "readers">) =>
  textClass === "named_departments"
    ? readers.map((departmentId) => ({ topic: itemClassTopic(itemId, textClass, departmentId), departmentId }))
    : [{ topic: itemClassTopic(itemId, textClass), departmentId: undefined }];

/** The paragraphs of an item's minutes, oldest first. */
export const paragraphsOf = async (db: Db, itemId: string): Promise<ParagraphRow[]> =>
  (await byItem(db).execute({ itemId })).map(shown);
