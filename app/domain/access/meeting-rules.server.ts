import { and, eq, ne, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { SECTION_115 } from "../sharing/rules.ts";
import {
  apart,
  hasConflict,
  holds,
  invitedInMeeting,
  isColleague,
  isMember,
  isPairedWith,
} from "./conditions.server.ts";
import { emergencyInMeeting } from "./emergency-conditions.server.ts";
import { hidesSome } from "./existence-conditions.server.ts";
import { isPlaceKept } from "./place-conditions.server.ts";
import { type Entry, not } from "./rule.server.ts";
import { me } from "./terms.server.ts";

const { meeting } = tables;

/** A meeting under § 115 is for those who are in it: not for the forum's coordinator. */
const coordinatesMeeting = and(holds("coordinator"), ne(meeting.typeCode, SECTION_115));

const seesMeeting = {
  coordinator: coordinatesMeeting,
  "leads the meeting": or(eq(meeting.chairId, me), eq(meeting.minuteTakerId, me)),
  member: and(ne(meeting.state, "draft"), isMember(meeting.id)),
  invited: and(ne(meeting.state, "draft"), invitedInMeeting(meeting.id)),
  "break-glass": and(ne(meeting.state, "draft"), ne(meeting.typeCode, SECTION_115), emergencyInMeeting(meeting.id)),
};

export const meetingRules = {
  "meeting:see": { table: meeting, grant: seesMeeting },
  /** Where it is held, its video room too. Whoever runs it says where, and knows. */
  "meeting:place": {
    table: meeting,
    hiddenUnless: "meeting:see",
    grant: seesMeeting,
    deny: {
      "from outside, and somebody may be looked for": and(
        not(or(seesMeeting.coordinator, seesMeeting["leads the meeting"])),
        isPlaceKept(meeting.id),
      ),
    },
  },
  /** The whole agenda as slots without names, and its place; not for a member from whom one of them is hidden. */
  "meeting:whole": {
    table: meeting,
    hiddenUnless: "meeting:see",
    grant: {
      coordinator: coordinatesMeeting,
      "leads the meeting": or(eq(meeting.chairId, me), eq(meeting.minuteTakerId, me)),
      member: and(
        ne(meeting.state, "draft"),
        isMember(meeting.id),
        not(hidesSome(meeting.id)),
        not(isPlaceKept(meeting.id)),
      ),
    },
  },
  "meeting:run": {
    table: meeting,
    hiddenUnless: "meeting:see",
    grant: {
      coordinator: coordinatesMeeting,
      "leads the meeting": or(eq(meeting.chairId, me), eq(meeting.minuteTakerId, me)),
    },
  },
  /** To approve the minutes: the chair's alone (domain.md 4.7). */
  "meeting:approve": {
    table: meeting,
    hiddenUnless: "meeting:see",
    grant: { chair: eq(meeting.chairId, me) },
  },
  /** To know that a meeting is held on that day, as the next one: once it is sent out everybody at the table may. */
  "meeting:expect": {
    table: meeting,
    grant: {
      coordinator: coordinatesMeeting,
      "leads the meeting": or(eq(meeting.chairId, me), eq(meeting.minuteTakerId, me)),
      "is sent out": and(ne(meeting.state, "draft"), isColleague),
    },
    deny: apart,
  },
  /**
   * A room's computer sees the big screen of the meeting it is paired with, until the meeting is closed; whoever runs the
   * meeting sees it in an own window, but never an item they have a conflict in.
   */
  "screen:of-meeting": {
    table: meeting,
    grant: {
      paired: isPairedWith(meeting.id),
      coordinator: coordinatesMeeting,
      "leads the meeting": or(eq(meeting.chairId, me), eq(meeting.minuteTakerId, me)),
    },
    deny: { ...apart, "conflict of interest": and(eq(meeting.room, "item"), hasConflict(meeting.pointerItemId)) },
  },
} satisfies Record<string, Entry>;
