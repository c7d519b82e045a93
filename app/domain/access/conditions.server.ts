import { and, eq, gt, inArray, isNull, lt, lte, ne, or, type SQL } from "drizzle-orm";
import { alias, type SQLiteColumn } from "drizzle-orm/sqlite-core";
import { tables } from "#db/index.server.ts";
import type { Role, SharedContent, TextClass } from "#db/vocabulary.ts";
import { SECTION_115 } from "../sharing/rules.ts";
import { holdsNow } from "./consent-conditions.server.ts";
import { not } from "./rule.server.ts";
import { current, lapsed, me, now, one, today } from "./terms.server.ts";

const {
  agendaItem,
  bigScreen,
  conflictOfInterest,
  department,
  itemClosing,
  itemTold,
  meeting,
  meetingMember,
  membership,
  participant,
  roleGrant,
  sealedNoteReader,
  sharingBasis,
  sharingBasisClass,
  staff,
} = tables;

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
export const throughDepartment = (departmentId: SQLiteColumn) => or(isNull(departmentId), worksIn(departmentId));
/** Any meeting but one under § 115, which is for those in it alone (retsplejeloven; domain.md 10, rule 12). */
export const isOrdinary = (meetingId: SQLiteColumn) => {
  const typed = alias(meeting, "typed");
  return one(typed, and(eq(typed.id, meetingId), ne(typed.typeCode, SECTION_115)));
};
export const inOrdinary = (itemId: SQLiteColumn) => {
  const typed = alias(agendaItem, "typed_item");
  return one(typed, and(eq(typed.id, itemId), isOrdinary(typed.meetingId)));
};

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

/** A chosen basis holds at this moment: its own limits, and the consent it leans on. Time ends it, without any change of data. */
export const inForce = (basis: {
  fromAt: SQLiteColumn;
  endsAt: SQLiteColumn;
  endedAt: SQLiteColumn;
  consentId: SQLiteColumn;
}) =>
  and(
    lte(basis.fromAt, now),
    isNull(basis.endedAt),
    or(isNull(basis.endsAt), gt(basis.endsAt, now)),
    or(isNull(basis.consentId), holdsNow(basis.consentId)),
  );

type Seat = { itemId: SQLiteColumn; departmentId: SQLiteColumn };

/** The department of a seat may share in what is said of the item's young person. */
const sharesBy = ({ itemId, departmentId }: Seat, content: SharedContent, textClass?: TextClass) =>
  one(
    sharingBasis,
    and(
      eq(sharingBasis.itemId, itemId),
      eq(sharingBasis.departmentId, departmentId),
      eq(sharingBasis.content, content),
      inForce(sharingBasis),
      textClass &&
        one(
          sharingBasisClass,
          and(eq(sharingBasisClass.sharingBasisId, sharingBasis.id), eq(sharingBasisClass.textClass, textClass)),
        ),
    ),
  );

/** A department of the municipality itself. */
export const isOwn = (departmentId: SQLiteColumn) =>
  one(department, and(eq(department.id, departmentId), eq(department.sector, "municipality")));

/** Works in some department of the municipality itself. */
export const worksInOwn = one(
  membership,
  and(eq(membership.staffId, me), current(membership), isOwn(membership.departmentId)),
);

type ItemColumns = { id: SQLiteColumn; youngPersonId: SQLiteColumn; state: SQLiteColumn };

/** Until an item is taken those invited may read it; after that those of the municipality who took part. */
const stillReads = (item: Pick<ItemColumns, "state">, seat: { presence: SQLiteColumn } & Seat) =>
  or(ne(item.state, "handled"), and(inArray(seat.presence, ["room", "video"]), isOwn(seat.departmentId)));

/** Invited, and through a department with a basis; where nobody is named none is needed. `textClass`: one above the shared. */
export const takesPart = (item: ItemColumns, textClass?: TextClass) => {
  const seat = alias(participant, "own_seat");
  const shares = sharesBy(seat, "item", textClass);
  return one(
    seat,
    and(
      eq(seat.itemId, item.id),
      eq(seat.staffId, me),
      isNull(seat.removedAt),
      throughDepartment(seat.departmentId),
      stillReads(item, seat),
      textClass ? shares : or(isNull(item.youngPersonId), shares),
    ),
  );
};

/** Invited through a school that may have the three facts, and nothing else. */
export const getsFacts = (itemId: SQLiteColumn) => {
  const seat = alias(participant, "own_seat");
  return one(
    seat,
    and(
      eq(seat.itemId, itemId),
      eq(seat.staffId, me),
      isNull(seat.removedAt),
      throughDepartment(seat.departmentId),
      sharesBy(seat, "school_facts"),
    ),
  );
};

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
      isOrdinary(theirs.meetingId),
      takesPart(theirs),
      not(hasConflict(theirs.id)),
    ),
  );
};

export const invitedInMeeting = (meetingId: SQLiteColumn) => {
  const seat = alias(agendaItem, "seat");
  return one(seat, and(eq(seat.meetingId, meetingId), isNull(seat.removedAt), isInvited(seat.id)));
};

/** An item of that id for which the condition holds. */
export const itemWhere = (itemId: SQLiteColumn, condition: SQL | undefined) =>
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

/** Was given the young person of the item to tell, who has not been told before today; what nobody does for so long lapses. */
export const isGivenToTell = (itemId: SQLiteColumn) =>
  and(
    one(
      itemClosing,
      and(eq(itemClosing.id, itemId), eq(itemClosing.informStaffId, me), gt(itemClosing.informOn, lapsed)),
    ),
    not(one(itemTold, and(eq(itemTold.id, itemId), lt(itemTold.toldOn, today)))),
  );

export const isPairedWith = (meetingId: SQLiteColumn) => {
  const held = alias(meeting, "held");
  return and(
    one(bigScreen, and(eq(bigScreen.id, me), eq(bigScreen.meetingId, meetingId), isNull(bigScreen.endedAt))),
    one(held, and(eq(held.id, meetingId), ne(held.state, "closed"))),
  );
};

export const isNamedReader = (noteId: SQLiteColumn) =>
  one(sealedNoteReader, and(eq(sealedNoteReader.noteId, noteId), eq(sealedNoteReader.staffId, me)));
