import { and, eq, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { basisGaps } from "#db/vocabulary.ts";
import { may, type Verdict } from "../access/decide.server.ts";
import { command, type Work } from "../command.server.ts";
import { allInvalid, invalid, missing } from "../errors.ts";
import { input, listed, listOf, rowId, word } from "../input.server.ts";
import { type Item, itemWith, meetingWith } from "../meetings/find.server.ts";
import { isHere } from "../participants/rules.ts";
import { revise } from "../revise.server.ts";
import { touchRoom } from "../screen/touch.server.ts";
import { staffTopic } from "../topics.ts";
import { usesOf } from "./bases.server.ts";
import { putBasis } from "./commands.server.ts";
import { giver, prepareConsent, takeConsent } from "./consent-commands.server.ts";
import { BASIS_OF } from "./consent-rules.ts";
import { consentsInForce, personOf } from "./consents.server.ts";
import { mayHear } from "./invited.server.ts";
import { basesOn } from "./register.server.ts";
import { hindranceTo } from "./rules.ts";

const { department, participant } = tables;

type About = Item & { youngPersonId: string };
type Oral = { givers: string[]; areas: string[] };

/**
 * Says what was done about somebody who sits in an item without a basis: they left, a consent was given there and then, or the item
 * is taken without a name. The roll call stays as it was said.
 */
export const settleBasisGap = command("settle-basis-gap", {
  input: input({ participantId: rowId, how: word(basisGaps), givers: giver, areas: listOf(listed) }),
  async allow({ db, actor, now, today, input: { participantId } }): Promise<Verdict> {
    const seat = await seatWith(db, participantId);
    return seat ? may(db, { actor, now, today }, "item:run", seat.itemId) : { no: "missing" };
  },
  async run(work) {
    const { db, input, now, by, record, reload } = work;
    const { participantId, how } = input;
    const seat = await seatWith(db, participantId);
    const departmentId = seat?.departmentId;
    if (!seat?.staffId || !departmentId || !isHere(seat)) throw missing();
    const item = await itemWith(db, seat.itemId);
    const { id: itemId, meetingId, youngPersonId } = item;
    if (!youngPersonId || (await mayHear(db, itemId, departmentId, now))) throw missing();
    if (how === "oral_consent") await agreedInTheRoom(work, { ...item, youngPersonId }, departmentId);
    await revise(db, participant, seat, { basisGap: how, basisGapAt: now, basisGapById: by.staffId }, by);
    record({
      kind: "basis-gap-settled",
      ...{ itemId, meetingId, youngPersonId },
      facts: { participant: participantId, departmentId, how },
    });
    const { chairId, minuteTakerId } = await meetingWith(db, meetingId);
    reload(staffTopic(chairId), staffTopic(minuteTakerId));
    await touchRoom(work, meetingId);
  },
});

async function seatWith(db: Db, id: string) {
  const [row] = await db
    .select()
    .from(participant)
    .where(and(eq(participant.id, id), isNull(participant.removedAt)));
  return row;
}

/** Those who must say yes have just said it to whoever writes it down: the consent is made, and the basis that leans on it holds. */
async function agreedInTheRoom(work: Work<Oral>, item: About, departmentId: string): Promise<void> {
  const { db, now, today, input } = work;
  const { youngPersonId, question } = item;
  const empty = (["givers", "areas"] as const).filter((list) => input[list].length === 0);
  if (empty.length > 0) throw allInvalid(Object.fromEntries(empty.map((list) => [list, "choose-some"])));
  const prepared = await prepareConsent.run({
    ...work,
    input: {
      ...{ id: null, version: 0, youngPersonId },
      ...{ kind: "exchange", purpose: question, form: "oral", expiresOn: "" },
      ...{ recipients: [departmentId], areas: input.areas },
    },
  });
  await takeConsent.run({ ...work, input: { id: prepared.id, version: 1, givers: input.givers, saidOn: "" } });
  const consent = (await consentsInForce(db, youngPersonId, now)).find(({ id }) => id === prepared.id);
  if (!consent) throw invalid("givers", "all-must");
  const basis = (await basesOn(db, today)).find(({ code }) => code === BASIS_OF.exchange);
  const [place] = await db.select().from(department).where(eq(department.id, departmentId));
  const { bornOn } = await personOf(db, youngPersonId);
  const { typeCode } = await meetingWith(db, item.meetingId);
  if (!basis || !place) throw invalid("how", "basis-not-in-force");
  const hindrance = hindranceTo(basis, {
    ...{ sector: place.sector, bornOn, today, extraReason: "", hasConsent: true },
    meetingType: typeCode,
    uses: await usesOf(db, basis.code, item),
  });
  if (hindrance) throw invalid("how", `basis-${hindrance}`);
  await putBasis(work, item, { departmentId, basis, consent, necessity: question, extraReason: "", bornOn });
}
