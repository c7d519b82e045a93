import { and, eq, exists, gt, inArray, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { alias, QueryBuilder } from "drizzle-orm/sqlite-core";
import { tables } from "#db/index.server.ts";
import type { Role } from "#db/vocabulary.ts";

const {
  agendaItem,
  assignment,
  bigScreen,
  conflictOfInterest,
  meeting,
  meetingMember,
  membership,
  participant,
  roleGrant,
  staff,
} = tables;

/** Who asks, and the day it is: the only things a rule takes from outside. */
export const me = sql.placeholder("me");
export const today = sql.placeholder("today");

const one = (from: SQLiteTable, where: SQL | undefined) =>
  exists(new QueryBuilder().select({ one: sql`1` }).from(from).where(where));

const current = (t: { fromOn: SQLiteColumn; toOn: SQLiteColumn }) =>
  and(lte(t.fromOn, today), or(isNull(t.toOn), gt(t.toOn, today)));

export const holds = (...roles: Role[]) =>
  one(roleGrant, and(eq(roleGrant.staffId, me), inArray(roleGrant.role, roles), current(roleGrant)));

/** Whoever administers the system or reviews its log sees no content, whatever else stands. */
export const apart = { "administers or reviews": holds("admin", "dpo") };

export const leads = (meetingId: SQLiteColumn) => {
  const led = alias(meeting, "led");
  return one(led, and(eq(led.id, meetingId), or(eq(led.chairId, me), eq(led.minuteTakerId, me))));
};

export const isMember = (meetingId: SQLiteColumn) =>
  one(meetingMember, and(eq(meetingMember.meetingId, meetingId), eq(meetingMember.staffId, me)));

/** Whether the meeting of an item is out for those invited and its minutes are not yet approved (issue: from published until approved). */
export const isOut = (meetingId: SQLiteColumn) => {
  const out = alias(meeting, "out");
  return one(out, and(eq(out.id, meetingId), ne(out.state, "draft"), isNull(out.approvedAt)));
};

export const worksIn = (departmentId: SQLiteColumn) =>
  one(membership, and(eq(membership.departmentId, departmentId), eq(membership.staffId, me), current(membership)));

/** A relation that came through a department ends the same second as the work there. */
const throughDepartment = (departmentId: SQLiteColumn) => or(isNull(departmentId), worksIn(departmentId));

export const isInvited = (itemId: SQLiteColumn) =>
  one(
    participant,
    and(
      eq(participant.itemId, itemId),
      eq(participant.staffId, me),
      isNull(participant.removedAt),
      throughDepartment(participant.departmentId),
    ),
  );

export const isAssigned = (youngPersonId: SQLiteColumn) =>
  one(
    assignment,
    and(
      eq(assignment.youngPersonId, youngPersonId),
      eq(assignment.staffId, me),
      current(assignment),
      throughDepartment(assignment.departmentId),
    ),
  );

export const hasConflict = (itemId: SQLiteColumn) =>
  one(conflictOfInterest, and(eq(conflictOfInterest.itemId, itemId), eq(conflictOfInterest.staffId, me)));

/** One item of the person, in a meeting that is out, to which the asker is invited. */
export const invitedForPerson = (youngPersonId: SQLiteColumn) => {
  const theirs = alias(agendaItem, "theirs");
  return one(
    theirs,
    and(
      eq(theirs.youngPersonId, youngPersonId),
      isNull(theirs.removedAt),
      isOut(theirs.meetingId),
      isInvited(theirs.id),
      sql`not ${hasConflict(theirs.id)}`,
    ),
  );
};

export const invitedInMeeting = (meetingId: SQLiteColumn) => {
  const seat = alias(agendaItem, "seat");
  return one(seat, and(eq(seat.meetingId, meetingId), isNull(seat.removedAt), isInvited(seat.id)));
};

/** An item of that id for which the condition holds. */
export const itemWhere = (itemId: SQLiteColumn, condition: SQL) =>
  one(agendaItem, and(eq(agendaItem.id, itemId), condition));

export const isActive = and(eq(staff.id, me), isNull(staff.endedAt));
export const isColleague = one(staff, isActive);
export const meetingOpen = (meetingId: SQLiteColumn, ...states: (typeof meeting.$inferSelect)["state"][]) => {
  const running = alias(meeting, "running");
  return one(running, and(eq(running.id, meetingId), inArray(running.state, states)));
};
export const writable = (meetingId: SQLiteColumn) => {
  const unsent = alias(meeting, "unsent");
  return one(unsent, and(eq(unsent.id, meetingId), isNull(unsent.draftSentAt)));
};

export const leadsItemOf = (itemId: SQLiteColumn) => {
  const led = alias(agendaItem, "led_item");
  return one(led, and(eq(led.id, itemId), leads(led.meetingId)));
};

/** The asker leads a running meeting in which the same young person stands again: earlier agreements are followed up there. */
export const leadsLaterItemOf = (youngPersonId: SQLiteColumn) => {
  const later = alias(agendaItem, "later");
  return one(
    later,
    and(eq(later.youngPersonId, youngPersonId), leads(later.meetingId), meetingOpen(later.meetingId, "running")),
  );
};

export const wasInvited = (itemId: SQLiteColumn) =>
  one(participant, and(eq(participant.itemId, itemId), eq(participant.staffId, me)));

export const isPairedWith = (meetingId: SQLiteColumn) => {
  const held = alias(meeting, "held");
  return and(
    one(bigScreen, and(eq(bigScreen.id, me), eq(bigScreen.meetingId, meetingId), isNull(bigScreen.endedAt))),
    one(held, and(eq(held.id, meetingId), ne(held.state, "closed"))),
  );
};
