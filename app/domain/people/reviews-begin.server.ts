import { isNull, sql } from "drizzle-orm";
import { tables, transact } from "#db/index.server.ts";

const { assignment } = tables;

/**
 * Places from before they were to be confirmed: their days count from this start of the program on, or from their own
 * beginning where that is later. Every place that is given since has its day.
 */
export const beginReviews = (today: string) =>
  transact((db) =>
    db
      .update(assignment)
      .set({ reviewedOn: sql`max(${assignment.fromOn}, ${today})` })
      .where(isNull(assignment.reviewedOn)),
  );
