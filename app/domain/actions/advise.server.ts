import { tables } from "#db/index.server.ts";
import { may } from "../access/decide.server.ts";
import { placeOf, whereabouts } from "../agenda/place.server.ts";
import { command } from "../command.server.ts";
import { missing } from "../errors.ts";
import { input, optionalId, rowId, someText, withoutCpr } from "../input.server.ts";
import { itemWith } from "../meetings/find.server.ts";
import { nextNumber } from "./find.server.ts";
import { touchAction } from "./touch.server.ts";

const { action } = tables;

/** What the forum advises whoever brought a question without a name: it is theirs, and no department is asked. */
export const advise = command("advise", {
  input: input({ id: optionalId, itemId: rowId, text: withoutCpr(someText(300)) }),
  allow: ({ db, actor, now, today, input: { itemId } }) => may(db, { actor, now, today }, "item:write", itemId),
  async run(work) {
    const { db, input, now, newId, record, rights } = work;
    const { itemId, text } = input;
    const { kind, askerId } = await itemWith(db, itemId);
    if (kind !== "unnamed") throw missing();
    const [made] = await db
      .insert(action)
      .values({
        ...{ id: input.id ?? newId(), itemId, ...(await nextNumber(db, itemId)), text, ownerId: askerId },
        ...{ state: "agreed" as const, acceptedAt: now, createdAt: now },
      })
      .onConflictDoNothing()
      .returning();
    if (!made) throw missing();
    const at = await placeOf(db, itemId);
    const { id, number, state, ownerId } = made;
    record({ kind: "action-made", ...whereabouts(at), facts: { actionId: id, number, state, ownerId } });
    rights();
    await touchAction(work, made, made, at);
    return { id, number, state };
  },
});
