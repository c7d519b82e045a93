import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type NetworkKind, networkKinds, type PlanVoice, planVoices } from "#db/vocabulary.ts";
import { may, type Verdict } from "../access/decide.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import {
  anyText,
  input,
  optionalId,
  optionalWord,
  rowId,
  seenVersion,
  someText,
  withoutCpr,
  word,
  yesNo,
} from "../input.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { tellConcerned } from "../sharing/concerned.server.ts";
import { pastDayOrNone } from "../typed-day.server.ts";

const { networkPerson, youngPerson } = tables;

/** Days as people write them. */
const dayTyped = anyText(40);
const shape = {
  kind: word(networkKinds),
  name: withoutCpr(someText(80)),
  custody: yesNo,
  verifiedOn: dayTyped,
  phone: withoutCpr(anyText(30)).refine((typed) => typed === "" || /^\+?[\d ().-]*\d$/.test(typed), "phone"),
  mayCall: yesNo,
  mayCallOn: dayTyped,
  unwanted: yesNo,
  unwantedVoice: optionalWord(planVoices),
  unwantedOn: dayTyped,
};
type Told = Record<"custody" | "mayCall" | "unwanted", boolean> &
  Record<"verifiedOn" | "mayCallOn" | "unwantedOn", string> & { unwantedVoice: PlanVoice | null };

async function mayChange({ db, actor, now, today, input: { id } }: At<{ id: string }>): Promise<Verdict> {
  const [row] = await db
    .select({ youngPersonId: networkPerson.youngPersonId })
    .from(networkPerson)
    .where(eq(networkPerson.id, id));
  return row ? may(db, { actor, now, today }, "person:network", row.youngPersonId) : { no: "missing" };
}

/** When custody was looked up, and since when the other two are so: days that have come, and none for what is not so. */
function since(told: Told, today: string) {
  const dayOf = (field: "verifiedOn" | "mayCallOn" | "unwantedOn") => {
    const day = pastDayOrNone(field, told[field], today);
    return day;
  };
  const [verifiedOn, mayCallOn, unwantedOn] = [dayOf("verifiedOn"), dayOf("mayCallOn"), dayOf("unwantedOn")];
  if (told.unwanted && !told.unwantedVoice) throw invalid("unwantedVoice", "choose");
  return {
    verifiedOn: told.custody ? verifiedOn : null,
    mayCallOn: told.mayCall ? (mayCallOn ?? today) : null,
    unwantedOn: told.unwanted ? (unwantedOn ?? today) : null,
    unwantedVoice: told.unwanted ? told.unwantedVoice : null,
  };
}

const factsOf = ({ kind, custody, mayCall, unwanted }: Told & { kind: NetworkKind }) => ({
  kind,
  custody,
  mayCall,
  unwanted,
});

async function bornOn(db: Db, id: string): Promise<string> {
  const [row] = await db.select({ bornOn: youngPerson.bornOn }).from(youngPerson).where(eq(youngPerson.id, id));
  if (!row) throw missing();
  return row.bornOn;
}

/** Whose yes a consent needs may be otherwise, and so what it opens; and who is not wanted in the room: to all at once. */
async function tellCustody(work: Work<unknown>, youngPersonId: string): Promise<void> {
  work.rights();
  await tellConcerned(work, youngPersonId);
}

/** Writes down somebody around a young person: since the birth when no other day is given. */
export const addNetworkPerson = command("add-network-person", {
  input: input({ id: optionalId, youngPersonId: rowId, fromOn: dayTyped, ...shape }),
  allow: ({ db, actor, now, today, input: { youngPersonId } }) =>
    may(db, { actor, now, today }, "person:network", youngPersonId),
  async run(work) {
    const { db, input, today, newId, record } = work;
    const { youngPersonId, kind, name, custody, phone } = input;
    const id = input.id ?? newId();
    const fromOn = pastDayOrNone("fromOn", input.fromOn, today) ?? (await bornOn(db, youngPersonId));
    const days = since(input, today);
    await insertOnce(db, networkPerson, { id, youngPersonId, kind, name, custody, phone, fromOn, ...days });
    record({ kind: "network-person-added", youngPersonId, facts: { networkPerson: id, ...factsOf(input) } });
    await tellCustody(work, youngPersonId);
    return { id };
  },
});

export const changeNetworkPerson = command("change-network-person", {
  input: input({ id: rowId, version: seenVersion, ...shape }),
  allow: mayChange,
  async run(work) {
    const { db, input, today, by, record } = work;
    const { kind, name, custody, phone } = input;
    const set = { kind, name, custody, phone, ...since(input, today) };
    const { id, youngPersonId } = await revise(db, networkPerson, input, set, by);
    record({ kind: "network-person-changed", youngPersonId, facts: { networkPerson: id, ...factsOf(input) } });
    await tellCustody(work, youngPersonId);
  },
});

/** From that day on, today when none is given, they hold no custody and are not asked. */
export const endNetworkPerson = command("end-network-person", {
  input: input({ id: rowId, version: seenVersion, toOn: dayTyped }),
  allow: mayChange,
  async run(work) {
    const { db, input, today, by, record } = work;
    const toOn = pastDayOrNone("toOn", input.toOn, today) ?? today;
    const { id, youngPersonId, fromOn } = await revise(db, networkPerson, input, { toOn }, by);
    if (toOn < fromOn) throw invalid("toOn", "days-swapped");
    record({ kind: "network-person-ended", youngPersonId, facts: { networkPerson: id } });
    await tellCustody(work, youngPersonId);
  },
});
