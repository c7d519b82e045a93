import { and, eq, isNull, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { may } from "../access/decide.server.ts";
import { placeOf, whereabouts } from "../agenda/place.server.ts";
import { mustGoOn } from "../cases/find.server.ts";
import { command, type Work } from "../command.server.ts";
import { Declined, missing } from "../errors.ts";
import {
  anyText,
  chosenId,
  dayAsTyped,
  input,
  optionalId,
  rowId,
  someText,
  withoutCpr,
  yesNo,
} from "../input.server.ts";
import { optionView } from "../options/views.server.ts";
import { revise } from "../revise.server.ts";
import { itemTopic } from "../topics.ts";
import { typedDay } from "../typed-day.server.ts";
import { actionWith, nextNumber } from "./find.server.ts";
import { mustServe } from "./goal.server.ts";
import { ownerFor, yesAtOnce } from "./owner.server.ts";
import { touchAction } from "./touch.server.ts";
import type { Action } from "./views.server.ts";

const { action, optionPresented } = tables;

/** What every agreement costs: a sentence, a department and a day; who owns it follows from the room unless it is named. */
export const terms = {
  text: withoutCpr(someText(300)),
  departmentId: chosenId,
  ownerId: optionalId,
  dueOn: dayAsTyped,
  howSeen: withoutCpr(anyText(300)),
};

const columns = [
  "id",
  "itemId",
  "youngPersonId",
  "number",
  "position",
  "text",
  "departmentId",
  "ownerId",
  "byYoungPerson",
  "dueOn",
  "howSeen",
  "goalId",
  "state",
  "acceptedById",
  "acceptedAt",
  "createdAt",
] as const satisfies (keyof Action)[];

const insert = prepared((db) =>
  db
    .insert(action)
    .values(Object.fromEntries(columns.map((name) => [name, sql.placeholder(name)])) as never)
    .onConflictDoNothing()
    .returning()
    .prepare(),
);

/** Makes an agreement in an item, out of an option when one is given. */
export const agree = command("agree", {
  input: input({
    ...{ id: optionalId, itemId: rowId, optionId: optionalId, byYoungPerson: yesNo },
    ...{ goalId: optionalId, ...terms },
  }),
  allow: ({ db, actor, now, today, input: { itemId } }) => may(db, { actor, now, today }, "item:write", itemId),
  async run(work) {
    const { db, input, now, today, newId, record, rights } = work;
    const { itemId, optionId, goalId, byYoungPerson, text, departmentId, howSeen } = input;
    const dueOn = typedDay("dueOn", input.dueOn, today);
    const at = await placeOf(db, itemId);
    // Who is not named can be promised nothing: what the forum says there is advice.
    if (at.kind === "pause" || at.kind === "unnamed") throw missing();
    await mustGoOn(db, at);
    if (goalId) await mustServe(work, at.youngPersonId, goalId);
    const owned = await ownerFor(db, input, today);
    const yes = yesAtOnce(owned, byYoungPerson, now);
    const order = await nextNumber(db, itemId);
    const [made] = await insert(db).execute({
      id: input.id ?? newId(),
      itemId,
      youngPersonId: at.youngPersonId,
      ...order,
      ...{ text, departmentId, ownerId: owned.ownerId, byYoungPerson, dueOn, howSeen, goalId },
      ...yes,
      createdAt: now,
    });
    // The id came with the form, and it stands already: it is another's, or of another form.
    if (!made) throw missing();
    if (optionId) await makeOption(work, optionId, made);
    const facts = {
      actionId: made.id,
      number: made.number,
      state: made.state,
      departmentId,
      ownerId: made.ownerId,
      dueOn,
      ...(goalId && { goal: goalId }),
    };
    record({ kind: "action-made", ...whereabouts(at), facts });
    if (made.ownerId && !owned.present.includes(made.ownerId)) rights();
    await touchAction(work, made, made, at);
    return { id: made.id, number: made.number, state: made.state };
  },
});

/** The option has become this agreement. @throws Declined `conflict` when it is one already, `missing` when it is of another item. */
async function makeOption(
  { db, by, touch }: Work<unknown>,
  id: string,
  { id: actionId, itemId }: Action,
): Promise<void> {
  const [option] = await db
    .select()
    .from(optionPresented)
    .where(and(eq(optionPresented.id, id), eq(optionPresented.itemId, itemId), isNull(optionPresented.removedAt)));
  if (!option) throw missing();
  const already = await standing(db, option.actionId);
  if (already)
    throw new Declined({ no: "conflict", now: { optionId: id, actionId: already.id, number: already.number } });
  await revise(db, optionPresented, option, { actionId }, by);
  touch(itemTopic(itemId), optionView, id);
}

/** The agreement an option became, unless it was withdrawn. */
async function standing(db: Db, actionId: string | null): Promise<Action | null> {
  const row = actionId ? await actionWith(db, actionId) : undefined;
  return row && row.state !== "cancelled" ? row : null;
}
