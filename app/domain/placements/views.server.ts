import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { View } from "../touched.server.ts";

const { placement } = tables;

/** Where a young person works, with pay or without. */
export type PlacementRow = {
  kind: "placement";
  id: string;
  version: number;
  employer: string;
  /** A code of the kinds of placement. */
  placementKind: string;
  paid: boolean;
  weekMinutes: number | null;
  fromOn: string;
  toOn: string | null;
  municipal: boolean;
  contactName: string;
  contactPhone: string;
  /** A code of how it went; empty until somebody has said. */
  outcome: string;
};

const columns = {
  id: placement.id,
  version: placement.version,
  employer: placement.employer,
  placementKind: placement.kind,
  paid: placement.paid,
  weekMinutes: placement.weekMinutes,
  fromOn: placement.fromOn,
  toOn: placement.toOn,
  municipal: placement.municipal,
  contactName: placement.contactName,
  contactPhone: placement.contactPhone,
  outcome: placement.outcome,
};
const asRow = (row: Omit<PlacementRow, "kind">): PlacementRow => ({ kind: "placement", ...row });
const placements = (db: Db) => db.select(columns).from(placement);

export const placementView: View<PlacementRow> = {
  kind: "placement",
  byIds: async (db, ids) =>
    (await placements(db).where(and(inArray(placement.id, ids), isNull(placement.removedAt)))).map(asRow),
};

/** All placements of a young person, the oldest first. */
export const placementsOf = async (db: Db, youngPersonId: string): Promise<PlacementRow[]> =>
  (
    await placements(db)
      .where(and(eq(placement.youngPersonId, youngPersonId), isNull(placement.removedAt)))
      .orderBy(asc(placement.fromOn), asc(placement.id))
  ).map(asRow);
