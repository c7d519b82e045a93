import { and, asc, between, count, desc, eq, gte, inArray, isNull, ne, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { coveredOn } from "../absence/find.server.ts";
import { caseHasEnded } from "../access/case-conditions.server.ts";
import { asked } from "../access/decide.server.ts";
import { not } from "../access/rule.server.ts";
import { scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import { addDays, addMonths, turns } from "../days.ts";
import type { Look } from "../query.server.ts";
import { currentOn } from "../staff/find.server.ts";
import { DAYS_TOLD_OF } from "../telling/rules.ts";
import { isHeard } from "../voice/rules.ts";
import { shownYoung, type Young } from "./shown.server.ts";

const { action, agendaItem, assignment, itemClosing, itemTold, meeting, youngPerson, youthVoice } = tables;

const EIGHTEEN = 18;

export type Turning = Young & { on: string };

/** Whom the asker may see and who turns 18 within so many days, the nearest first; or only those they are assigned to. */
export async function turning18(look: Look<unknown>, days: number, { own }: { own: boolean }): Promise<Turning[]> {
  const { db, actor, today, saw } = look;
  const until = addDays(today, days);
  // A day wider than the law's reckoning at both ends; which of them it is, `turns` says.
  const born = between(
    youngPerson.bornOn,
    addDays(addMonths(today, -12 * EIGHTEEN), -1),
    addDays(addMonths(until, -12 * EIGHTEEN), 1),
  );
  const mine = db
    .select({ id: assignment.youngPersonId })
    .from(assignment)
    .where(and(eq(assignment.staffId, staffIdOf(actor)), currentOn(assignment, today)));
  const rows = await db
    .select()
    .from(youngPerson)
    .where(
      and(
        scope("person:see"),
        born,
        not(caseHasEnded(youngPerson.id)),
        own ? inArray(youngPerson.id, mine) : undefined,
      ),
    )
    .orderBy(asc(youngPerson.bornOn))
    .prepare()
    .execute(asked(look));
  return rows
    .map((row) => ({ ...shownYoung(row), on: turns(row.bornOn, EIGHTEEN) }))
    .filter(({ on }) => on >= today && on <= until)
    .map((row) => {
      saw({ youngPersonId: row.id, by: own ? "assigned" : "coordinator" });
      return row;
    });
}

/** An item that is coming and to which a young person is not heard yet. */
export type Unheard = {
  itemId: string;
  meetingId: string;
  startsAt: string;
  youngPerson: Young;
  question: string;
  version: number;
};

/** Coming items without own words, about those whose contact person or guide the asker is, or looks after today. */
export async function lackingWords(look: Look<unknown>): Promise<Unheard[]> {
  const { db, actor, today, saw } = look;
  const me = staffIdOf(actor);
  const covered = (await coveredOn(db, me, today)).map(({ staffId }) => staffId);
  const mine = and(
    eq(assignment.youngPersonId, agendaItem.youngPersonId),
    inArray(assignment.staffId, [me, ...covered]),
    currentOn(assignment, today),
    or(eq(assignment.primary, true), eq(assignment.kind, "guide")),
  );
  const rows = await db
    .selectDistinct({ item: agendaItem, startsAt: meeting.startsAt, person: youngPerson, voice: youthVoice })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .innerJoin(assignment, mine)
    .innerJoin(youngPerson, eq(youngPerson.id, agendaItem.youngPersonId))
    .leftJoin(youthVoice, eq(youthVoice.itemId, agendaItem.id))
    .where(and(inArray(agendaItem.state, ["planned", "open"]), ne(meeting.state, "closed"), scope("item:hear")))
    .orderBy(asc(meeting.startsAt), asc(agendaItem.position))
    .prepare()
    .execute(asked(look));
  return rows
    .filter(({ voice }) => !isHeard(voice))
    .map(({ item, startsAt, person, voice }) => {
      saw({ youngPersonId: person.id, itemId: item.id, meetingId: item.meetingId, by: "assigned" });
      const { id: itemId, meetingId, question } = item;
      return { itemId, meetingId, startsAt, question, youngPerson: shownYoung(person), version: voice?.version ?? 0 };
    });
}

/** A young person whom the asker is to tell what was agreed. */
export type ToTell = {
  itemId: string;
  meetingId: string;
  startsAt: string;
  youngPerson: Young;
  by: string | null;
  agreements: number;
};

/** Whom the asker has been given to tell, and who does not know yet; the nearest day first. */
export async function toTell(look: Look<unknown>): Promise<ToTell[]> {
  const { db, actor, today, saw } = look;
  const rows = await db
    .select({ item: agendaItem, startsAt: meeting.startsAt, person: youngPerson, by: itemClosing.informOn })
    .from(itemClosing)
    .innerJoin(agendaItem, eq(agendaItem.id, itemClosing.id))
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .innerJoin(youngPerson, eq(youngPerson.id, agendaItem.youngPersonId))
    .leftJoin(itemTold, eq(itemTold.id, agendaItem.id))
    .where(
      and(
        eq(itemClosing.informStaffId, staffIdOf(actor)),
        isNull(itemTold.id),
        gte(meeting.startsAt, addDays(today, -DAYS_TOLD_OF)),
        scope("item:tell"),
      ),
    )
    .orderBy(asc(itemClosing.informOn), desc(meeting.startsAt))
    .prepare()
    .execute(asked(look));
  const counts = await agreementsIn(
    look,
    rows.map(({ item }) => item.id),
  );
  return rows.map(({ item, startsAt, person, by }) => {
    saw({ youngPersonId: person.id, itemId: item.id, meetingId: item.meetingId, by: "tells the young person" });
    const { id: itemId, meetingId } = item;
    return { itemId, meetingId, startsAt, youngPerson: shownYoung(person), by, agreements: counts.get(itemId) ?? 0 };
  });
}

async function agreementsIn({ db }: Look<unknown>, itemIds: string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ itemId: action.itemId, n: count() })
    .from(action)
    .where(and(inArray(action.itemId, itemIds), ne(action.state, "cancelled")))
    .groupBy(action.itemId);
  return new Map(rows.map(({ itemId, n }) => [itemId, n]));
}
