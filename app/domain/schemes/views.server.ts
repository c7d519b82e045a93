import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { SchemeState } from "#db/vocabulary.ts";
import type { View } from "../touched.server.ts";

const { schemeHint } = tables;

/** A scheme that somebody thinks of for a young person. */
export type SchemeRow = {
  kind: "scheme";
  id: string;
  version: number;
  /** A code of the schemes. */
  scheme: string;
  schemeState: SchemeState;
  departmentId: string | null;
  educationEndedOn: string | null;
  fromOn: string | null;
  toOn: string | null;
  note: string;
};

const columns = {
  id: schemeHint.id,
  version: schemeHint.version,
  scheme: schemeHint.kind,
  schemeState: schemeHint.state,
  departmentId: schemeHint.departmentId,
  educationEndedOn: schemeHint.educationEndedOn,
  fromOn: schemeHint.fromOn,
  toOn: schemeHint.toOn,
  note: schemeHint.note,
};
const asRow = (row: Omit<SchemeRow, "kind">): SchemeRow => ({ kind: "scheme", ...row });
const hints = (db: Db) => db.select(columns).from(schemeHint);

export const schemeView: View<SchemeRow> = {
  kind: "scheme",
  byIds: async (db, ids) =>
    (await hints(db).where(and(inArray(schemeHint.id, ids), isNull(schemeHint.removedAt)))).map(asRow),
};

/** What is thought of for a young person, the oldest first. */
export const schemesOf = async (db: Db, youngPersonId: string): Promise<SchemeRow[]> =>
  (
    await hints(db)
      .where(and(eq(schemeHint.youngPersonId, youngPersonId), isNull(schemeHint.removedAt)))
      .orderBy(asc(schemeHint.id))
  ).map(asRow);
