import { desc } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Code, codesWith, type Label } from "../codes/queries.server.ts";
import type { SchemeWindow } from "./rules.ts";

const { schemeRule } = tables;

/** A scheme as it is that day: what it asks for, who says so, and how long it can be used. */
export type Scheme = Code & { hint: Label; source: string; window: SchemeWindow | null };

/** The schemes that can be thought of that day, and those that stand and no longer can. */
export async function schemesOn(db: Db, standing: readonly string[], today: string): Promise<Scheme[]> {
  const rules = await db.select().from(schemeRule).orderBy(desc(schemeRule.fromOn));
  const codes = await codesWith(db, "scheme", standing, today);
  return codes.map((one) => {
    const begun = rules.filter(({ code, fromOn }) => code === one.code && fromOn <= today);
    // Of a scheme without a rule in force the last one is told.
    const rule = begun.find(({ toOn }) => toOn === null || toOn > today) ?? begun[0];
    const { hintDa = "", hintEn = "", source = "", countsFrom = null, months = null } = rule ?? {};
    return {
      ...{ ...one, hint: { da: hintDa, en: hintEn }, source },
      window: countsFrom && months !== null ? { countsFrom, months } : null,
    };
  });
}
