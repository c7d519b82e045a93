import { asc, eq, inArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { CaseState } from "#db/vocabulary.ts";
import { dayOf } from "../moments.ts";
import type { View } from "../touched.server.ts";
import type { Case } from "./find.server.ts";

const { coordinationCase } = tables;

/** A case as it stands in the topic of a young person: one is open at most, the others have ended. */
export type CaseRow = {
  kind: "case";
  id: string;
  version: number;
  state: CaseState;
  sinceOn: string;
  openedOn: string;
  exit: string;
  pause: string;
  resumeOn: string | null;
  endedOn: string | null;
  endedAt: string | null;
};

const asRow = ({ id, version, state, sinceOn, openedOn, exit, pause, resumeOn, endedAt }: Case): CaseRow => ({
  ...{ kind: "case", id, version, state, sinceOn, openedOn, exit, pause, resumeOn, endedAt },
  endedOn: endedAt && dayOf(endedAt),
});

export const caseView: View<CaseRow> = {
  kind: "case",
  byIds: async (db, ids) =>
    (await db.select().from(coordinationCase).where(inArray(coordinationCase.id, ids))).map(asRow),
};

/** All cases of a young person. */
export const caseRowsOf = async (db: Db, youngPersonId: string): Promise<CaseRow[]> =>
  (
    await db
      .select()
      .from(coordinationCase)
      .where(eq(coordinationCase.youngPersonId, youngPersonId))
      .orderBy(asc(coordinationCase.id))
  ).map(asRow);
