import { and, asc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, asked, mayAsStaff, type Verdict } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import type { At } from "../command.server.ts";
import { missing } from "../errors.ts";
import { holdersOf } from "../people/find.server.ts";
import { foldedName } from "../people/rules.ts";
import { blindIndexOf } from "../vault.server.ts";
import { isOpen, type Standing, standingOf } from "./rules.ts";

const { identityNumber, outreachAttempt, outreachLead, outreachPlace, youngPerson } = tables;

export type Lead = typeof outreachLead.$inferSelect;

/** Whoever looks for young people. */
export const looksForThem = ({ db, actor, now, today }: Omit<At<unknown>, "input">): Promise<Verdict> =>
  mayAsStaff(db, { actor, now, today }, "outreach:work");

/** Those who look for young people, by id. */
export async function outreachWorkers(db: Db, today: string): Promise<string[]> {
  return [...new Set([...(await holdersOf(db, "youth_guide", today)), ...(await holdersOf(db, "coordinator", today))])];
}

/** @throws Declined `missing` when nobody of that id is looked for, or no longer. */
export async function leadWith(db: Db, id: string, today: string): Promise<Lead & { standing: Standing }> {
  const [lead] = await db.select().from(outreachLead).where(eq(outreachLead.id, id));
  if (!lead) throw missing();
  return { ...lead, standing: standingOf(lead, today) };
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

type Somebody = Pick<Lead, "id" | "firstName" | "lastName" | "bornOn" | "blindIndex">;

/**
 * Who of these has a case that the asker may see, by the number or by birth and name. Of a case that they may not see there is
 * nothing here: such a lead looks like any other.
 */
export async function casesSeen(db: Db, asking: Asking, leads: readonly Somebody[]): Promise<Map<string, string>> {
  const births = leads.flatMap(({ bornOn }) => (bornOn === null ? [] : [bornOn]));
  const numbers = leads.flatMap(({ blindIndex }) => (blindIndex === null ? [] : [blindIndex]));
  if (births.length === 0) return new Map();
  const people = await db
    .select({
      ...{ id: youngPerson.id, firstName: youngPerson.firstName, lastName: youngPerson.lastName },
      ...{ bornOn: youngPerson.bornOn, blindIndex: identityNumber.blindIndex },
    })
    .from(youngPerson)
    .leftJoin(identityNumber, eq(identityNumber.youngPersonId, youngPerson.id))
    .where(
      and(or(inArray(youngPerson.bornOn, births), inArray(identityNumber.blindIndex, numbers)), scope("person:see")),
    )
    .prepare()
    .execute(asked(asking));
  const nameOf = (one: { bornOn: string | null; firstName: string; lastName: string }) =>
    `${one.bornOn} ${foldedName(one.firstName, one.lastName)}`;
  const byNumber = new Map(people.flatMap((one) => (one.blindIndex ? [[one.blindIndex, one.id]] : [])));
  const byName = new Map(people.map((one) => [nameOf(one), one.id]));
  return new Map(
    leads.flatMap((lead) => {
      const known = (lead.blindIndex && byNumber.get(lead.blindIndex)) || byName.get(nameOf(lead));
      return known ? [[lead.id, known] as [string, string]] : [];
    }),
  );
}
