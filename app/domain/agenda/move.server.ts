import { tables } from "#db/index.server.ts";
import { may } from "../access/decide.server.ts";
import { command } from "../command.server.ts";
import { refused } from "../errors.ts";
import { input, rowId, whole } from "../input.server.ts";
import { itemsOf, itemWith, meetingWith } from "../meetings/find.server.ts";
import { touchMeeting } from "../meetings/touch.server.ts";
import { reposition, revise } from "../revise.server.ts";
import { canMove, moveTo } from "./rules.ts";

const { agendaItem } = tables;

/** Moves an item to a place in the agenda (0 is the first); what is past and what has a fixed time keeps its own. */
export const moveItem = command("move-item", {
  input: input({ itemId: rowId, to: whole(0, 200) }),
  allow: ({ db, actor, now, today, input: { itemId } }) => may(db, { actor, now, today }, "item:run", itemId),
  async run(work) {
    const { db, input, by, record } = work;
    const { meetingId, youngPersonId, ...item } = await itemWith(db, input.itemId);
    if (!canMove(item)) throw refused();
    const { lockedAt } = await meetingWith(db, meetingId);
    const items = await itemsOf(db, meetingId);
    const moved: string[] = [];
    for (const [place, id] of moveTo(items, input.itemId, input.to).entries()) {
      const row = items.find((one) => one.id === id);
      if (!row || row.position === place + 1) continue;
      await reposition(db, agendaItem, id, place + 1);
      const marked = lockedAt !== null && id === input.itemId && !row.changedAfterLock;
      if (marked) await revise(db, agendaItem, row, { changedAfterLock: true }, by);
      moved.push(id);
    }
    record({ kind: "item-moved", youngPersonId, meetingId, itemId: input.itemId, facts: { to: input.to } });
    await touchMeeting(work, meetingId, ...moved);
  },
});
