import { and, asc, eq, getTableName, gt } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";

const { action, itemClosing, optionPresented, paragraph, participant, revision, youthVoice } = tables;

/** A row of an item as it stood at a moment. `text` only for whoever was shown whom it is about. */
export type StoodRow = { table: string; id: string; version: number; textClass: string | null; text: string | null };

/** The moment that a row's id was made at: the first 48 bits of a uuid v7. */
const madeAt = (id: string): string => new Date(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toISOString();

const TEXTS = ["text", "words", "tries", "notToDiscuss", "howSeen", "resultNote", "noAgreementReason"];

const textOf = (row: Record<string, unknown>): string =>
  TEXTS.map((column) => row[column])
    .filter((text) => typeof text === "string" && text !== "")
    .join("\n");

/** The rows of an item at a moment: each row made by then, in the oldest of the versions that were replaced after it. */
export async function itemAsItStood(db: Db, itemId: string, moment: string, texts: boolean): Promise<StoodRow[]> {
  const stood: StoodRow[] = [];
  const kinds = [
    [youthVoice, youthVoice.itemId],
    [paragraph, paragraph.itemId],
    [optionPresented, optionPresented.itemId],
    [action, action.itemId],
    [participant, participant.itemId],
    [itemClosing, itemClosing.id],
  ] as const;
  for (const [table, owner] of kinds) {
    const rows = (await db.select().from(table).where(eq(owner, itemId))) as Record<string, unknown>[];
    for (const now of rows) {
      const id = String(now.id);
      if (madeAt(id) > moment) continue;
      const [former] = await db
        .select({ row: revision.row })
        .from(revision)
        .where(and(eq(revision.tableName, getTableName(table)), eq(revision.rowId, id), gt(revision.at, moment)))
        .orderBy(asc(revision.seq))
        .limit(1);
      const row = former?.row ?? now;
      if (typeof row.removedAt === "string" && row.removedAt <= moment) continue;
      stood.push({
        table: getTableName(table),
        id,
        version: Number(row.version),
        textClass: typeof row.textClass === "string" ? row.textClass : null,
        text: texts ? textOf(row) : null,
      });
    }
  }
  return stood;
}
