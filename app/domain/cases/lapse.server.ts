import { and, eq, isNotNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { LapseReason } from "#db/vocabulary.ts";
import { touchAction } from "../actions/touch.server.ts";
import { standsIn } from "../agenda/carry.server.ts";
import { placeOf, whereabouts } from "../agenda/place.server.ts";
import type { Work } from "../command.server.ts";
import { meetingWith } from "../meetings/find.server.ts";
import { touchMeeting } from "../meetings/touch.server.ts";
import { handoverStandsAgain, lapseHandover } from "../people/handover-lapses.server.ts";
import { formerly, revise } from "../revise.server.ts";
import { itemTopic } from "../topics.ts";
import { comingItemsOf, openActionsOf } from "./find.server.ts";

const { action, agendaItem } = tables;

/** Whatever is promised to the young person lapses, and no meeting takes them up any more: in the step that ends the case. */
export async function lapseAll(work: Work<unknown>, youngPersonId: string, lapseReason: LapseReason): Promise<void> {
  const { db, now, by, record, rights, evict } = work;
  for (const former of await openActionsOf(db, youngPersonId)) {
    const row = await revise(db, action, former, { state: "cancelled", lapseReason, endedAt: now }, by);
    const at = await placeOf(db, row.itemId);
    const facts = { actionId: row.id, number: row.number, from: former.state };
    record({ kind: "action-lapsed", ...whereabouts(at), facts });
    await touchAction(work, row, former, at);
  }
  for (const item of await comingItemsOf(db, youngPersonId)) {
    if (item.state === "open") continue;
    await revise(db, agendaItem, item, { removedAt: now }, by);
    record({ kind: "item-removed", youngPersonId, meetingId: item.meetingId, itemId: item.id });
    evict(itemTopic(item.id));
    await touchMeeting(work, item.meetingId, item.id);
  }
  await lapseHandover(work, { youngPersonId });
  rights();
}

/** What lapsed in that moment stands again as it stood, unless somebody has done something with it since. */
export async function standAgain(work: Work<unknown>, youngPersonId: string, endedAt: string): Promise<void> {
  const { db, by, record, rights } = work;
  const theirs = and(
    eq(action.youngPersonId, youngPersonId),
    eq(action.endedAt, endedAt),
    isNotNull(action.lapseReason),
  );
  for (const lapsed of await db.select().from(action).where(theirs)) {
    const former = await formerly(db, action, lapsed);
    if (!former) continue;
    const { state } = former.row;
    const row = await revise(db, action, lapsed, { state, lapseReason: null, endedAt: null }, by);
    const at = await placeOf(db, row.itemId);
    record({ kind: "action-stands-again", ...whereabouts(at), facts: { actionId: row.id, number: row.number, state } });
    await touchAction(work, row, lapsed, at);
  }
  const removed = and(eq(agendaItem.youngPersonId, youngPersonId), eq(agendaItem.removedAt, endedAt));
  for (const item of await db.select().from(agendaItem).where(removed)) {
    const { state, lockedAt } = await meetingWith(db, item.meetingId);
    if (state === "closed" || (await standsIn(db, item.meetingId, youngPersonId))) continue;
    const changedAfterLock = item.changedAfterLock || (lockedAt !== null && endedAt < lockedAt);
    await revise(db, agendaItem, item, { removedAt: null, changedAfterLock }, by);
    record({ kind: "item-added", youngPersonId, meetingId: item.meetingId, itemId: item.id });
    await touchMeeting(work, item.meetingId, item.id);
  }
  await handoverStandsAgain(work, youngPersonId, endedAt);
  rights();
}
