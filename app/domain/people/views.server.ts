import { asc, eq, inArray, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import type { View } from "../touched.server.ts";
import { daysInSum } from "./efforts.ts";

const { effort } = tables;

/** Something that runs, has run or will run for the young person of an item. */
export type EffortRow = {
  kind: "effort";
  id: string;
  version: number;
  title: string;
  provider: string;
  area: string;
  /** A code of the kinds of effort; empty when nobody has said. */
  effortKind: string;
  departmentId: string;
  /** Brings another professional who is a contact person of some kind. */
  contactRole: boolean;
  fromOn: string;
  toOn: string | null;
  /** The last day of the decision that it rests on. */
  validUntilOn: string | null;
  weekMinutes: number | null;
  /** 1 (Monday) to 7; empty when nobody has said. */
  weekdays: number[];
  /** What it was thought together with. */
  combinedOfferId: string | null;
};

const columns = {
  id: effort.id,
  version: effort.version,
  title: effort.title,
  provider: effort.provider,
  area: effort.area,
  effortKind: effort.kind,
  departmentId: effort.departmentId,
  contactRole: effort.contactRole,
  fromOn: effort.fromOn,
  toOn: effort.toOn,
  validUntilOn: effort.validUntilOn,
  weekMinutes: effort.weekMinutes,
  weekdays: effort.weekdays,
  combinedOfferId: effort.combinedOfferId,
};

type Read = Omit<EffortRow, "kind" | "weekdays"> & { weekdays: number };
const asRow = (row: Read): EffortRow => ({ kind: "effort", ...row, weekdays: daysInSum(row.weekdays) });

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
