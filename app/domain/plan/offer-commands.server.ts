import { and, eq, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Verdict } from "../access/decide.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import { ids, input, optionalId, rowId, seenVersion, someText, withoutCpr } from "../input.server.ts";
import { touchEfforts } from "../people/effort-touch.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { personTopic } from "../topics.ts";
import { mayWritePlan } from "./allow.server.ts";
import { combinedOfferView } from "./offer-views.server.ts";

const { combinedOffer, effort } = tables;

const shape = { title: withoutCpr(someText(120)), efforts: ids };

async function mayChange(at: At<{ id: string }>): Promise<Verdict> {
  const [row] = await at.db
    .select({ youngPersonId: combinedOffer.youngPersonId })
    .from(combinedOffer)
    .where(and(eq(combinedOffer.id, at.input.id), isNull(combinedOffer.removedAt)));
  return row ? mayWritePlan(at, row.youngPersonId) : { no: "missing" };
}

const effortsOf = (db: Db, youngPersonId: string) =>
  db.select().from(effort).where(eq(effort.youngPersonId, youngPersonId));

type Touching = Pick<Work<unknown>, "db" | "by" | "touch">;
type Of = { id: string; youngPersonId: string };

/** Those efforts, and no others, are of the offer: two at least, each in one offer at a time. @throws Declined */
async function bind(work: Touching, { id, youngPersonId }: Of, chosen: string[]) {
  const { db, touch } = work;
  const all = await effortsOf(db, youngPersonId);
  const wanted = all.filter((one) => chosen.includes(one.id));
  if (wanted.length < new Set(chosen).size) throw missing();
  if (wanted.length < 2) throw invalid("efforts", "efforts-two");
  if (wanted.some(({ combinedOfferId }) => combinedOfferId !== null && combinedOfferId !== id))
    throw invalid("efforts", "efforts-taken");
  const left = all.filter((one) => one.combinedOfferId === id && !wanted.includes(one));
  const joined = wanted.filter((one) => one.combinedOfferId === null);
  await set(work, youngPersonId, left, null);
  await set(work, youngPersonId, joined, id);
  touch(personTopic(youngPersonId), combinedOfferView, id);
  return wanted.length;
}

type Effort = typeof effort.$inferSelect;

async function set(work: Touching, youngPersonId: string, rows: Effort[], combinedOfferId: string | null) {
  for (const row of rows) await revise(work.db, effort, row, { combinedOfferId }, work.by);
  if (rows.length > 0)
    await touchEfforts(
      work,
      youngPersonId,
      rows.map(({ id }) => id),
    );
}

/** Says of efforts that they were thought together. */
export const combineEfforts = command("combine-efforts", {
  input: input({ id: optionalId, youngPersonId: rowId, ...shape }),
  allow: (at) => mayWritePlan(at, at.input.youngPersonId),
  async run(work) {
    const { db, input, newId, record } = work;
    const { youngPersonId, title } = input;
    const id = input.id ?? newId();
    const values = { id, youngPersonId, title };
    await insertOnce(db, combinedOffer, values);
    const efforts = await bind(work, values, input.efforts);
    record({ kind: "efforts-combined", youngPersonId, facts: { combinedOffer: id, efforts } });
    return { id };
  },
});

export const changeCombinedOffer = command("change-combined-offer", {
  input: input({ id: rowId, version: seenVersion, ...shape }),
  allow: mayChange,
  async run(work) {
    const { db, input, by, record } = work;
    const changed = await revise(db, combinedOffer, input, { title: input.title }, by);
    const efforts = await bind(work, changed, input.efforts);
    const facts = { combinedOffer: changed.id, efforts };
    record({ kind: "combined-offer-changed", youngPersonId: changed.youngPersonId, facts });
  },
});

/** The efforts run on, each by itself. */
export const splitEfforts = command("split-efforts", {
  input: input({ id: rowId, version: seenVersion }),
  allow: mayChange,
  async run(work) {
    const { db, input, by, record, touch } = work;
    const { id, youngPersonId } = await revise(db, combinedOffer, input, { removedAt: by.now }, by);
    record({ kind: "combined-offer-ended", youngPersonId, facts: { combinedOffer: id } });
    const parts = (await effortsOf(db, youngPersonId)).filter((one) => one.combinedOfferId === id);
    await set(work, youngPersonId, parts, null);
    touch(personTopic(youngPersonId), combinedOfferView, id);
  },
});
