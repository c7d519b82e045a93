import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { leadYesWays } from "#db/vocabulary.ts";
import { age } from "../ages.ts";
import { command, type Work } from "../command.server.ts";
import { allInvalid, invalid, missing } from "../errors.ts";
import { anyText, ids, input, optionalId, optionalWord, rowId, seenVersion, yesNo } from "../input.server.ts";
import { writeDown } from "../people/write-down.server.ts";
import { revise } from "../revise.server.ts";
import { basesOn } from "../sharing/register.server.ts";
import { outreachTopic } from "../topics.ts";
import { pastDay } from "../typed-day.server.ts";
import { seal, unseal } from "../vault.server.ts";
import { eraseMoved } from "./erase.server.ts";
import { casesSeen, guarded, type Lead, leadWith, looksForThem } from "./find.server.ts";
import { canBecome, couldCarryCase } from "./rules.ts";

const { dropoutAlert, outreachLead, youngPersonAddress } = tables;

/**
 * Somebody who was looked for gets a case: by their own yes, or by a basis that is chosen; never by a list alone. Who they are moves
 * there and is erased here. Whether they had a case already that the asker may not see is a coordinator's to find out.
 */
export const leadToCase = command("lead-to-case", {
  input: input({
    ...{ id: rowId, version: seenVersion, youngPersonId: optionalId },
    ...{ yesHow: optionalWord(leadYesWays), yesOn: anyText(40), legalBasisId: optionalId },
    ...{ departments: ids, guideId: optionalId, leadWorkerId: optionalId, synthetic: yesNo },
  }),
  allow: looksForThem,
  secret: true,
  async run(work) {
    const { db, input: given, actor, now, today, by, record, reload } = work;
    const { id, version, yesHow, legalBasisId } = given;
    const [lead] = await guarded(db, { actor, now, today }, [await leadWith(db, id, today)]);
    if (!lead || !canBecome(lead.standing, "case") || lead.bornOn === null) throw missing();
    if (!yesHow && !legalBasisId) throw allInvalid({ yesHow: "yes-or-basis", legalBasisId: "yes-or-basis" });
    // A yes is said to somebody's face; without one there must be a basis, and then it is that one.
    if (yesHow && lead.state !== "met" && lead.state !== "wants_help") throw invalid("yesHow", "lead-not-met");
    const basis = legalBasisId ? (await basesOn(db, today)).find(({ id }) => id === legalBasisId) : null;
    if (basis === undefined || (basis && !couldCarryCase(basis, age(lead.bornOn, today))))
      throw invalid("legalBasisId", "choose");
    // A consent is the young person's own yes: nobody else's word stands for it.
    if (basis && basis.consent !== "none" && !yesHow) throw invalid("legalBasisId", "lead-not-met");
    if ((await casesSeen(db, { actor, now, today }, [lead])).size > 0) throw invalid("yesHow", "lead-has-case");
    const yesOn = yesHow ? (given.yesOn ? pastDay("yesOn", given.yesOn, today) : today) : null;
    const { firstName, lastName, bornOn, address, phone } = lead;
    const cpr = lead.cipher ? unseal("identity_number", lead.cipher, id) : "";
    const { departments, guideId, leadWorkerId, synthetic } = given;
    const who = { id: given.youngPersonId, firstName, lastName, bornOn, cpr, phone };
    const youngPersonId = await writeDown(work, { ...who, departments, guideId, leadWorkerId, synthetic });
    if (address || lead.protected) await moveAddress(work, youngPersonId, lead);
    const yes = { yesHow, yesOn, legalBasisId };
    await revise(db, outreachLead, { id, version }, { state: "case", stateOn: today, youngPersonId, ...yes }, by);
    await moveAlerts(work, id, youngPersonId);
    await eraseMoved(db, id, today);
    const how = yesHow ?? "basis";
    record({ kind: "lead-became-case", youngPersonId, facts: { lead: id, how, basis: legalBasisId } });
    reload(outreachTopic);
    work.rights();
    return { youngPersonId };
  },
});

/** Where they live goes along; of who is protected it stays so, with nothing but that. */
async function moveAddress({ db, today }: Work<unknown>, id: string, lead: Lead) {
  const cipher = seal("address", lead.address, id);
  const row = { id, cipher, protected: lead.protected, source: "register" as const, checkedOn: today };
  await db.insert(youngPersonAddress).values(row).onConflictDoNothing();
}

/** What a school told stays with whom it is about. */
async function moveAlerts({ db, by }: Work<unknown>, leadId: string, youngPersonId: string) {
  for (const alert of await db.select().from(dropoutAlert).where(eq(dropoutAlert.leadId, leadId)))
    await revise(db, dropoutAlert, alert, { leadId: null, youngPersonId }, by);
}
