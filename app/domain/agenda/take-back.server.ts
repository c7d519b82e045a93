import { and, eq, isNull, ne } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import { type Item, meetingWith } from "../meetings/find.server.ts";
import { touchMeeting } from "../meetings/touch.server.ts";
import { withoutConflict } from "../participants/invite.server.ts";
import { revise } from "../revise.server.ts";
import { itemTopic } from "../topics.ts";
import { seatsToCarry } from "./carry.server.ts";

const { action, agendaItem, optionPresented, paragraph, participant, youthVoice } = tables;

/** Takes an item back from the meeting it was put off to. A copy that somebody has prepared since stays where it is. */
export async function takeBack(work: Work<unknown>, item: Item): Promise<void> {
  const { db, now, by, evict } = work;
  const copies = await db
    .select()
    .from(agendaItem)
    .where(and(eq(agendaItem.carriedFromId, item.id), eq(agendaItem.state, "planned"), isNull(agendaItem.removedAt)));
  for (const copy of copies) {
    if (await isPrepared(db, copy, item)) continue;
    await revise(db, agendaItem, copy, { removedAt: now }, by);
    evict(itemTopic(copy.id));
    await touchMeeting(work, copy.meetingId, copy.id);
  }
}

/** Whether somebody has worked on a copy: heard the young person, written in it, or changed what was carried over. */
async function isPrepared(db: Db, copy: Item, of: Item): Promise<boolean> {
  const told = (row: Item) => [row.question, row.minutes, row.leadWorkerId, row.fixedAt].join("\n");
  // A fixed time belongs to its meeting and is not carried over.
  if (told(copy) !== told({ ...of, fixedAt: null })) return true;
  for (const written of [youthVoice, optionPresented, paragraph, action]) {
    const [row] = await db.select({ id: written.id }).from(written).where(eq(written.itemId, copy.id)).limit(1);
    if (row) return true;
  }
  const others = and(eq(participant.itemId, copy.id), ne(participant.kind, "staff"), isNull(participant.removedAt));
  if ((await db.select({ id: participant.id }).from(participant).where(others).limit(1)).length > 0) return true;
  const { chairId, minuteTakerId } = await meetingWith(db, copy.meetingId);
  const asked = [...new Set([chairId, minuteTakerId, ...(await seatsToCarry(db, of.id))])];
  const carried = new Set(await withoutConflict(db, copy.id, asked));
  const seated = await seatsToCarry(db, copy.id);
  return seated.length !== carried.size || seated.some((staffId) => !carried.has(staffId));
}
