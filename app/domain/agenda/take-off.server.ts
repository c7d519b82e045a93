import { tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import { refused } from "../errors.ts";
import type { Item } from "../meetings/find.server.ts";
import { touchMeeting } from "../meetings/touch.server.ts";
import { revise } from "../revise.server.ts";
import { itemTopic, outreachTopic } from "../topics.ts";

/** Takes an item off the agenda whose turn has not come; it can be put back. @throws Declined `refused` */
export async function takeOff(work: Work<unknown>, item: Item): Promise<void> {
  const { db, now, by, record, reload, rights, evict } = work;
  if (item.state !== "planned") throw refused();
  await revise(db, tables.agendaItem, item, { removedAt: now }, by);
  record({ kind: "item-removed", youngPersonId: item.youngPersonId, meetingId: item.meetingId, itemId: item.id });
  // Somebody who is looked for may be asked about by it.
  if (item.kind === "unnamed") reload(outreachTopic);
  rights();
  evict(itemTopic(item.id));
  await touchMeeting(work, item.meetingId, item.id);
}
