import { and, eq, isNull, max } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { mustGoOn } from "../cases/find.server.ts";
import type { Work } from "../command.server.ts";
import { type Item, itemsOf, itemWith, type Meeting } from "../meetings/find.server.ts";
import { carryConflicts } from "../participants/conflict.server.ts";
import { inviteTo } from "../participants/invite.server.ts";

const { agendaItem, itemClosing, participant } = tables;

export async function nextPosition(db: Db, meetingId: string): Promise<number> {
  const [row] = await db
    .select({ last: max(agendaItem.position) })
    .from(agendaItem)
    .where(eq(agendaItem.meetingId, meetingId));
  return (row?.last ?? 0) + 1;
}

/** The young person's item in a meeting, if it stands there already. */
export const standsIn = async (db: Db, meetingId: string, youngPersonId: string): Promise<Item | undefined> =>
  (await itemsOf(db, meetingId)).find(
    (item) => item.youngPersonId === youngPersonId && item.state !== "postponed" && item.state !== "not_reached",
  );

/** The staff of an item who go on with it: whoever stood in for somebody did so for that item alone. */
export async function seatsToCarry(db: Db, itemId: string): Promise<string[]> {
  const seats = await db
    .select({ staffId: participant.staffId, standsInForId: participant.standsInForId })
    .from(participant)
    .where(and(eq(participant.itemId, itemId), eq(participant.kind, "staff"), isNull(participant.removedAt)));
  return seats.flatMap(({ staffId, standsInForId }) => (staffId && !standsInForId ? [staffId] : []));
}

/**
 * Carries an item on to another meeting, with its question, its lead worker, those who were invited and those who may not
 * be; answers the item's id there. Where the young person stands in that meeting already, that item goes on.
 */
export async function carryTo(work: Work<unknown>, item: Item, to: Meeting): Promise<string> {
  const { db, newId } = work;
  await mustGoOn(db, { ...item, typeCode: to.typeCode });
  const standing = item.youngPersonId ? await standsIn(db, to.id, item.youngPersonId) : undefined;
  if (standing) {
    await carryConflicts(work, item, standing);
    return standing.id;
  }
  const id = newId();
  const { kind, youngPersonId, askerId, question, minutes, leadWorkerId } = item;
  await db.insert(agendaItem).values({
    id,
    meetingId: to.id,
    position: await nextPosition(db, to.id),
    kind,
    youngPersonId,
    askerId,
    question,
    minutes,
    leadWorkerId,
    carriedFromId: item.id,
    changedAfterLock: to.lockedAt !== null,
  });
  await db.insert(itemClosing).values({ id });
  await carryConflicts(work, item, await itemWith(db, id));
  await inviteTo(work, { id, youngPersonId, question }, [
    to.chairId,
    to.minuteTakerId,
    ...(await seatsToCarry(db, item.id)),
  ]);
  return id;
}
