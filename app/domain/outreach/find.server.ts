import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, asked, mayAsStaff, type Verdict } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import type { At } from "../command.server.ts";
import { missing } from "../errors.ts";
import { holdersOf } from "../people/find.server.ts";
import { foldedName } from "../people/rules.ts";
import { blindIndexOf } from "../vault.server.ts";
import { isOpen, type Standing, standingOf } from "./rules.ts";

const {
  agendaItem,
  identityNumber,
  outreachAttempt,
  outreachLead,
  outreachPlace,
  possibleDuplicate,
  youngPerson,
  youngPersonAddress,
} = tables;

export type Lead = typeof outreachLead.$inferSelect;

/** Whoever looks for young people. */
export const looksForThem = ({ db, actor, now, today }: Omit<At<unknown>, "input">): Promise<Verdict> =>
  mayAsStaff(db, { actor, now, today }, "outreach:work");

/** Those who look for young people, by id. */
export async function outreachWorkers(db: Db, today: string): Promise<string[]> {
  return [...new Set([...(await holdersOf(db, "youth_guide", today)), ...(await holdersOf(db, "coordinator", today))])];
}

/** The question to a meeting was taken off its agenda: nobody was asked, unless it is put back. */
export const isTakenOff = (db: Db): SQL =>
  exists(
    db
      .select({ id: agendaItem.id })
      .from(agendaItem)
      .where(and(eq(agendaItem.id, outreachLead.raisedItemId), isNotNull(agendaItem.removedAt))),
  );

/** @throws Declined `missing` when nobody of that id is looked for, or no longer. */
export async function leadWith(db: Db, id: string, today: string): Promise<Lead & { standing: Standing }> {
  const [found] = await db
    .select({ lead: outreachLead, takenOff: sql<number>`${isTakenOff(db)}` })
    .from(outreachLead)
    .where(eq(outreachLead.id, id));
  if (!found) throw missing();
  const { lead, takenOff } = found;
  return { ...lead, raisedOn: takenOff ? null : lead.raisedOn, standing: standingOf(lead, today) };
}

/** The same of somebody who can still be looked for. @throws Declined `missing` */
export async function openLead(db: Db, id: string, today: string) {
  const lead = await leadWith(db, id, today);
  if (!isOpen(lead.standing)) throw missing();
  return lead;
}

export const triesOf = (db: Db, leadIds: readonly string[]) =>
  db
    .select()
    .from(outreachAttempt)
    .where(inArray(outreachAttempt.leadId, [...leadIds]))
    .orderBy(asc(outreachAttempt.triedAt), asc(outreachAttempt.id));

/** The places that stand that day, by name. */
export const placesOn = (db: Db, today: string) =>
  db
    .select()
    .from(outreachPlace)
    .where(or(isNull(outreachPlace.toOn), gt(outreachPlace.toOn, today)))
    .orderBy(asc(outreachPlace.sortKey));

/** Of whom a line or a form speaks, as keyed hashes: no name is needed to know somebody again. */
export const numberIndex = (digits: string): string => blindIndexOf("identity_number", digits);
export const nameIndex = (bornOn: string, firstName: string, lastName: string): string =>
  blindIndexOf("outreach_name", `${bornOn} ${foldedName(firstName, lastName)}`);

type Somebody = Pick<Lead, "id" | "blindIndex" | "nameIndex">;

/** A number that was typed for one and stands with another who had it: both are known again by it. */
const othersNumber = alias(identityNumber, "others_number");

/**
 * Which young person each of these is: by the number, or by birth and name where one of the two has none. Of a case that `who` leaves
 * out there is nothing here: such a lead looks like any other.
 * @param among a young person who is born on the same day as one of these leads, or has the number of one
 */
async function peopleOf(
  db: Db,
  asking: Asking,
  leads: readonly Somebody[],
  among: SQL | undefined,
  who: SQL | undefined,
): Promise<Map<string, string>> {
  const people = await db
    .select({
      ...{ id: youngPerson.id, firstName: youngPerson.firstName, lastName: youngPerson.lastName },
      bornOn: youngPerson.bornOn,
      number: sql<string | null>`coalesce(${identityNumber.blindIndex}, ${othersNumber.blindIndex})`,
    })
    .from(youngPerson)
    .leftJoin(identityNumber, eq(identityNumber.youngPersonId, youngPerson.id))
    .leftJoin(
      possibleDuplicate,
      and(eq(possibleDuplicate.youngPersonId, youngPerson.id), eq(possibleDuplicate.foundBy, "number")),
    )
    .leftJoin(othersNumber, eq(othersNumber.youngPersonId, possibleDuplicate.existingId))
    .where(and(among, who))
    .prepare()
    .execute(asked(asking));
  const byNumber = new Map(people.flatMap(({ id, number }) => (number ? [[number, id]] : [])));
  const named = people.map((one) => ({ ...one, name: nameIndex(one.bornOn, one.firstName, one.lastName) }));
  const byName = new Map(named.map(({ id, name }) => [name, id]));
  const unnumbered = new Map(named.flatMap(({ id, name, number }) => (number ? [] : [[name, id]])));
  return new Map(
    leads.flatMap(({ id, blindIndex, nameIndex: name }) => {
      const known = (blindIndex && byNumber.get(blindIndex)) || (blindIndex ? unnumbered : byName).get(name ?? "");
      return known ? [[id, known] as [string, string]] : [];
    }),
  );
}

type Born = Somebody & Pick<Lead, "bornOn">;

function amongThe(leads: readonly Born[]) {
  const births = [...new Set(leads.flatMap(({ bornOn }) => (bornOn === null ? [] : [bornOn])))];
  const numbers = leads.flatMap(({ blindIndex }) => (blindIndex === null ? [] : [blindIndex]));
  return or(inArray(youngPerson.bornOn, births), inArray(identityNumber.blindIndex, numbers));
}

/** Of some leads, by id: their case, where the asker may see one. */
export const casesSeen = (db: Db, asking: Asking, leads: readonly Born[]) =>
  peopleOf(db, asking, leads, amongThe(leads), scope("person:see"));

/**
 * The same leads, but where one lives whose address is protected in a case is told of nobody, whatever list it came from, and whoever
 * may see the case: such a lead looks as if its own list had said so.
 */
export async function guarded<L extends Somebody & Pick<Lead, "address" | "protected">>(
  db: Db,
  asking: Asking,
  leads: readonly L[],
): Promise<L[]> {
  const isProtected = exists(
    db
      .select({ id: youngPersonAddress.id })
      .from(youngPersonAddress)
      .where(and(eq(youngPersonAddress.id, youngPerson.id), eq(youngPersonAddress.protected, true))),
  );
  // They are few: nothing else narrows them.
  const known = await peopleOf(db, asking, leads, undefined, isProtected);
  return leads.map((lead) => (known.has(lead.id) ? { ...lead, address: "", protected: true } : lead));
}

/** The ids of all leads who have a case that the asker may see. */
export async function leadsWithCase(db: Db, asking: Asking): Promise<string[]> {
  const { id, blindIndex, nameIndex: name, bornOn } = outreachLead;
  const isKept = isNull(outreachLead.erasedOn);
  const leads = await db.select({ id, blindIndex, nameIndex: name }).from(outreachLead).where(isKept);
  const among = or(
    inArray(youngPerson.bornOn, db.select({ bornOn }).from(outreachLead).where(isKept)),
    inArray(identityNumber.blindIndex, db.select({ blindIndex }).from(outreachLead).where(isKept)),
  );
  return [...(await peopleOf(db, asking, leads, among, scope("person:see"))).keys()];
}
