import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";

const { paragraph } = tables;

/** Text that somebody had typed when the item moved on or the right ended. */
export type HandedIn = { id: string; version: number; authorId: string; text: string };

const waiting = prepared((db) =>
  db
    .select({ id: paragraph.id, version: paragraph.version, authorId: paragraph.authorId, text: paragraph.text })
    .from(paragraph)
    .where(
      and(
        eq(paragraph.itemId, sql.placeholder("itemId")),
        eq(paragraph.kind, "handed_in"),
        isNull(paragraph.removedAt),
      ),
    )
    .orderBy(asc(paragraph.id))
    .prepare(),
);

/** What was handed in to an item and not yet taken: for those who run it, in no topic. */
export const handedInOf = (db: Db, itemId: string): Promise<HandedIn[]> => waiting(db).execute({ itemId });
