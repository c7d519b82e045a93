import { and, gt, isNull, lte, or } from "drizzle-orm";
import { type Db, tables, transact } from "#db/index.server.ts";
import shipped from "../../../db/codes/legal-bases.json" with { type: "json" };
import { idsFrom } from "../ids.server.ts";

const { legalBasis } = tables;

export type LegalBasis = typeof legalBasis.$inferSelect;
type Shipped = Pick<
  LegalBasis,
  "code" | "labelDa" | "labelEn" | "law" | "sectors" | "textClasses" | "consent" | "fromOn"
> &
  Partial<LegalBasis>;

/** Puts the bases that ship with the program into an empty register, as drafts; what a municipality has written stays. */
export async function fillRegister(): Promise<void> {
  await transact(async (db) => {
    const rows = (shipped as Shipped[]).map((row) => ({
      givers: [],
      tells: [],
      content: "item" as const,
      ...row,
      id: idsFrom(`legal basis ${row.code}`, `${row.fromOn}T00:00:00.000Z`)(),
    }));
    await db.insert(legalBasis).values(rows).onConflictDoNothing();
  });
}

const inForce = (today: string) =>
  and(lte(legalBasis.fromOn, today), or(isNull(legalBasis.toOn), gt(legalBasis.toOn, today)));

/** The bases that can be used on a day. */
export const basesOn = (db: Db, today: string): Promise<LegalBasis[]> =>
  db.select().from(legalBasis).where(inForce(today)).orderBy(legalBasis.code);
