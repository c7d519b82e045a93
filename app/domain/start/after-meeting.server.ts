import { and, asc, count, desc, eq, gt, inArray, isNull, ne, notExists, or } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { tables } from "#db/index.server.ts";
import type { ItemState } from "#db/vocabulary.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { type OwnAction, shownActions } from "../actions/shown.server.ts";
import { actionColumns } from "../actions/views.server.ts";
import { staffIdOf } from "../actor.ts";
import type { Missing } from "../agenda/finished.ts";
import { lackingIn } from "../closing/lacking.server.ts";
import type { Look } from "../query.server.ts";
import { SECTION_115 } from "../sharing/rules.ts";
import { shownYoung, type Young } from "./shown.server.ts";

const { action, agendaItem, meeting, paragraph, youngPerson } = tables;

/** A meeting whose draft is not sent yet: what its items lack, and how many texts were handed in to those who lead it. */
export type Unsent = {
  meetingId: string;
  startsAt: string;
  over: boolean;
  items: { itemId: string; youngPerson: Young; lacks: Missing[] }[];
  handedIn: number;
};

const MEETINGS_IN_SIGHT = 6;

/** The minutes that wait for the asker: meetings that they lead, begun and not yet sent as a draft, the newest first. */
export async function unsentMinutes(look: Look<unknown>): Promise<Unsent[]> {
  const { db, saw } = look;
  const begun = and(inArray(meeting.state, ["running", "closed"]), isNull(meeting.draftSentAt), scope("meeting:run"));
  const rows = await db
    .select()
    .from(meeting)
    .where(begun)
    .orderBy(desc(meeting.startsAt))
    .limit(MEETINGS_IN_SIGHT)
    .prepare()
    .execute(asked(look));
  const ids = rows.map(({ id }) => id);
  const lacking = (await lackingIn(db, look, ids)).filter(
    ({ state, lacks }) => state === "handled" && lacks.length > 0,
  );
  const persons = await personsIn(
    look,
    lacking.map(({ itemId }) => itemId),
  );
  const waiting = await handedInTo(look, ids);
  const me = staffIdOf(look.actor);
  const led = new Set(
    rows.filter(({ chairId, minuteTakerId }) => chairId === me || minuteTakerId === me).map(({ id }) => id),
  );
  for (const { itemId, meetingId } of lacking) {
    const by = led.has(meetingId) ? "leads the meeting" : "coordinator";
    saw({ youngPersonId: persons.get(itemId)?.id, itemId, meetingId, by });
  }
  return rows.map(({ id, startsAt, state }) => ({
    meetingId: id,
    startsAt,
    over: state === "closed",
    items: lacking.flatMap(({ itemId, meetingId, lacks }) => {
      const person = persons.get(itemId);
      return meetingId === id && person ? [{ itemId, youngPerson: person, lacks }] : [];
    }),
    handedIn: waiting.get(id) ?? 0,
  }));
}

async function personsIn({ db }: Look<unknown>, itemIds: string[]): Promise<Map<string, Young>> {
  const rows = await db
    .select({ itemId: agendaItem.id, person: youngPerson })
    .from(agendaItem)
    .innerJoin(youngPerson, eq(youngPerson.id, agendaItem.youngPersonId))
    .where(inArray(agendaItem.id, itemIds));
  return new Map(rows.map(({ itemId, person }) => [itemId, shownYoung(person)]));
}

async function handedInTo(look: Look<unknown>, meetingIds: string[]): Promise<Map<string, number>> {
  const open = and(
    inArray(agendaItem.meetingId, meetingIds),
    eq(paragraph.kind, "handed_in"),
    isNull(paragraph.removedAt),
    scope("item:run"),
  );
  const rows = await look.db
    .select({ meetingId: agendaItem.meetingId, n: count() })
    .from(paragraph)
    .innerJoin(agendaItem, eq(agendaItem.id, paragraph.itemId))
    .where(open)
    .groupBy(agendaItem.meetingId)
    .prepare()
    .execute(asked(look));
  return new Map(rows.map(({ meetingId, n }) => [meetingId, n]));
}

/** Agreements that no department has said yes to, of meetings that have begun; and those that got a no and are back at their item. */
export async function unanswered(look: Look<unknown>): Promise<{ waiting: OwnAction[]; declined: OwnAction[] }> {
  const open = and(
    scope("action:see"),
    eq(action.state, "proposed"),
    eq(action.byYoungPerson, false),
    isNull(agendaItem.removedAt),
  );
  const rows = await look.db
    .select({ ...actionColumns, youngPersonId: action.youngPersonId })
    .from(action)
    .innerJoin(agendaItem, eq(agendaItem.id, action.itemId))
    .where(open)
    .orderBy(asc(action.dueOn), asc(action.number))
    .prepare()
    .execute(asked(look));
  const all = await shownActions(look, rows);
  return {
    waiting: all.filter(({ declineReason }) => declineReason === null),
    declined: all.filter(({ declineReason }) => declineReason !== null),
  };
}

export type Homeless = {
  itemId: string;
  meetingId: string;
  startsAt: string;
  state: ItemState;
  youngPerson: Young;
  question: string;
};

/** Items that left a meeting and stand in no later one: there was none to go to. */
export async function withoutMeeting(look: Look<unknown>): Promise<Homeless[]> {
  const { db, saw } = look;
  const again = alias(agendaItem, "again");
  const laterMeeting = alias(meeting, "later_meeting");
  const standsLater = db
    .select({ id: again.id })
    .from(again)
    .innerJoin(laterMeeting, eq(laterMeeting.id, again.meetingId))
    .where(
      and(
        eq(again.youngPersonId, agendaItem.youngPersonId),
        isNull(again.removedAt),
        ne(again.id, agendaItem.id),
        // That somebody stands in a meeting under § 115 is told to nobody outside it.
        ne(laterMeeting.typeCode, SECTION_115),
        or(eq(again.carriedFromId, agendaItem.id), gt(laterMeeting.startsAt, meeting.startsAt)),
      ),
    );
  const rows = await db
    .select({ item: agendaItem, startsAt: meeting.startsAt, person: youngPerson })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .innerJoin(youngPerson, eq(youngPerson.id, agendaItem.youngPersonId))
    .where(and(inArray(agendaItem.state, ["postponed", "not_reached"]), scope("item:see"), notExists(standsLater)))
    .orderBy(asc(meeting.startsAt), asc(agendaItem.position))
    .prepare()
    .execute(asked(look));
  return rows.map(({ item, startsAt, person }) => {
    saw({ youngPersonId: person.id, itemId: item.id, meetingId: item.meetingId, by: "coordinator" });
    const { id: itemId, meetingId, state, question } = item;
    return { itemId, meetingId, startsAt, state, question, youngPerson: shownYoung(person) };
  });
}
