import { and, asc, countDistinct, eq, gte, inArray, isNull, ne, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { caseHasEnded } from "../access/case-conditions.server.ts";
import { not } from "../access/rule.server.ts";
import { OPEN_ACTIONS } from "../actions/rules.ts";
import { addDays } from "../calendar.ts";
import type { Look } from "../query.server.ts";
import { SECTION_115 } from "../sharing/rules.ts";
import { DAYS_TOLD_OF } from "../telling/rules.ts";
import { currentOn, staffWho } from "./find.server.ts";

const {
  action,
  agendaItem,
  assignment,
  guideRequest,
  itemClosing,
  itemTold,
  meeting,
  outreachLead,
  staff,
  staffAbsence,
} = tables;

/** What a colleague holds that others must take over when they stop: numbers, and about nobody by name. */
export type Held = {
  /** Young people whose contact person they are, and others whom they go with. */
  contact: number;
  goes: number;
  /** Agreements of theirs that are not done. */
  promises: number;
  toTell: number;
  /** Young people to whom they are proposed as a guide. */
  proposals: number;
  leads: number;
  /** Colleagues whom they cover. */
  covers: number;
  /** Coming meetings that they lead or write. */
  meetings: number;
  /** Who else coordinates, and reads of it at once. */
  coordinators: string[];
};

/** What is about a meeting under § 115 is for those in it alone, and counts nowhere. */
const inForum = ne(meeting.typeCode, SECTION_115);

export async function heldBy(
  { db, now, today }: Pick<Look<unknown>, "db" | "now" | "today">,
  id: string,
): Promise<Held> {
  const young = countDistinct(assignment.youngPersonId);
  const places = and(
    eq(assignment.staffId, id),
    currentOn(assignment, today),
    not(caseHasEnded(assignment.youngPersonId)),
  );
  const [goes] = await db.select({ n: young }).from(assignment).where(places);
  const [contact] = await db
    .select({ n: young })
    .from(assignment)
    .where(and(places, eq(assignment.primary, true)));
  const [promises] = await db
    .select({ n: countDistinct(action.id) })
    .from(action)
    .innerJoin(agendaItem, eq(agendaItem.id, action.itemId))
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(and(eq(action.ownerId, id), inArray(action.state, [...OPEN_ACTIONS]), inForum));
  const [toTell] = await db
    .select({ n: countDistinct(itemClosing.id) })
    .from(itemClosing)
    .innerJoin(agendaItem, eq(agendaItem.id, itemClosing.id))
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .leftJoin(itemTold, eq(itemTold.id, itemClosing.id))
    .where(
      and(
        eq(itemClosing.informStaffId, id),
        isNull(itemTold.id),
        gte(meeting.startsAt, addDays(today, -DAYS_TOLD_OF)),
        inForum,
      ),
    );
  const [proposals] = await db
    .select({ n: countDistinct(guideRequest.id) })
    .from(guideRequest)
    .where(and(eq(guideRequest.proposedId, id), isNull(guideRequest.endedOn)));
  const [leads] = await db
    .select({ n: countDistinct(outreachLead.id) })
    .from(outreachLead)
    .where(and(eq(outreachLead.assignedToId, id), isNull(outreachLead.erasedOn)));
  const [covers] = await db
    .select({ n: countDistinct(staffAbsence.staffId) })
    .from(staffAbsence)
    .where(and(eq(staffAbsence.coveredById, id), gte(staffAbsence.toOn, today), isNull(staffAbsence.removedAt)));
  const [meetings] = await db
    .select({ n: countDistinct(meeting.id) })
    .from(meeting)
    .where(
      and(
        or(eq(meeting.chairId, id), eq(meeting.minuteTakerId, id)),
        ne(meeting.state, "closed"),
        gte(meeting.endsAt, now),
        inForum,
      ),
    );
  const others = (await staffWho(db, (roles) => roles.includes("coordinator"), today)).filter((one) => one !== id);
  const names = await db
    .select({ name: staff.name })
    .from(staff)
    .where(inArray(staff.id, others))
    .orderBy(asc(staff.sortKey));
  return {
    contact: contact?.n ?? 0,
    goes: (goes?.n ?? 0) - (contact?.n ?? 0),
    promises: promises?.n ?? 0,
    toTell: toTell?.n ?? 0,
    proposals: proposals?.n ?? 0,
    leads: leads?.n ?? 0,
    covers: covers?.n ?? 0,
    meetings: meetings?.n ?? 0,
    coordinators: names.map(({ name }) => name),
  };
}
