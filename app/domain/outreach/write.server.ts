import type { Db } from "#db/index.server.ts";
import { tables } from "#db/index.server.ts";
import { danishSortKey } from "../text.ts";
import { seal } from "../vault.server.ts";
import { nameIndex, numberIndex } from "./find.server.ts";

const { outreachLead } = tables;

/** The six facts, and where somebody is looked for. */
export type LeadFacts = {
  id: string;
  firstName: string;
  lastName: string;
  bornOn: string;
  /** Figures alone; empty when nobody has said. */
  cpr: string;
  address: string;
  protected: boolean;
  phone: string;
  source: string;
  status: string;
  receivedOn: string;
  placeId: string | null;
};

/** A row of so many columns; one statement takes some hundreds. */
const AT_ONCE = 400;

/** A name, with what it is sorted by and found again by. */
export const namedAs = ({ bornOn, firstName, lastName }: Pick<LeadFacts, "bornOn" | "firstName" | "lastName">) => ({
  ...{ firstName, lastName },
  sortKey: danishSortKey(`${lastName} ${firstName}`),
  nameIndex: nameIndex(bornOn, firstName, lastName),
});

/** A number, encrypted for its row, with what it is found again by. */
export const numberedAs = ({ id, cpr }: Pick<LeadFacts, "id" | "cpr">) => ({
  cipher: cpr ? seal("identity_number", cpr, id) : null,
  blindIndex: cpr ? numberIndex(cpr) : null,
});

const rowOf = ({ cpr, ...facts }: LeadFacts, today: string): typeof outreachLead.$inferInsert => ({
  ...facts,
  ...namedAs(facts),
  ...numberedAs({ ...facts, cpr }),
  // Where somebody lives whose address is protected is not kept.
  address: facts.protected ? "" : facts.address,
  stateOn: today,
});

/** Writes down who is to be looked for. */
export async function insertLeads(db: Db, leads: readonly LeadFacts[], today: string): Promise<void> {
  for (let from = 0; from < leads.length; from += AT_ONCE)
    await db.insert(outreachLead).values(leads.slice(from, from + AT_ONCE).map((one) => rowOf(one, today)));
}
