import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { View } from "../touched.server.ts";

const { combinedOffer } = tables;

/** Efforts that were thought together; which ones, they say themselves. */
export type CombinedOfferRow = { kind: "combined-offer"; id: string; version: number; title: string };

const columns = { id: combinedOffer.id, version: combinedOffer.version, title: combinedOffer.title };
const asRow = (row: Omit<CombinedOfferRow, "kind">): CombinedOfferRow => ({ kind: "combined-offer", ...row });
const offers = (db: Db) => db.select(columns).from(combinedOffer);

export const combinedOfferView: View<CombinedOfferRow> = {
  kind: "combined-offer",
  byIds: async (db, ids) =>
    (await offers(db).where(and(inArray(combinedOffer.id, ids), isNull(combinedOffer.removedAt)))).map(asRow),
};

/** What stands thought together for a young person, the oldest first. */
export const combinedOffersOf = async (db: Db, youngPersonId: string): Promise<CombinedOfferRow[]> =>
  (
    await offers(db)
      .where(and(eq(combinedOffer.youngPersonId, youngPersonId), isNull(combinedOffer.removedAt)))
      .orderBy(asc(combinedOffer.id))
  ).map(asRow);
