import { and, asc, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import { timesOfItems } from "../agenda/queries.server.ts";
import { type Label, labelOf } from "../codes/queries.server.ts";
import { dayOf } from "../moments.ts";
import type { Look } from "../query.server.ts";
import { shownYoung, type Young } from "./shown.server.ts";

const { agendaItem, meeting, participant, youngPerson } = tables;

export type OwnItem = { itemId: string; youngPerson: Young | null; question: string; startsAt: string; endsAt: string };
export type OwnItems = { meetingId: string; startsAt: string; running: boolean; typeLabel: Label; items: OwnItem[] };

/** The asker's own items of the nearest meeting that has any: those they are invited to, and the common ones of its members. */
export async function ownItems(look: Look<unknown>): Promise<OwnItems | null> {
  const { db, actor, today, saw } = look;
  const invited = and(
    eq(participant.itemId, agendaItem.id),
    eq(participant.staffId, staffIdOf(actor)),
    isNull(participant.removedAt),
  );
  const rows = await db
    .select({ item: agendaItem, meeting, person: youngPerson })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .leftJoin(participant, invited)
    .leftJoin(youngPerson, eq(youngPerson.id, agendaItem.youngPersonId))
    .where(
      and(
        inArray(meeting.state, ["published", "locked", "running"]),
        inArray(agendaItem.state, ["planned", "open"]),
        or(isNotNull(participant.id), eq(agendaItem.kind, "common")),
        scope("item:see"),
      ),
    )
    .orderBy(asc(meeting.startsAt), asc(agendaItem.position))
    .prepare()
    .execute(asked(look));
  const coming = rows.filter(({ meeting: { state, startsAt } }) => state === "running" || dayOf(startsAt) >= today);
  const first = coming[0]?.meeting;
  if (!first) return null;
  const own = coming.filter((row) => row.meeting.id === first.id);
  const { places } = await timesOfItems(
    db,
    look,
    first.id,
    own.map(({ item }) => item.id),
  );
  const items = own.map(({ item, person }) => {
    if (person) saw({ youngPersonId: person.id, itemId: item.id, meetingId: first.id, by: "invited" });
    const { startsAt = first.startsAt, endsAt = first.endsAt } = places[item.id] ?? {};
    return { itemId: item.id, youngPerson: person && shownYoung(person), question: item.question, startsAt, endsAt };
  });
  return {
    meetingId: first.id,
    startsAt: first.startsAt,
    running: first.state === "running",
    typeLabel: await labelOf(db, "meeting_type", first.typeCode),
    items,
  };
}
