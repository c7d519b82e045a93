import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { consentForms, consentKinds } from "#db/vocabulary.ts";
import { may, type Verdict } from "../access/decide.server.ts";
import type { What } from "../access/rules.server.ts";
import { codesOn } from "../codes/queries.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { addMonths } from "../days.ts";
import { invalid, missing } from "../errors.ts";
import {
  anyText,
  ids,
  input,
  listed,
  listOf,
  optionalId,
  rowId,
  someText,
  versionOrNone,
  withoutCpr,
  word,
} from "../input.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { departmentWith } from "../staff/find.server.ts";
import { pastDayOrNone, typedDayOrNone } from "../typed-day.server.ts";
import { tellConcerned } from "./concerned.server.ts";
import { MONTHS, YOUNG_PERSON } from "./consent-rules.ts";
import { askedFor, consentsOf, type KnownConsent, personOf } from "./consents.server.ts";
import { consentEnds } from "./rules.ts";

const { consent, consentArea, consentGiver, consentRecipient } = tables;

/** A giver as a form names them. */
export const giver = listOf(listed.or(rowId));

/** The consent of that id as it stands now. @throws Declined `missing` when there is none */
async function standing(db: Db, id: string, now: string): Promise<KnownConsent> {
  const [row] = await db.select().from(consent).where(eq(consent.id, id));
  const known = row && (await consentsOf(db, [row.youngPersonId], now)).find((one) => one.row.id === id);
  if (!known) throw missing();
  return known;
}

/** By the right over the young person whose consent it is. */
const mayOf =
  (what: What) =>
  async ({ db, actor, now, today, input: { id } }: At<{ id: string }>): Promise<Verdict> => {
    const [row] = await db.select().from(consent).where(eq(consent.id, id));
    return row ? may(db, { actor, now, today }, what, row.youngPersonId) : { no: "missing" };
  };

const shape = {
  kind: word(consentKinds),
  recipients: ids,
  areas: listOf(listed),
  purpose: withoutCpr(someText(300)),
  form: word(consentForms),
  expiresOn: anyText(40),
};

/**
 * Writes down what somebody is to say yes to: who may know, about what, and why. Nobody has said it yet, so it opens nothing;
 * until the first yes it can be written anew.
 */
export const prepareConsent = command("prepare-consent", {
  input: input({ id: optionalId, version: versionOrNone, youngPersonId: rowId, ...shape }),
  allow: ({ db, actor, now, today, input: { youngPersonId } }) =>
    may(db, { actor, now, today }, "consent:take", youngPersonId),
  async run(work) {
    const { db, input, actor, now, today, newId, by, record } = work;
    const { youngPersonId, kind, purpose, form, recipients, areas } = input;
    const expiresOn = typedDayOrNone("expiresOn", input.expiresOn, today) ?? addMonths(today, MONTHS);
    if (expiresOn <= today) throw invalid("expiresOn", "gone");
    const { bornOn } = await personOf(db, youngPersonId);
    const asked = await askedFor(db, { youngPersonId, bornOn, kind, day: today });
    if (asked === null) throw invalid("kind", "no-giver");
    await chosen(work, recipients, areas);
    const endsAt = consentEnds({ kind, givenOn: today, expiresOn, bornOn, byYoungPerson: asked.includes(null) });
    const set = { kind, purpose, form, givenOn: today, expiresOn, endsAt };
    const id = input.id ?? newId();
    if (input.version > 0) {
      const { row, said, state } = await standing(db, id, now);
      if (row.youngPersonId !== youngPersonId || said.length > 0 || state !== "waiting") throw missing();
      await revise(db, consent, { id, version: input.version }, set, by);
      await db.delete(consentRecipient).where(eq(consentRecipient.consentId, id));
      await db.delete(consentArea).where(eq(consentArea.consentId, id));
    } else {
      const takenById = actor.kind === "staff" ? actor.id : "";
      const values = { id, youngPersonId, takenById, ...set };
      await insertOnce(db, consent, values);
    }
    await db
      .insert(consentRecipient)
      .values([...new Set(recipients)].map((departmentId) => ({ consentId: id, departmentId })));
    await db.insert(consentArea).values([...new Set(areas)].map((area) => ({ consentId: id, area })));
    record({ kind: "consent-prepared", youngPersonId, facts: { consent: id, kind, form } });
    return { id, youngPersonId };
  },
});

