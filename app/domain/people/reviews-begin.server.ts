import { isNull, sql } from "drizzle-orm";
import { read, tables } from "#db/index.server.ts";
import { onlySystem } from "../access/decide.server.ts";
import { system } from "../actor.ts";
import { asker } from "../asker.server.ts";
import { carryOut, command } from "../command.server.ts";
import { newId } from "../ids.server.ts";
import { input } from "../input.server.ts";

const { assignment } = tables;

const begin = command("begin-reviews", {
  input: input({}),
  allow: onlySystem("system"),
  async run({ db, today, record }) {
    const begun = await db
      .update(assignment)
      .set({ reviewedOn: sql`max(${assignment.fromOn}, ${today})` })
      .where(isNull(assignment.reviewedOn))
      .returning({ id: assignment.id });
    record({ kind: "reviews-begun", facts: { places: begun.length } });
  },
});

/**
 * Places from before they were to be confirmed: their days count from this start of the program on, or from their own
 * beginning where that is later. Every place that is given since has its day.
 */
export async function beginReviews(now: string): Promise<void> {
  const old = await read((db) => db.select().from(assignment).where(isNull(assignment.reviewedOn)).limit(1));
  if (old.length > 0) await carryOut(begin, {}, asker(system, now, "system"), newId());
}
