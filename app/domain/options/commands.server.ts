import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { may } from "../access/decide.server.ts";
import { departmentStands } from "../actions/find.server.ts";
import { placeOf, whereabouts } from "../agenda/place.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import type { EventKind } from "../events.ts";
import { input, optionalId, rowId, seenVersion, someText, withoutCpr } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { touchScreen } from "../screen/touch.server.ts";
import { itemTopic } from "../topics.ts";
import { optionView } from "./views.server.ts";

const { optionPresented } = tables;

const sentence = withoutCpr(someText(300));

/** Whoever may write in the item of the option. A removed one is asked about too: its removal may be sent again. */
async function mayWrite({ db, actor, now, today, input: { id } }: At<{ id: string }>) {
  const [row] = await db
    .select({ itemId: optionPresented.itemId })
    .from(optionPresented)
    .where(eq(optionPresented.id, id));
  return row ? may(db, { actor, now, today }, "item:write", row.itemId) : { no: "missing" as const };
}

async function changed(work: Work<unknown>, kind: EventKind, option: { id: string; itemId: string }) {
  const { db, record, touch } = work;
  const at = await placeOf(db, option.itemId);
  record({ kind, ...whereabouts(at), facts: { optionId: option.id } });
  touch(itemTopic(option.itemId), optionView, option.id);
  await touchScreen(work, at.meetingId);
  return { id: option.id };
}

/** Writes a solution the young person could choose. */
export const addOption = command("add-option", {
  input: input({ itemId: rowId, text: sentence, departmentId: optionalId }),
  allow: ({ db, actor, now, today, input: { itemId } }) => may(db, { actor, now, today }, "item:write", itemId),
  async run(work) {
    const { db, input, today, newId } = work;
    if (input.departmentId && !(await departmentStands(db, input.departmentId, today)))
      throw invalid("departmentId", "choose");
    const id = newId();
    await db.insert(optionPresented).values({ id, ...input });
    return changed(work, "option-added", { id, itemId: input.itemId });
  },
});

export const changeOption = command("change-option", {
  input: input({ id: rowId, version: seenVersion, text: sentence, departmentId: optionalId }),
  allow: mayWrite,
  async run(work) {
    const { db, input, today, by } = work;
    const { text, departmentId } = input;
    if (departmentId && !(await departmentStands(db, departmentId, today))) throw invalid("departmentId", "choose");
    const option = await revise(db, optionPresented, input, { text, departmentId }, by);
    if (option.removedAt) throw missing();
    return changed(work, "option-changed", option);
  },
});

export const removeOption = command("remove-option", {
  input: input({ id: rowId, version: seenVersion }),
  allow: mayWrite,
  async run(work) {
    const { db, input, now, by } = work;
    return changed(work, "option-removed", await revise(db, optionPresented, input, { removedAt: now }, by));
  },
});
