import { and, desc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";

const { codeItem } = tables;

export type Label = { da: string; en: string };
export type Code = { code: string; label: Label };

/** The codes of a list that can be chosen on a day. */
export async function codesOn(db: Db, list: string, day: string): Promise<Code[]> {
  const valid = and(
    eq(codeItem.list, list),
    lte(codeItem.fromOn, day),
    or(isNull(codeItem.toOn), gt(codeItem.toOn, day)),
  );
  const rows = await db.select().from(codeItem).where(valid);
  return rows.map(({ code, labelDa, labelEn }) => ({ code, label: { da: labelDa, en: labelEn } }));
}

const newest = prepared((db) =>
  db
    .select()
    .from(codeItem)
    .where(and(eq(codeItem.list, sql.placeholder("list")), eq(codeItem.code, sql.placeholder("code"))))
    .orderBy(desc(codeItem.fromOn))
    .limit(1)
    .prepare(),
);

/** What a code is called; an ended one keeps its name. */
export async function labelOf(db: Db, list: string, code: string): Promise<Label> {
  const [row] = await newest(db).execute({ list, code });
  return row ? { da: row.labelDa, en: row.labelEn } : { da: code, en: code };
}
