import { and, eq, or } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import type { Item } from "../meetings/find.server.ts";
import { revise } from "../revise.server.ts";
import { touchRoom } from "../screen/touch.server.ts";
import { itemTopic, staffTopic } from "../topics.ts";
import { conflictView, participantView } from "./views.server.ts";

const { agendaItem, conflictOfInterest, itemClosing, participant } = tables;

type Declared = Pick<typeof conflictOfInterest.$inferSelect, "staffId" | "declaredAt" | "declaredBy">;

/** Somebody may not take part in an item: they leave it the same moment, and every item that it was carried on to. */
export async function standAside(work: Work<unknown>, item: Item, declared: Declared): Promise<void> {
  const { db, newId, record, touch, reload, rights, by, now } = work;
  const { staffId } = declared;
  const made = await db
    .insert(conflictOfInterest)
    .values({ ...declared, id: newId(), itemId: item.id })
    .onConflictDoNothing()
    .returning({ id: conflictOfInterest.id });
  const [seat] = await db
    .select()
    .from(participant)
    .where(and(eq(participant.itemId, item.id), eq(participant.staffId, staffId)));
  if (seat && !seat.removedAt) {
    await revise(db, participant, seat, { removedAt: now, presence: null }, by);
    touch(itemTopic(item.id), participantView, seat.id);
  }
  if (made.length === 0) return;
  const { id: itemId, meetingId, youngPersonId } = item;
  record({
    kind: "conflict-declared",
    itemId,
    meetingId,
    youngPersonId,
    facts: { staffId },
  });
  touch(itemTopic(itemId), conflictView, ...made.map(({ id }) => id));
  rights();
  reload(staffTopic(staffId));
  await touchRoom(work, meetingId);
  for (const later of await carriedOnFrom(db, itemId)) await standAside(work, later, declared);
}

/** Whoever has a conflict of interest in an item has it where the item goes on. */
export async function carryConflicts(work: Work<unknown>, from: Item, to: Item): Promise<void> {
  const partial = await work.db.select().from(conflictOfInterest).where(eq(conflictOfInterest.itemId, from.id));
  for (const { staffId, declaredAt, declaredBy } of partial)
    await standAside(work, to, { staffId, declaredAt, declaredBy });
}

/** The items that carry this one on: made of it, or standing in the next meeting already. */
async function carriedOnFrom(db: Db, itemId: string): Promise<Item[]> {
  const rows = await db
    .selectDistinct({ item: agendaItem })
    .from(agendaItem)
    .leftJoin(itemClosing, eq(itemClosing.nextItemId, agendaItem.id))
    .where(or(eq(agendaItem.carriedFromId, itemId), eq(itemClosing.id, itemId)));
  return rows.map(({ item }) => item);
}
