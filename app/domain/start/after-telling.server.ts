import { and, asc, desc, eq, gte, inArray, isNull, lt, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { OPEN_ACTIONS } from "../actions/rules.ts";
import { type OwnAction, shownActions } from "../actions/shown.server.ts";
import { actionColumns } from "../actions/views.server.ts";
import { staffIdOf } from "../actor.ts";
import { addDays, daysBetween } from "../days.ts";
import { dayOf } from "../moments.ts";
import type { Look } from "../query.server.ts";
import { peopleInForum } from "../staff/reference.server.ts";
import { DAYS_TOLD_OF, isLateToTell, tellBy } from "../telling/rules.ts";
import { shownYoung, type Young } from "./shown.server.ts";

const { action, agendaItem, itemClosing, itemTold, meeting, youngPerson } = tables;

/** A young person whom nobody has told what was agreed; `daysOver`: since the second working day after the meeting. */
export type Untold = { itemId: string; youngPerson: Young; teller: string; by: string; daysOver: number };

/** Who has not been told after meetings that are over, those over their day first. */
export async function untold(look: Look<unknown>): Promise<Untold[]> {
  const { db, today, saw } = look;
  const held = or(eq(meeting.state, "closed"), lt(meeting.startsAt, today));
  const rows = await db
    .select({ item: agendaItem, startsAt: meeting.startsAt, person: youngPerson, tellerId: itemClosing.informStaffId })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .innerJoin(youngPerson, eq(youngPerson.id, agendaItem.youngPersonId))
    .leftJoin(itemClosing, eq(itemClosing.id, agendaItem.id))
    .leftJoin(itemTold, eq(itemTold.id, agendaItem.id))
    .where(and(isNull(itemTold.id), held, gte(meeting.startsAt, addDays(today, -DAYS_TOLD_OF)), scope("item:tell")))
    .orderBy(asc(meeting.startsAt), asc(agendaItem.position))
    .prepare()
    .execute(asked(look));
  // Who has left tells nobody any more.
  const names = new Map(
    (await peopleInForum(db, today)).staff.flatMap(({ id, name, active }) => (active ? [[id, name] as const] : [])),
  );
  return rows.map(({ item, startsAt, person, tellerId }) => {
    saw({ youngPersonId: person.id, itemId: item.id, meetingId: item.meetingId, by: "coordinator" });
    const on = dayOf(startsAt);
    const by = tellBy(on);
    const daysOver = isLateToTell(on, today) ? daysBetween(by, today) : 0;
    return { itemId: item.id, youngPerson: shownYoung(person), teller: names.get(tellerId ?? "") ?? "", by, daysOver };
  });
}

/** An agreement that the young person said no to. `onWhole`: what they said to no agreement of its own, where none stand at this. */
export type SaidNo = OwnAction & { onWhole: string };

/** What young people said no to and is still open: all that a coordinator sees, or what the asker has promised. */
export async function saidNo(look: Look<unknown>, { own }: { own: boolean }): Promise<SaidNo[]> {
  const open = and(
    scope("action:see"),
    eq(action.youthAnswer, "no"),
    inArray(action.state, [...OPEN_ACTIONS]),
    isNull(agendaItem.removedAt),
    own ? eq(action.ownerId, staffIdOf(look.actor)) : undefined,
  );
  const rows = await look.db
    .select({ ...actionColumns, youngPersonId: action.youngPersonId, onWhole: itemTold.words })
    .from(action)
    .innerJoin(agendaItem, eq(agendaItem.id, action.itemId))
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .leftJoin(itemTold, eq(itemTold.id, action.itemId))
    .where(open)
    .orderBy(desc(meeting.startsAt), asc(action.number))
    .prepare()
    .execute(asked(look));
  return (await shownActions(look, rows)).map((row) => ({
    ...row,
    onWhole: row.youthWords ? "" : (row.onWhole ?? ""),
  }));
}
