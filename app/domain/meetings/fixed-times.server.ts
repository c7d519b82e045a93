import { type Db, tables } from "#db/index.server.ts";
import { clockOf, copenhagenInstant, dayOf } from "../moments.ts";
import { type By, revise } from "../revise.server.ts";
import { itemsOf } from "./find.server.ts";

const { agendaItem } = tables;

/** A fixed time is a clock that somebody was told: when the meeting moves to another day, it comes along. Answers what moved. */
export async function keepFixedClocks(db: Db, meetingId: string, startsAt: string, by: By): Promise<string[]> {
  const moved: string[] = [];
  for (const item of await itemsOf(db, meetingId)) {
    if (!item.fixedAt || dayOf(item.fixedAt) === dayOf(startsAt)) continue;
    const fixedAt = copenhagenInstant(dayOf(startsAt), clockOf(item.fixedAt));
    await revise(db, agendaItem, item, { fixedAt }, by);
    moved.push(item.id);
  }
  return moved;
}
