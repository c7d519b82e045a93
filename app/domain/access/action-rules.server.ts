import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { OPEN_ACTIONS } from "../actions/rules.ts";
import { isAssigned } from "./assignment-conditions.server.ts";
import {
  apart,
  hasConflict,
  holds,
  inOrdinary,
  isInvited,
  itemWhere,
  leadsItemOf,
  leadsLaterItemOf,
  worksIn,
} from "./conditions.server.ts";
import { givenToTell, itemSee } from "./item-rules.server.ts";
import { type Entry, sum } from "./rule.server.ts";
import { dayBefore, me, one } from "./terms.server.ts";

const { action, handover } = tables;

const hindered = { ...apart, "conflict of interest": hasConflict(action.itemId) };
const inOrdinaryMeeting = inOrdinary(action.itemId);
/** Who promised, until it is done and a day after, to take back a slip; what was taken over is theirs alone to end. */
const owes = or(
  inArray(action.state, [...OPEN_ACTIONS, "handed_over"]),
  isNull(action.endedAt),
  gt(action.endedAt, dayBefore),
);
const promised = {
  owner: and(eq(action.ownerId, me), owes),
  // What was agreed under § 115 stays with those who were asked to it (domain.md 10, rule 12).
  "the owner's department": and(
    holds("forum_member"),
    worksIn(action.departmentId),
    or(inOrdinaryMeeting, isInvited(action.itemId)),
    owes,
  ),
};

export const actionRules = {
  "action:see": {
    table: action,
    grant: {
      "sees the item": itemWhere(action.itemId, sum(itemSee)),
      ...promised,
    },
    deny: hindered,
  },
  /** To say yes or no for the department. */
  "action:answer": {
    table: action,
    hiddenUnless: "action:see",
    grant: promised,
    deny: hindered,
  },
  /** To say yes or no to taking it over, while it is somebody else's. */
  "action:take-over": {
    table: action,
    grant: {
      "asked to take over": and(
        inArray(action.state, [...OPEN_ACTIONS]),
        inOrdinaryMeeting,
        one(
          handover,
          and(
            eq(handover.actionId, action.id),
            isNull(handover.answeredAt),
            or(eq(handover.staffId, me), and(holds("forum_member"), worksIn(handover.departmentId))),
          ),
        ),
      ),
    },
    deny: hindered,
  },
  /** To say what became of it. */
  "action:follow": {
    table: action,
    hiddenUnless: "action:see",
    grant: {
      ...promised,
      coordinator: and(holds("coordinator"), inOrdinaryMeeting),
      "leads a later item": and(leadsLaterItemOf(action.youngPersonId), inOrdinaryMeeting),
    },
    deny: hindered,
  },
  /** To write down what the young person says to an agreement. */
  "action:tell": {
    table: action,
    hiddenUnless: "action:see",
    grant: {
      coordinator: and(holds("coordinator"), inOrdinaryMeeting),
      "leads the meeting": leadsItemOf(action.itemId),
      assigned: and(isAssigned(action.youngPersonId), inOrdinaryMeeting),
      "tells the young person": itemWhere(action.itemId, givenToTell),
    },
    deny: hindered,
  },
} satisfies Record<string, Entry>;
