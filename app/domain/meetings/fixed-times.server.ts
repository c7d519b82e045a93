import { type Db, tables } from "#db/index.server.ts";
import { invalid } from "../errors.ts";
import { type By, revise } from "../revise.server.ts";
import { itemsOf } from "./find.server.ts";
import { fixedAfterMove, type Hours, isDuring } from "./rules.ts";

const { agendaItem } = tables;

/**
 * The fixed times of the items, in the hours that the meeting has now. Answers what moved.
 * @throws Declined `invalid` when the hours no longer hold a time that somebody was told: nobody but the chair can break that.
 */
export async function keepFixedClocks(
  db: Db,
  meetingId: string,
  before: Hours,
  after: Hours,
  by: By,
): Promise<string[]> {
  const moved: string[] = [];
  for (const item of await itemsOf(db, meetingId)) {
    if (!item.fixedAt) continue;
    const fixedAt = fixedAfterMove(item.fixedAt, before, after);
    if (item.state === "planned" && !isDuring(fixedAt, after)) throw invalid("minutes", "fixed-outside");
    if (fixedAt === item.fixedAt) continue;
    await revise(db, agendaItem, item, { fixedAt }, by);
    moved.push(item.id);
  }
  return moved;
}
