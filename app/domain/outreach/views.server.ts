import { and, asc, count, eq, gt, gte, inArray, isNull, lte, notInArray, or, type SQL, sql } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Asking } from "../access/decide.server.ts";
import { danishSortKey } from "../text.ts";
import { guarded, isTakenOff, type Lead, leadsWithCase } from "./find.server.ts";
import { expiredUpTo, isAtCeiling, type LeadView, MOST_TRIES, soughtStates, townOf } from "./rules.ts";

const { outreachAttempt, outreachLead, outreachPlace } = tables;

/** Who is sought out and was tried as often as one may since somebody last talked with them or asked a meeting, by id. */
async function triedEnough(db: Db): Promise<string[]> {
  const { leadId, result, triedAt } = outreachAttempt;
  const often = db.select({ leadId }).from(outreachAttempt).groupBy(leadId).having(gte(count(), MOST_TRIES));
  const rows = await db
    .select({
      ...{ leadId, result, triedAt, state: outreachLead.state },
      raisedOn: sql<string | null>`case when ${isTakenOff(db)} then null else ${outreachLead.raisedOn} end`,
    })
    .from(outreachAttempt)
    .innerJoin(outreachLead, eq(outreachLead.id, leadId))
    .where(and(inArray(leadId, often), inArray(outreachLead.state, [...soughtStates]), isNull(outreachLead.erasedOn)));
  const tries = new Map<string, typeof rows>();
  for (const row of rows) tries.set(row.leadId, [...(tries.get(row.leadId) ?? []), row]);
  return [...tries].flatMap(([id, of]) => (of.some((lead) => isAtCeiling(lead, of)) ? [id] : []));
}

/** The rows of a view. Who wants to be left alone, whose time has run out and who has a case stand in none. */
export async function rowsOf(db: Db, view: LeadView, today: string): Promise<SQL | undefined> {
  const sought = inArray(outreachLead.state, [...soughtStates]);
  const enough = view === "day" || view === "meeting" ? await triedEnough(db) : [];
  const is: Record<LeadView, SQL | undefined> = {
    day: and(sought, notInArray(outreachLead.id, enough)),
    new: eq(outreachLead.state, "new"),
    met: inArray(outreachLead.state, ["met", "wants_help"]),
    meeting: and(sought, inArray(outreachLead.id, enough)),
    again: and(eq(outreachLead.state, "declined"), lte(outreachLead.nextAllowedOn, today)),
    done: inArray(outreachLead.state, ["not_needed", "unreachable"]),
  };
  return and(is[view], gt(outreachLead.receivedOn, expiredUpTo(today)), isNull(outreachLead.erasedOn));
}

/** Who has no case that the asker may see; what they may not see leaves nobody out. */
export async function withoutCase(db: Db, asking: Asking): Promise<SQL | undefined> {
  const cases = await leadsWithCase(db, asking);
  return cases.length > 0 ? notInArray(outreachLead.id, cases) : undefined;
}

export async function howMany(db: Db, where: SQL | undefined): Promise<number> {
  return (await db.select({ n: count() }).from(outreachLead).where(where))[0]?.n ?? 0;
}

/** How many were tried as often as one may, and no meeting was asked: as many as the list shows at first. */
export const nobodyReached = async ({ db, ...asking }: { db: Db } & Asking): Promise<number> =>
  howMany(db, and(await rowsOf(db, "meeting", asking.today), await withoutCase(db, asking)));

/** So many of a view, from one on: the day's by the place where they are, the others by name. */
export async function pageOf(
  { db, ...asking }: { db: Db } & Asking,
  view: LeadView,
  where: SQL | undefined,
  from: number,
  most: number,
): Promise<Lead[]> {
  if (view !== "day") {
    const byName = db.select().from(outreachLead).where(where).orderBy(asc(outreachLead.sortKey), asc(outreachLead.id));
    return byName.limit(most).offset(from);
  }
  const ids = (await idsByPlace(db, asking, where)).slice(from, from + most);
  const leads = await db.select().from(outreachLead).where(inArray(outreachLead.id, ids));
  return leads.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

/** The named places first, then the towns by their postal codes; who is at none comes last. */
async function idsByPlace(db: Db, asking: Asking, where: SQL | undefined): Promise<string[]> {
  const { id, address, blindIndex, nameIndex } = outreachLead;
  const rows = await db
    .select({
      ...{ id, address, blindIndex, nameIndex },
      ...{ place: outreachPlace.sortKey, protected: outreachLead.protected },
    })
    .from(outreachLead)
    .leftJoin(
      outreachPlace,
      and(
        eq(outreachPlace.id, outreachLead.placeId),
        or(isNull(outreachPlace.toOn), gt(outreachPlace.toOn, asking.today)),
      ),
    )
    .where(where)
    .orderBy(asc(outreachLead.sortKey), asc(outreachLead.id));
  const placed = (await guarded(db, asking, rows)).map(({ id, place, address }) => {
    const town = townOf(address);
    return { id, key: place !== null ? `0 ${place}` : town !== null ? `1 ${danishSortKey(town)}` : "2" };
  });
  // Those of one place stay by name.
  return placed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ id }) => id);
}
