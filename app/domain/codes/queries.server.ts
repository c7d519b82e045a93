import { and, asc, desc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { invalid } from "../errors.ts";

const { codeItem } = tables;

export type Label = { da: string; en: string };
export type Code = { code: string; label: Label };

const day = sql.placeholder("day");
const valid = prepared((db) =>
  db
    .select({ code: codeItem.code, labelDa: codeItem.labelDa, labelEn: codeItem.labelEn })
    .from(codeItem)
    .where(
      and(
        eq(codeItem.list, sql.placeholder("list")),
        lte(codeItem.fromOn, day),
        or(isNull(codeItem.toOn), gt(codeItem.toOn, day)),
      ),
    )
    .orderBy(asc(codeItem.position), asc(codeItem.code))
    .prepare(),
);

/** The codes of a list that can be chosen on a day, in the list's own order. */
export async function codesOn(db: Db, list: string, day: string): Promise<Code[]> {
  const rows = await valid(db).execute({ list, day });
  return rows.map(({ code, labelDa, labelEn }) => ({ code, label: { da: labelDa, en: labelEn } }));
}

const newest = prepared((db) =>
  db
    .select({ labelDa: codeItem.labelDa, labelEn: codeItem.labelEn })
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

/** The codes of a list that can be chosen, and what those are called that stand somewhere and no longer can. */
export async function codesWith(db: Db, list: string, standing: readonly string[], today: string): Promise<Code[]> {
  const codes = await codesOn(db, list, today);
  const ended = [...new Set(standing)].filter((one) => one !== "" && !codes.some(({ code }) => code === one));
  for (const code of ended) codes.push({ code, label: await labelOf(db, list, code) });
  return codes;
}

/** @throws Declined `invalid` at that field when the list has no such code that day. */
export async function mustBeListed(db: Db, list: string, field: string, code: string, today: string): Promise<void> {
  if (!(await codesOn(db, list, today)).some((one) => one.code === code)) throw invalid(field, "choose");
}
