import { and, eq, inArray, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { tables } from "#db/index.server.ts";
import {
  apart,
  hasConflict,
  holds,
  invitedForPerson,
  invitedInMeeting,
  isActive,
  isAssigned,
  isColleague,
  isInvited,
  isMember,
  isOut,
  isPairedWith,
  itemWhere,
  leads,
  leadsItemOf,
  leadsLaterItemOf,
  me,
  meetingOpen,
  wasInvited,
  worksIn,
  writable,
} from "./conditions.server.ts";
import { sharingRules } from "./sharing-rules.server.ts";

const { action, agendaItem, department, meeting, staff, youngPerson } = tables;

type Conditions = Record<string, SQL | undefined>;
type Entry = { table: SQLiteTable & { id: SQLiteColumn }; hiddenUnless?: string; grant: Conditions; deny?: Conditions };

/** Some grant, and no denial. */
function sum({ grant, deny = {} }: { grant: Conditions; deny?: Conditions | undefined }): SQL {
  const denials = Object.values(deny).map((condition) => sql`not (${condition})`);
  return and(or(...Object.values(grant)), ...denials) ?? sql`0`;
}

const hindered = { ...apart, "conflict of interest": hasConflict(agendaItem.id) };
const hinderedInItem = { ...apart, "conflict of interest": hasConflict(action.itemId) };
const offTheAgenda = { removed: isNotNull(agendaItem.removedAt) };
const sent = { "draft is sent": sql`not ${writable(agendaItem.meetingId)}` };

const itemSee = {
  table: agendaItem,
  grant: {
    coordinator: holds("coordinator"),
    "leads the meeting": leads(agendaItem.meetingId),
    invited: and(isOut(agendaItem.meetingId), isInvited(agendaItem.id)),
    assigned: and(isNotNull(agendaItem.youngPersonId), isAssigned(agendaItem.youngPersonId)),
    "common item": and(eq(agendaItem.kind, "common"), isOut(agendaItem.meetingId), isMember(agendaItem.meetingId)),
  },
  deny: { ...hindered, ...offTheAgenda },
} satisfies Entry;

/**
 * The rule table: who may, named. Grants add up, a denial wins, and what stands in no row is denied.
 * `hiddenUnless` names the right without which a "no" is the same as "never existed".
 */
const table = {
  "meeting:see": {
    table: meeting,
    grant: {
      coordinator: holds("coordinator"),
      "leads the meeting": or(eq(meeting.chairId, me), eq(meeting.minuteTakerId, me)),
      member: and(ne(meeting.state, "draft"), isMember(meeting.id)),
      invited: and(ne(meeting.state, "draft"), invitedInMeeting(meeting.id)),
    },
  },
  /** The whole agenda as slots without names. */
  "meeting:whole": {
    table: meeting,
    hiddenUnless: "meeting:see",
    grant: {
      coordinator: holds("coordinator"),
      "leads the meeting": or(eq(meeting.chairId, me), eq(meeting.minuteTakerId, me)),
      member: and(ne(meeting.state, "draft"), isMember(meeting.id)),
    },
  },
  "meeting:run": {
    table: meeting,
    hiddenUnless: "meeting:see",
    grant: {
      coordinator: holds("coordinator"),
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
      coordinator: holds("coordinator"),
      "leads the meeting": or(eq(meeting.chairId, me), eq(meeting.minuteTakerId, me)),
      "is sent out": and(ne(meeting.state, "draft"), isColleague),
    },
    deny: apart,
  },
  "item:see": itemSee,
  /** To lead an item: agenda facts, roll call, closing. */
  "item:run": {
    table: agendaItem,
    hiddenUnless: "item:see",
    grant: { coordinator: holds("coordinator"), "leads the meeting": leads(agendaItem.meetingId) },
    deny: { ...hindered, ...offTheAgenda, ...sent },
  },
  /** To write in an item: those who run it until the draft is sent, those invited while it is open. */
  "item:write": {
    table: agendaItem,
    hiddenUnless: "item:see",
    grant: {
      coordinator: holds("coordinator"),
      "leads the meeting": leads(agendaItem.meetingId),
      invited: and(
        eq(agendaItem.state, "open"),
        meetingOpen(agendaItem.meetingId, "running"),
        isInvited(agendaItem.id),
      ),
    },
    deny: { ...hindered, ...offTheAgenda, ...sent },
  },
  /** To write down what the young person says, before the item or in it. */
  "item:hear": {
    table: agendaItem,
    hiddenUnless: "item:see",
    grant: {
      coordinator: holds("coordinator"),
      "leads the meeting": leads(agendaItem.meetingId),
      assigned: and(isAssigned(agendaItem.youngPersonId), inArray(agendaItem.state, ["planned", "open"])),
      invited: and(eq(agendaItem.state, "open"), isInvited(agendaItem.id)),
    },
    deny: { ...hindered, ...offTheAgenda, ...sent },
  },
  /** To hand in what one had typed when the item moved on, or the right ended. */
  "item:hand-in": {
    table: agendaItem,
    grant: {
      coordinator: holds("coordinator"),
      "leads the meeting": leads(agendaItem.meetingId),
      "was invited": wasInvited(agendaItem.id),
    },
    deny: { ...apart, ...sent },
  },
  "person:see": {
    table: youngPerson,
    grant: {
      coordinator: holds("coordinator"),
      assigned: isAssigned(youngPerson.id),
      invited: invitedForPerson(youngPerson.id),
    },
    deny: apart,
  },
  /** To say who is guide, caseworker, lead worker for a young person. */
  "person:assign": {
    table: youngPerson,
    hiddenUnless: "person:see",
    grant: { coordinator: holds("coordinator"), assigned: isAssigned(youngPerson.id) },
    deny: apart,
  },
  /** To write down what runs for a young person. */
  "person:effort": {
    table: youngPerson,
    hiddenUnless: "person:see",
    grant: { coordinator: holds("coordinator"), assigned: isAssigned(youngPerson.id) },
    deny: apart,
  },
  "action:see": {
    table: action,
    grant: {
      "sees the item": itemWhere(action.itemId, sum(itemSee)),
      owner: eq(action.ownerId, me),
      "the owner's department": and(holds("forum_member"), worksIn(action.departmentId)),
    },
    deny: hinderedInItem,
  },
  /** To say yes or no for the department. */
  "action:answer": {
    table: action,
    hiddenUnless: "action:see",
    grant: {
      owner: eq(action.ownerId, me),
      "the owner's department": and(holds("forum_member"), worksIn(action.departmentId)),
    },
    deny: hinderedInItem,
  },
  /** To say what became of it. */
  "action:follow": {
    table: action,
    hiddenUnless: "action:see",
    grant: {
      owner: eq(action.ownerId, me),
      "the owner's department": and(holds("forum_member"), worksIn(action.departmentId)),
      coordinator: holds("coordinator"),
      "leads a later item": leadsLaterItemOf(action.youngPersonId),
    },
    deny: hinderedInItem,
  },
  /** To write down what the young person says to an agreement. */
  "action:tell": {
    table: action,
    hiddenUnless: "action:see",
    grant: {
      coordinator: holds("coordinator"),
      "leads the meeting": leadsItemOf(action.itemId),
      assigned: isAssigned(action.youngPersonId),
    },
    deny: hinderedInItem,
  },
  "person:add": {
    table: staff,
    grant: { "works with young people": and(isActive, holds("coordinator", "youth_guide", "stu_team", "caseworker")) },
  },
  "person:settle": { table: staff, grant: { coordinator: and(isActive, holds("coordinator")) } },
  "meeting:make": { table: staff, grant: { coordinator: and(isActive, holds("coordinator")) } },
  "staff:manage": { table: staff, grant: { admin: and(isActive, holds("admin")) } },
  ...sharingRules,
  /** Figures of the forum, without persons. */
  "figures:see": { table: staff, grant: { leader: and(isActive, holds("leader")) } },
  /** How the log stands, never what it says of anybody. */
  "log:count": { table: staff, grant: { dpo: and(isActive, holds("dpo")) } },
  "department:watch": { table: department, grant: { "works there": worksIn(department.id) } },
  /**
   * A room's computer sees the big screen of the meeting it is paired with, until the meeting is closed; whoever runs the
   * meeting sees it in an own window, but never an item they have a conflict in.
   */
  "screen:of-meeting": {
    table: meeting,
    grant: {
      paired: isPairedWith(meeting.id),
      coordinator: holds("coordinator"),
      "leads the meeting": or(eq(meeting.chairId, me), eq(meeting.minuteTakerId, me)),
    },
    deny: { ...apart, "conflict of interest": and(eq(meeting.room, "item"), hasConflict(meeting.pointerItemId)) },
  },
} satisfies Record<string, Entry>;

export type What = keyof typeof table;
export const rules: Record<What, Entry> = table;

/** The sum of the rules for lists, search and counts: some grant, and no denial. Takes the placeholders `me` and `today`. */
export const scope = (what: What): SQL => sum(rules[what]);

/** That no denial of a right stands against the asker: for rows that come with something they see by another right. */
export const unhindered = (what: What): SQL => sum({ grant: { "comes with": sql`1` }, deny: rules[what].deny });
