import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { addressSources } from "#db/vocabulary.ts";
import { may } from "../access/decide.server.ts";
import { staffIdOf } from "../actor.ts";
import { type At, command, type Work } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import { anyText, input, rowId, seenVersion, someText, versionOrNone, word, yesNo } from "../input.server.ts";
import { meetingsAbout } from "../meetings/find.server.ts";
import { placeKeptFrom } from "../meetings/touch.server.ts";
import { revise } from "../revise.server.ts";
import { staffTopic } from "../topics.ts";
import { typedDayOrNone } from "../typed-day.server.ts";
import { seal, unseal } from "../vault.server.ts";

const { reasonGiven, youngPersonAddress } = tables;

const mayKnow = ({ db, actor, now, today, input: { id } }: At<{ id: string }>) =>
  may(db, { actor, now, today }, "person:address", id);

const rowOf = async (db: Db, id: string) =>
  (await db.select().from(youngPersonAddress).where(eq(youngPersonAddress.id, id)))[0];

/**
 * Those from whom the places of the young person's meetings are kept, and who leads these and must tell them, load them anew: asked
 * while it stands that somebody may be looking.
 */
async function tellThoseKeptOut(work: Work<unknown>, youngPersonId: string) {
  for (const at of await meetingsAbout(work.db, youngPersonId))
    work.reload(...(await placeKeptFrom(work, at)), ...[at.chairId, at.minuteTakerId].map(staffTopic));
}

/** Writes down where a young person lives, by those who may read it there. A high risk is always protected. */
export const writeAddress = command("write-address", {
  input: input({
    id: rowId,
    version: versionOrNone,
    address: someText(300),
    protected: yesNo,
    protectedUntil: anyText(40),
    highRisk: yesNo,
    source: word(addressSources),
  }),
  allow: mayKnow,
  secret: true,
  async run(work) {
    const { db, input: given, today, by, record, rights } = work;
    const { id, version, address, highRisk, source } = given;
    const isProtected = given.protected || highRisk;
    const until = typedDayOrNone("protectedUntil", given.protectedUntil, today);
    const stands = await rowOf(db, id);
    // What is protected is not opened by writing it anew: that somebody confirms by itself.
    if (stands?.protected && !isProtected) throw invalid("protected", "still-protected");
    const facts = { protected: isProtected, protectedUntil: isProtected ? until : null, highRisk, source };
    if (stands?.highRisk && !highRisk) await tellThoseKeptOut(work, id);
    const set = { ...facts, cipher: seal("address", address, id), checkedOn: today };
    if (stands) await revise(db, youngPersonAddress, { id, version }, set, by);
    else await db.insert(youngPersonAddress).values({ id, ...set });
    record({ kind: "address-written", youngPersonId: id });
    rights();
    if (highRisk && !stands?.highRisk) await tellThoseKeptOut(work, id);
  },
});

/** Shows a protected address to one who may know it, who says why. */
export const readAddress = command("read-address", {
  input: input({ id: rowId, reason: someText(500) }),
  allow: mayKnow,
  fresh: true,
  secret: true,
  async run({ db, input: { id, reason }, actor, now, newId, record }) {
    const stands = await rowOf(db, id);
    if (!stands) throw missing();
    const staffId = staffIdOf(actor);
    await db.insert(reasonGiven).values({ id: newId(), staffId, opened: "address", rowId: id, words: reason, at: now });
    record({ kind: "address-read", youngPersonId: id });
    return { id, address: unseal("address", stands.cipher, id) };
  },
});

/** The protection is over, and somebody has looked: until then it stands, whatever day it was to last. */
export const confirmLapse = command("confirm-lapse", {
  input: input({ id: rowId, version: seenVersion, source: word(addressSources) }),
  allow: mayKnow,
  fresh: true,
  async run(work) {
    const { db, today, by, record, rights } = work;
    const { id, version, source } = work.input;
    const stands = await rowOf(db, id);
    if (!stands?.protected) throw missing();
    if (stands.protectedUntil === null || stands.protectedUntil > today) throw invalid("id", "still-protected");
    if (stands.highRisk) await tellThoseKeptOut(work, id);
    const set = { protected: false, highRisk: false, protectedUntil: null, source, checkedOn: today };
    await revise(db, youngPersonAddress, { id, version }, set, by);
    record({ kind: "address-protection-lapsed", youngPersonId: id, facts: { source } });
    rights();
  },
});
