import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { View } from "../touched.server.ts";

const { wellbeingRating } = tables;

/** The young person's own number for how it went that day. */
export type WellbeingRow = {
  kind: "wellbeing";
  id: string;
  version: number;
  /** A code of the life areas; empty for how it goes in general. */
  area: string;
  score: number;
  ratedOn: string;
  askedById: string | null;
};

const columns = {
  id: wellbeingRating.id,
  version: wellbeingRating.version,
  area: wellbeingRating.area,
  score: wellbeingRating.score,
  ratedOn: wellbeingRating.ratedOn,
  askedById: wellbeingRating.askedById,
};
const asRow = (row: Omit<WellbeingRow, "kind">): WellbeingRow => ({ kind: "wellbeing", ...row });
const ratings = (db: Db) => db.select(columns).from(wellbeingRating);

export const wellbeingView: View<WellbeingRow> = {
  kind: "wellbeing",
  byIds: async (db, ids) =>
    (await ratings(db).where(and(inArray(wellbeingRating.id, ids), isNull(wellbeingRating.removedAt)))).map(asRow),
};

/** All that a young person said, in order of time. */
export const wellbeingOf = async (db: Db, youngPersonId: string): Promise<WellbeingRow[]> =>
  (
    await ratings(db)
      .where(and(eq(wellbeingRating.youngPersonId, youngPersonId), isNull(wellbeingRating.removedAt)))
      .orderBy(asc(wellbeingRating.ratedOn), asc(wellbeingRating.id))
  ).map(asRow);
