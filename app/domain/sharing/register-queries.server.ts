import { asc, desc, eq, getTableName } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, mayAsStaff } from "../access/decide.server.ts";
import { codesOn } from "../codes/queries.server.ts";
import { dayOf } from "../moments.ts";
import { type Look, query } from "../query.server.ts";
import { staffNames } from "../start/shown.server.ts";
import type { LegalBasis } from "./register.server.ts";

const { legalBasis, revision } = tables;

/** What a row said before, until when, and who changed it. */
export type FormerBasis = { basis: LegalBasis; until: string; by: string };
export type ShownBasis = LegalBasis & { confirmedBy: string; former: FormerBasis[] };

/** The register: every row in the order of its code and days, with what it said before. */
export const legalBases = query("legal-bases", {
  allow: (at: { db: Db } & Asking) => mayAsStaff(at.db, at, "basis:see"),
  async run(look: Look<Record<string, never>>) {
    const { db, today } = look;
    const rows = await db.select().from(legalBasis).orderBy(asc(legalBasis.code), asc(legalBasis.fromOn));
    const kept = await db
      .select()
      .from(revision)
      .where(eq(revision.tableName, getTableName(legalBasis)))
      .orderBy(desc(revision.seq));
    const names = await staffNames(db, [...rows.map((row) => row.confirmedById), ...kept.map(({ byId }) => byId)]);
    const nameOf = (id: string | null) => (id && names.get(id)) || "";
    const can = async (what: "basis:manage" | "basis:confirm") => "by" in (await mayAsStaff(db, look, what));
    return {
      rows: rows.map(
        (row): ShownBasis => ({
          ...row,
          confirmedBy: nameOf(row.confirmedById),
          former: kept
            .filter(({ rowId }) => rowId === row.id)
            .map(({ row: basis, at, byId }) => ({
              basis: basis as LegalBasis,
              until: dayOf(at),
              by: nameOf(byId),
            })),
        }),
      ),
      areas: await codesOn(db, "life_area", today),
      meetingTypes: await codesOn(db, "meeting_type", today),
      mayManage: await can("basis:manage"),
      mayConfirm: await can("basis:confirm"),
      today,
    };
  },
});

export type LegalBases = Awaited<ReturnType<(typeof legalBases)["run"]>>;
