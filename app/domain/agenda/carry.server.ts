import { and, eq, isNull, max } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import { type Item, itemsOf, type Meeting } from "../meetings/find.server.ts";
import { inviteTo } from "../participants/invite.server.ts";

const { agendaItem, conflictOfInterest, itemClosing, participant } = tables;

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

/** Carries an item on to another meeting, with its question, its lead worker and those who were invited; answers the new item's id. */
export async function carryTo(
  work: Pick<Work<unknown>, "db" | "today" | "newId" | "by">,
  item: Item,
  to: Meeting,
): Promise<string> {
  const { db, newId } = work;
  const standing = item.youngPersonId ? await standsIn(db, to.id, item.youngPersonId) : undefined;
  if (standing) return standing.id;
  const id = newId();
  const { kind, youngPersonId, question, minutes, leadWorkerId } = item;
  await db.insert(agendaItem).values({
    id,
    meetingId: to.id,
    position: await nextPosition(db, to.id),
    kind,
    youngPersonId,
    question,
    minutes,
    leadWorkerId,
    carriedFromId: item.id,
    changedAfterLock: to.lockedAt !== null,
  });
  await db.insert(itemClosing).values({ id });
  // Whoever is partial is so in the next meeting too: the item does not come back to them by being carried on.
  const partial = await db.select().from(conflictOfInterest).where(eq(conflictOfInterest.itemId, item.id));
  for (const row of partial) await db.insert(conflictOfInterest).values({ ...row, id: newId(), itemId: id });
  const seats = await db
    .select({ staffId: participant.staffId, standsInForId: participant.standsInForId })
    .from(participant)
    .where(and(eq(participant.itemId, item.id), eq(participant.kind, "staff"), isNull(participant.removedAt)));
  const invited = seats.flatMap(({ staffId, standsInForId }) => (staffId && !standsInForId ? [staffId] : []));
  await inviteTo(work, { id }, [to.chairId, to.minuteTakerId, ...invited]);
  return id;
}
