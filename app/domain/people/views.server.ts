import { asc, eq, inArray, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import type { View } from "../touched.server.ts";

const { effort } = tables;

/** Something that runs, has run or will run for the young person of an item. */
export type EffortRow = {
  kind: "effort";
  id: string;
  version: number;
  title: string;
  provider: string;
  area: string;
  departmentId: string;
  /** Brings another professional who is a contact person of some kind. */
  contactRole: boolean;
  fromOn: string;
  toOn: string | null;
};

const columns = {
  id: effort.id,
  version: effort.version,
  title: effort.title,
  provider: effort.provider,
  area: effort.area,
  departmentId: effort.departmentId,
  contactRole: effort.contactRole,
  fromOn: effort.fromOn,
  toOn: effort.toOn,
};

const asRow = (row: Omit<EffortRow, "kind">): EffortRow => ({ kind: "effort", ...row });

export const effortView: View<EffortRow> = {
  kind: "effort",
  byIds: async (db, ids) => (await db.select(columns).from(effort).where(inArray(effort.id, ids))).map(asRow),
};

const byYoungPerson = prepared((db) =>
  db
    .select(columns)
    .from(effort)
    .where(eq(effort.youngPersonId, sql.placeholder("youngPersonId")))
    .orderBy(asc(effort.fromOn), asc(effort.id))
    .prepare(),
);

/** All efforts of a young person, the oldest first. */
export const effortsOf = async (db: Db, youngPersonId: string): Promise<EffortRow[]> =>
  (await byYoungPerson(db).execute({ youngPersonId })).map(asRow);
