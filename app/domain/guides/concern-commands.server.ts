import { and, eq, gte, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { concernReceivers } from "#db/vocabulary.ts";
import { may } from "../access/decide.server.ts";
import { command, type Work } from "../command.server.ts";
import { missing, refusedBecause } from "../errors.ts";
import { input, optionalId, rowId, seenVersion, word } from "../input.server.ts";
import { holdersOf } from "../people/find.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { staffTopic } from "../topics.ts";

const { concern } = tables;

/** The start pages of those who were to know, and of whoever said it. */
async function tell({ db, today, reload }: Pick<Work<unknown>, "db" | "today" | "reload">, raisedById: string) {
  const receivers = [...(await holdersOf(db, "leader", today)), ...(await holdersOf(db, "coordinator", today))];
  reload(...[raisedById, ...receivers].map(staffTopic));
}

/** Said again so soon, to the same, it is the same: pressed twice, or sent twice from a telephone (ms). */
const SAME_MS = 60_000;

/** Somebody is worried, and says who is to know today. What it is about is written in the notification system, never here. */
export const raiseConcern = command("raise-concern", {
  input: input({ id: optionalId, youngPersonId: rowId, receiver: word(concernReceivers) }),
  allow: ({ db, actor, now, today, input: { youngPersonId } }) =>
    may(db, { actor, now, today }, "contact:write", youngPersonId),
  async run(work) {
    const { db, input, now, by, newId, record } = work;
    const { youngPersonId, receiver } = input;
    if (by.staffId === null) throw missing();
    const [same] = await db
      .select({ id: concern.id })
      .from(concern)
      .where(
        and(
          ...[eq(concern.youngPersonId, youngPersonId), eq(concern.raisedById, by.staffId), isNull(concern.takenAt)],
          ...[eq(concern.receiver, receiver), gte(concern.raisedAt, new Date(Date.parse(now) - SAME_MS).toISOString())],
        ),
      );
    if (same) return { id: same.id };
    const id = input.id ?? newId();
    await insertOnce(db, concern, { id, youngPersonId, raisedById: by.staffId, raisedAt: now, receiver });
    record({ kind: "concern-raised", youngPersonId, facts: { concern: id, receiver } });
    await tell(work, by.staffId);
    return { id };
  },
});

/** One of those who were to know takes it: it leaves every start page. */
export const takeConcern = command("take-concern", {
  input: input({ id: rowId, version: seenVersion }),
  allow: ({ db, actor, now, today, input: { id } }) => may(db, { actor, now, today }, "concern:take", id),
  async run(work) {
    const { db, input, now, by, record } = work;
    const [stands] = await db.select().from(concern).where(eq(concern.id, input.id));
    if (stands?.takenAt) throw refusedBecause("concern-taken");
    const taken = await revise(db, concern, input, { takenById: by.staffId, takenAt: now }, by);
    record({ kind: "concern-taken", youngPersonId: taken.youngPersonId, facts: { concern: input.id } });
    await tell(work, taken.raisedById);
  },
});