/** Both lists hold something that can be chosen today. */
async function chosen({ db, today }: Work<unknown>, recipients: string[], areas: string[]): Promise<void> {
  if (recipients.length === 0) throw invalid("recipients", "choose-some");
  if (areas.length === 0) throw invalid("areas", "choose-some");
  for (const id of recipients) await departmentWith(db, id, today);
  const known = new Set((await codesOn(db, "life_area", today)).map(({ code }) => code));
  if (areas.some((area) => !known.has(area))) throw invalid("areas", "choose-some");
}

/** Somebody says yes to what was read to them. It holds once all who must have. */
export const takeConsent = command("take-consent", {
  input: input({ id: rowId, version: versionOrNone, givers: giver, saidOn: anyText(40) }),
  allow: mayOf("consent:take"),
  async run(work) {
    const { db, input, now, today, newId, by, record, rights } = work;
    const { row, said, state } = await standing(db, input.id, now);
    const { youngPersonId, kind, expiresOn } = row;
    if (state !== "waiting") throw missing();
    const saidOn = pastDayOrNone("saidOn", input.saidOn, today) ?? today;
    if (saidOn < row.givenOn) throw invalid("saidOn", "before-asked");
    const yeses = [...new Set(input.givers)].map((one) => (one === YOUNG_PERSON ? null : one));
    if (yeses.length === 0) throw invalid("givers", "choose-some");
    const { bornOn } = await personOf(db, youngPersonId);
    const givenOn = said.length > 0 ? row.givenOn : saidOn;
    const asked = await askedFor(db, { youngPersonId, bornOn, kind, day: givenOn });
    const already = said.map(({ giver }) => giver);
    if (yeses.some((one) => !asked?.includes(one) || already.includes(one))) throw invalid("givers", "not-asked");
    const byYoungPerson = [...already, ...yeses].includes(null);
    const endsAt = consentEnds({ kind, givenOn, expiresOn, bornOn, byYoungPerson });
    await revise(db, consent, input, { givenOn, endsAt }, by);
    for (const networkPersonId of yeses) {
      await db.insert(consentGiver).values({ id: newId(), consentId: input.id, networkPersonId, saidOn });
      const facts = { consent: input.id, kind, by: networkPersonId ?? YOUNG_PERSON };
      record({ kind: "consent-given", youngPersonId, facts });
    }
    rights();
    await tellConcerned(work, youngPersonId);
    return { id: input.id, youngPersonId };
  },
});

/** One of those who gave it takes it back, or one who was asked says no: it ends this moment. What was said before stays where it is. */
export const withdrawConsent = command("withdraw-consent", {
  input: input({ id: rowId, version: versionOrNone, by: listed.or(rowId) }),
  allow: mayOf("consent:withdraw"),
  async run(work) {
    const { db, input, actor, now, by, record, rights } = work;
    const { row, said, missing: asked, state } = await standing(db, input.id, now);
    if (state !== "in_force" && state !== "waiting") throw missing();
    const withdrawnByNetworkId = input.by === YOUNG_PERSON ? null : input.by;
    const could = [...said.map(({ giver }) => giver), ...(asked ?? [])];
    if (!could.includes(withdrawnByNetworkId)) throw invalid("by", "choose");
    const withdrawnById = actor.kind === "staff" ? actor.id : null;
    await revise(db, consent, input, { withdrawnAt: now, withdrawnById, withdrawnByNetworkId }, by);
    const facts = { consent: input.id, kind: row.kind, by: input.by };
    record({ kind: "consent-withdrawn", youngPersonId: row.youngPersonId, facts });
    rights();
    await tellConcerned(work, row.youngPersonId);
  },
});

/** A consent goes onto paper. */
export const noteConsentPrint = command("note-consent-print", {
  input: input({ id: rowId }),
  allow: mayOf("consent:take"),
  async run({ db, input: { id }, now, record }) {
    const { youngPersonId } = (await standing(db, id, now)).row;
    record({ kind: "printed", youngPersonId, facts: { paper: "consent", consent: id } });
  },
});
