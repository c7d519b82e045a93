import { and, between, inArray, min, type SQL } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { asked, mayAsStaff } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { turns } from "../ages.ts";
import { addMonths } from "../calendar.ts";
import type { Look } from "../query.server.ts";
import { type Share, sharesByHalf, suppressed, wasClarified } from "./rules.ts";
import { clarifiedFrom } from "./threshold.server.ts";

const { assignment, clarification, involvedDepartment, youngPerson } = tables;

/** The share that was clarified at 18, by the half-year of birth; null where the asker has no right to it. */
export type Shares = {
  /** Of those whom the asker may open. */
  own: Share[] | null;
  /** Of all, for those who see figures without persons: small numbers are kept back. */
  all: Share[] | null;
};

const YEARS_BACK = 3;

export async function sharesFor(look: Look<unknown>, { works }: { works: boolean }): Promise<Shares> {
  const seesFigures = "by" in (await mayAsStaff(look.db, look, "figures:see"));
  return {
    own: works ? sharesByHalf(await turned18(look, scope("person:open"))) : null,
    all: seesFigures ? suppressed(sharesByHalf(await turned18(look))) : null,
  };
}

/** Who has turned 18 in the half-years of the last three years, of those whom the forum knew by then, and whether they were clarified. */
async function turned18(look: Look<unknown>, seen?: SQL) {
  const { db, today } = look;
  // From the first day of a half-year on: a share of a part of one would be another.
  const since = halfBegins(addMonths(today, -12 * (18 + YEARS_BACK)));
  const people = await db
    .select({ id: youngPerson.id, bornOn: youngPerson.bornOn })
    .from(youngPerson)
    .where(and(between(youngPerson.bornOn, since, addMonths(today, -12 * 18)), seen))
    .prepare()
    .execute(asked(look));
  const past = people.filter(({ bornOn }) => turns(bornOn, 18) <= today);
  const ids = past.map(({ id }) => id);
  const graded = await db.select().from(clarification).where(inArray(clarification.youngPersonId, ids));
  const ofPerson = new Map<string, typeof graded>();
  for (const row of graded) ofPerson.set(row.youngPersonId, [...(ofPerson.get(row.youngPersonId) ?? []), row]);
  const known = await knownSince(db, ids);
  const from = await clarifiedFrom(db);
  return past.flatMap(({ id, bornOn }) => {
    const rows = ofPerson.get(id) ?? [];
    const since = [known.get(id), ...rows.map(({ standsOn }) => standsOn)].filter((day) => day !== undefined);
    const wasKnown = since.some((day) => day <= turns(bornOn, 18));
    return wasKnown ? [{ bornOn, clarified: wasClarified(rows, bornOn, from) }] : [];
  });
}

/** The first day on which somebody went with each, or a department had to do with them. */
async function knownSince(db: Db, ids: string[]): Promise<Map<string, string>> {
  const first = new Map<string, string>();
  for (const table of [assignment, involvedDepartment]) {
    const rows = await db
      .select({ id: table.youngPersonId, day: min(table.fromOn) })
      .from(table)
      .where(inArray(table.youngPersonId, ids))
      .groupBy(table.youngPersonId);
    for (const { id, day } of rows) if (day !== null && day < (first.get(id) ?? "9")) first.set(id, day);
  }
  return first;
}

const halfBegins = (day: string) => `${day.slice(0, 4)}-${day.slice(5, 7) <= "06" ? "01" : "07"}-01`;
