import { and, desc, eq, gt, isNull, lte, or } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";

const { codeItem } = tables;

export type Label = { da: string; en: string };
export type Code = { code: string; label: Label };

/** The codes of a list that can be chosen on a day. */
export async function codesOn(db: Db, list: string, day: string): Promise<Code[]> {
  const valid = and(eq(codeItem.list, list), lte(codeItem.fromOn, day), or(isNull(codeItem.toOn), gt(codeItem.toOn, day)));
  const rows = await db.select().from(codeItem).where(valid);
  return rows.map(({ code, labelDa, labelEn }) => ({ code, label: { da: labelDa, en: labelEn } }));
}

/** What a code is called; an ended one keeps its name. */
export async function labelOf(db: Db, list: string, code: string): Promise<Label> {
  const [row] = await db
    .select()
    .from(codeItem)
    .where(and(eq(codeItem.list, list), eq(codeItem.code, code)))
    .orderBy(desc(codeItem.fromOn))
    .limit(1);
  return row ? { da: row.labelDa, en: row.labelEn } : { da: code, en: code };
}
