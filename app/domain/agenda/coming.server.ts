import { and, asc, eq, gt, inArray, isNull, ne } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import type { Look } from "../query.server.ts";

const { agendaItem, meeting } = tables;

/** An item that is still to come up, and when its meeting begins. */
export type Coming = { itemId: string; meetingId: string; startsAt: string; question: string };

/** What is still to come up of each young person that the asker sees, the soonest first. */
export async function comingOf(look: Look<unknown>, youngPersonIds: string[]): Promise<Map<string, Coming[]>> {
  const rows = await look.db
    .select({
      youngPersonId: agendaItem.youngPersonId,
      itemId: agendaItem.id,
      meetingId: meeting.id,
      startsAt: meeting.startsAt,
      question: agendaItem.question,
    })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(
      and(
        inArray(agendaItem.youngPersonId, youngPersonIds),
        inArray(agendaItem.state, ["planned", "open"]),
        isNull(agendaItem.removedAt),
        ne(meeting.state, "closed"),
        gt(meeting.endsAt, look.now),
        scope("item:see"),
      ),
    )
    .orderBy(asc(meeting.startsAt))
    .prepare()
    .execute(asked(look));
  const coming = new Map<string, Coming[]>();
  for (const { youngPersonId, ...row } of rows)
    if (youngPersonId) coming.set(youngPersonId, [...(coming.get(youngPersonId) ?? []), row]);
  return coming;
}
