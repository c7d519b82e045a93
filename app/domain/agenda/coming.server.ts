import { and, asc, desc, eq, gt, gte, inArray, isNull, ne } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import type { Look } from "../query.server.ts";
import { SECTION_115 } from "../sharing/rules.ts";

const { agendaItem, meeting } = tables;

/** An item that is still to come up, and when its meeting begins. */
export type Coming = { itemId: string; meetingId: string; startsAt: string; question: string };

/** A meeting that is to come. */
export type ToCome = Pick<Coming, "meetingId" | "startsAt">;

const shown = {
  itemId: agendaItem.id,
  meetingId: meeting.id,
  startsAt: meeting.startsAt,
  question: agendaItem.question,
};

/** What is still to come up of each young person that the asker sees, the soonest first. */
export async function comingOf(look: Look<unknown>, youngPersonIds: string[]): Promise<Map<string, Coming[]>> {
  const rows = await look.db
    .select({ youngPersonId: agendaItem.youngPersonId, ...shown })
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

/** The next meeting whose agenda is the asker's to fill: not the one that is running, and none under § 115. */
export async function nextToFill(look: Look<unknown>): Promise<ToCome | null> {
  const [next] = await look.db
    .select({ meetingId: meeting.id, startsAt: meeting.startsAt })
    .from(meeting)
    .where(
      and(
        gte(meeting.startsAt, look.now),
        inArray(meeting.state, ["draft", "published", "locked"]),
        ne(meeting.typeCode, SECTION_115),
        scope("meeting:run"),
      ),
    )
    .orderBy(asc(meeting.startsAt))
    .limit(1)
    .prepare()
    .execute(asked(look));
  return next ?? null;
}

/** The last item about a young person that the asker sees and that was dealt with. */
export async function lastOf(look: Look<unknown>, youngPersonId: string): Promise<Coming | null> {
  const [last] = await look.db
    .select(shown)
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(and(eq(agendaItem.youngPersonId, youngPersonId), eq(agendaItem.state, "handled"), scope("item:see")))
    .orderBy(desc(meeting.startsAt))
    .limit(1)
    .prepare()
    .execute(asked(look));
  return last ?? null;
}
