import { and, asc, eq, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";

const { paragraph } = tables;

/** Text that somebody had typed when the item moved on or the right ended. */
export type HandedIn = { id: string; version: number; authorId: string; text: string };

/** What was handed in to an item and not yet taken: for those who run it, in no topic. */
export async function handedInOf(db: Db, itemId: string): Promise<HandedIn[]> {
  const open = and(eq(paragraph.itemId, itemId), eq(paragraph.kind, "handed_in"), isNull(paragraph.removedAt));
  return db
    .select({ id: paragraph.id, version: paragraph.version, authorId: paragraph.authorId, text: paragraph.text })
    .from(paragraph)
    .where(open)
    .orderBy(asc(paragraph.id));
}
