import { and, eq, gt, inArray, isNotNull, isNull, lt, ne, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { isAssigned } from "./assignment-conditions.server.ts";
import { apart, holds, isActive, worksIn } from "./conditions.server.ts";
import { hasConflictAround } from "./emergency-conditions.server.ts";
import { type Entry, not } from "./rule.server.ts";
import { dayBefore, me, today } from "./terms.server.ts";

const { concern, contactEntry, guideHandover, guideRequest, staff, youngNotComing, youngPerson } = tables;

const gone = {
  ...apart,
  removed: isNotNull(contactEntry.removedAt),
  "past its day": and(isNotNull(contactEntry.deletesOn), lt(contactEntry.deletesOn, today)),
};
const isTheirs = or(eq(contactEntry.kind, "case_note"), eq(contactEntry.keptById, me));

const toLeader = and(inArray(concern.receiver, ["leader", "duty_desk"]), holds("leader"));
const toCoordinator = and(inArray(concern.receiver, ["coordinator", "duty_desk"]), holds("coordinator"));

const goesWithYoungPeople = holds("coordinator", "youth_guide", "stu_team", "caseworker");

/** Being in touch with a young person: who may write of it, and who reads it (domain.md 6.3). */
export const contactRules = {
  /** A note to the case is for those who go with the young person; a reminder for its keeper alone. */
  "contact:see": {
    table: contactEntry,
    grant: { assigned: and(isTheirs, isAssigned(contactEntry.youngPersonId)) },
    deny: gone,
  },
  "contact:change": {
    table: contactEntry,
    hiddenUnless: "contact:see",
    grant: { author: and(eq(contactEntry.staffId, me), isTheirs, isAssigned(contactEntry.youngPersonId)) },
    deny: gone,
  },
  "contact:write": {
    table: youngPerson,
    hiddenUnless: "person:see",
    grant: { assigned: isAssigned(youngPerson.id) },
    deny: apart,
  },
  /** That somebody is worried: whoever said so, and those who were to know that day. */
  "concern:see": {
    table: concern,
    grant: {
      author: eq(concern.raisedById, me),
      leader: toLeader,
      coordinator: toCoordinator,
    },
    deny: apart,
  },
  "concern:take": {
    table: concern,
    hiddenUnless: "concern:see",
    grant: { leader: toLeader, coordinator: toCoordinator },
    deny: apart,
  },
  /** The guide whom a young person has said yes to says yes or no themselves. */
  "guide-request:answer": {
    table: guideRequest,
    grant: {
      proposed: and(
        eq(guideRequest.proposedId, me),
        // In their other window it is said that they have: the place has begun.
        or(
          eq(guideRequest.state, "accepted_by_youth"),
          and(eq(guideRequest.state, "active"), eq(guideRequest.endedOn, today)),
        ),
        holds("youth_guide"),
        not(hasConflictAround(guideRequest.youngPersonId)),
      ),
    },
    deny: apart,
  },
  /** That a young person does not come after all, or is given on by somebody else: the guide who was told, or whose they were. */
  "not-coming:see": {
    table: youngNotComing,
    grant: {
      "was to come": and(
        eq(youngNotComing.staffId, me),
        holds("youth_guide"),
        not(hasConflictAround(youngNotComing.youngPersonId)),
      ),
    },
    deny: apart,
  },
  /** To take a young person over, or not: the guide who is asked, or those of the department who work with young people. */
  "guide-handover:answer": {
    table: guideHandover,
    grant: {
      "asked to take over": and(
        isNull(guideHandover.declinedAt),
        isNull(guideHandover.withdrawnAt),
        // Of two who say yes in the same second the other is told that somebody has.
        or(isNull(guideHandover.acceptedAt), gt(guideHandover.acceptedAt, dayBefore)),
        ne(guideHandover.fromStaffId, me),
        or(
          and(eq(guideHandover.toStaffId, me), holds("youth_guide")),
          and(worksIn(guideHandover.toDepartmentId), goesWithYoungPeople, not(holds("external"))),
        ),
        not(hasConflictAround(guideHandover.youngPersonId)),
      ),
    },
    deny: apart,
  },
  /** That somebody has taken over from the giver, whatever they may know of the young person since: until they have seen it. */
  "guide-handover:taken": {
    table: guideHandover,
    grant: {
      "gave on": and(
        eq(guideHandover.fromStaffId, me),
        isNotNull(guideHandover.acceptedAt),
        isNull(guideHandover.seenAt),
        // Who wrote the yes down themselves knows of it.
        or(isNull(guideHandover.acceptedById), ne(guideHandover.acceptedById, me)),
        not(hasConflictAround(guideHandover.youngPersonId)),
      ),
    },
    deny: apart,
  },
  /** How the young people are shared out among the guides: numbers, of nobody. */
  "guides:load": {
    table: staff,
    grant: {
      guide: and(isActive, holds("youth_guide")),
      coordinator: and(isActive, holds("coordinator")),
      leader: and(isActive, holds("leader")),
    },
  },
  /** Whom each guide goes with, by name; who goes with whom, and what is written of each guide. */
  "guides:manage": { table: staff, grant: { coordinator: and(isActive, holds("coordinator")) } },
  /** The page of one's own young people. */
  "guides:mine": {
    table: staff,
    grant: { "works with young people": and(isActive, holds("youth_guide", "stu_team")) },
  },
} satisfies Record<string, Entry>;
