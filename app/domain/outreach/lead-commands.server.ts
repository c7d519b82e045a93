import { eq, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { mustBeListed } from "../codes/queries.server.ts";
import { command, type Work } from "../command.server.ts";
import { invalid, invalidCase, missing, refusedBecause } from "../errors.ts";
import {
  anyText,
  input,
  listed,
  listedOrNone,
  optionalId,
  rowId,
  seenVersion,
  someText,
  withoutCpr,
  yesNo,
} from "../input.server.ts";
import { isNameOf } from "../names.ts";
import { readCpr } from "../people/cpr.ts";
import { forgetFormer, revise } from "../revise.server.ts";
import { outreachTopic } from "../topics.ts";
import { pastDay, typedDay } from "../typed-day.server.ts";
import { forgetExpired } from "./erase.server.ts";
import {
  casesSeen,
  leadWith,
  looksForThem,
  nameIndex,
  numberIndex,
  openLead,
  outreachWorkers,
  placesOn,
} from "./find.server.ts";
import { canBecome, couldBeSought, expiresOn, isCprAsPhone, isInList, isPhone, standingOf } from "./rules.ts";
import { insertLeads } from "./write.server.ts";

const { outreachLead } = tables;

const name = someText(60).refine((text) => isNameOf("person", text), "person-name");
/** Where somebody lives, how they are called by telephone, what was last known: nothing that can be told of them beside. */
const facts = {
  address: withoutCpr(anyText(120)),
  protected: yesNo,
  phone: anyText(20)
    .refine((text) => !isCprAsPhone(text), "has-cpr")
    .refine(isPhone, "phone"),
  status: listedOrNone,
  placeId: optionalId,
};
const seen = { id: rowId, version: seenVersion };

async function checkFacts(
  { db, today }: Work<unknown>,
  { status, placeId }: { status: string; placeId: string | null },
) {
  if (status) await mustBeListed(db, "outreach_status", "status", status, today);
  if (placeId && !(await placesOn(db, today)).some(({ id }) => id === placeId)) throw invalid("placeId", "choose");
}

/** Birth as it was typed, or as the number says it. @throws Declined `invalid` at the field */
export function bornAs({ cpr, bornOn }: { cpr: string; bornOn: string }, today: string) {
  const number = readCpr(cpr);
  if ("problem" in number && number.problem !== "empty") throw invalid("cpr", "cpr");
  const digits = "digits" in number ? number.digits : "";
  const day = bornOn ? typedDay("bornOn", bornOn, today, true) : "digits" in number ? number.bornOn : "";
  if (!day) throw invalid("bornOn", "cpr-or-birth");
  if ("digits" in number && number.bornOn !== day) throw invalid("cpr", "other-birth-date");
  if (!couldBeSought(day, today)) throw invalid(bornOn ? "bornOn" : "cpr", "not-sought-age");
  return { bornOn: day, digits };
}

/**
 * Writes down somebody who is to be looked for. Whoever has a case that the asker may see is named there; a case that they may not
 * see changes nothing here.
 */
export const addLead = command("add-lead", {
  input: input({
    id: optionalId,
    ...{ firstName: name, lastName: name, bornOn: anyText(40), cpr: anyText(40), ...facts },
    ...{ source: listed, receivedOn: anyText(40) },
  }),
  allow: looksForThem,
  secret: true,
  async run(work) {
    const { db, input: given, actor, now, today, newId, record, reload } = work;
    const { bornOn, digits } = bornAs(given, today);
    await mustBeListed(db, "outreach_source", "source", given.source, today);
    await checkFacts(work, given);
    const receivedOn = given.receivedOn ? pastDay("receivedOn", given.receivedOn, today) : today;
    if (expiresOn(receivedOn) <= today) throw invalid("receivedOn", "too-old-fact");
    const id = given.id ?? newId();
    await forgetExpired(work);
    const index = nameIndex(bornOn, given.firstName, given.lastName);
    const number = digits ? numberIndex(digits) : null;
    const about = {
      id,
      firstName: given.firstName,
      lastName: given.lastName,
      bornOn,
      blindIndex: number,
      nameIndex: index,
    };
    const caseOf = (await casesSeen(db, { actor, now, today }, [about])).get(id);
    if (caseOf) throw invalidCase("firstName", "lead-has-case", caseOf);
    const same = or(
      eq(outreachLead.id, id),
      eq(outreachLead.nameIndex, index),
      ...(number ? [eq(outreachLead.blindIndex, number)] : []),
    );
    const [stands] = await db.select().from(outreachLead).where(same);
    if (stands?.id === id) throw missing();
    if (stands && standingOf(stands, today) === "left_alone") throw invalid("firstName", "lead-left-alone");
    if (stands) throw invalid("firstName", "lead-stands", isInList(stands, today) ? stands.id : undefined);
    const { firstName, lastName, address, phone, status, placeId, source } = given;
    const lead = {
      ...about,
      cpr: digits,
      address,
      protected: given.protected,
      phone,
      source,
      status,
      receivedOn,
      placeId,
    };
    await insertLeads(db, [lead], today);
    record({ kind: "lead-added", facts: { lead: id, source } });
    reload(outreachTopic);
    return { id, name: `${firstName} ${lastName}` };
  },
});

/** The facts stand otherwise: where they live, the telephone, what was last known, where they are looked for. */
export const changeLead = command("change-lead", {
  input: input({ ...seen, ...facts }),
  allow: looksForThem,
  secret: true,
  async run(work) {
    const { db, input: given, today, by, record, reload } = work;
    const { id, version, phone, status, placeId } = given;
    const lead = await openLead(db, id, today);
    await checkFacts(work, given);
    const address = given.protected ? "" : given.address;
    const set = { address, protected: given.protected, phone, status, placeId };
    await revise(db, outreachLead, { id, version }, set, by);
    if (given.protected && !lead.protected) await forgetFormer(db, outreachLead, [id]);
    record({ kind: "lead-changed", facts: { lead: id } });
    reload(outreachTopic);
  },
});

/** Somebody has looked: lives here, is of the age, is not in job or education. Only then is anybody sought out. */
export const checkLead = command("check-lead", {
  input: input(seen),
  allow: looksForThem,
  async run({ db, input: { id, version }, now, today, by, record, reload }) {
    const lead = await leadWith(db, id, today);
    if (!canBecome(lead.standing, "verified") || lead.bornOn === null) throw refusedBecause("lead-moved-on");
    if (!couldBeSought(lead.bornOn, today)) throw invalid("id", "not-sought-age");
    const set = { state: "verified" as const, stateOn: today, checkedAt: now, nextAllowedOn: null };
    await revise(db, outreachLead, { id, version }, set, by);
    record({ kind: "lead-checked", facts: { lead: id } });
    reload(outreachTopic);
  },
});

/** Somebody takes it on to look for them, or gives it back. */
export const giveLead = command("give-lead", {
  input: input({ ...seen, staffId: optionalId }),
  allow: looksForThem,
  async run({ db, input: { id, version, staffId }, today, by, record, reload }) {
    await openLead(db, id, today);
    if (staffId && !(await outreachWorkers(db, today)).includes(staffId)) throw invalid("staffId", "choose");
    await revise(db, outreachLead, { id, version }, { assignedToId: staffId }, by);
    record({ kind: "lead-given", facts: { lead: id, staff: staffId } });
    reload(outreachTopic);
  },
});
