import { and, eq, inArray, isNotNull, ne, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { UpperClass } from "../minutes/classes.ts";
import { isAssigned } from "./assignment-conditions.server.ts";
import {
  apart,
  getsFacts,
  hasConflict,
  holds,
  isGivenToTell,
  isMember,
  isOrdinary,
  isOut,
  leads,
  meetingOpen,
  takesPart,
  wasInvited,
  worksInOwn,
  writable,
} from "./conditions.server.ts";
import { inEmergency } from "./emergency-conditions.server.ts";
import { type Entry, not, sum } from "./rule.server.ts";

const { agendaItem } = tables;

const hindered = { ...apart, "conflict of interest": hasConflict(agendaItem.id) };
const offTheAgenda = { removed: isNotNull(agendaItem.removedAt) };
const sent = { "draft is sent": not(writable(agendaItem.meetingId)) };
const coordinatesItem = and(holds("coordinator"), isOrdinary(agendaItem.meetingId));
/** Whoever goes with a young person has a place in the forum's meetings, not in those under § 115. */
const goesAlong = and(isAssigned(agendaItem.youngPersonId), isOrdinary(agendaItem.meetingId));

export const itemSee = {
  table: agendaItem,
  grant: {
    coordinator: coordinatesItem,
    "leads the meeting": leads(agendaItem.meetingId),
    invited: and(isOut(agendaItem.meetingId), takesPart(agendaItem)),
    assigned: goesAlong,
    "common item": and(eq(agendaItem.kind, "common"), isOut(agendaItem.meetingId), isMember(agendaItem.meetingId)),
    "break-glass": and(isOrdinary(agendaItem.meetingId), inEmergency(agendaItem.youngPersonId)),
  },
  deny: { ...hindered, ...offTheAgenda },
} satisfies Entry;

/**
 * Given the young person to tell: who reads the item, and whoever works in the municipality keeps the task until it is done and
 * that day, when the approved minutes are no longer theirs.
 */
export const givenToTell = and(
  isGivenToTell(agendaItem.id),
  or(sum(itemSee), and(worksInOwn, isOrdinary(agendaItem.meetingId))),
);

/** To read what of an item stands in a class above the shared: those who keep its minutes, and those whose basis covers the class. */
const readsClass = (textClass: UpperClass) =>
  ({
    table: agendaItem,
    hiddenUnless: "item:see",
    grant: {
      "leads the meeting": leads(agendaItem.meetingId),
      "basis covers the class": and(isOut(agendaItem.meetingId), takesPart(agendaItem, textClass)),
    },
    deny: { ...hindered, ...offTheAgenda },
  }) satisfies Entry;

export const itemRules = {
  "item:see": itemSee,
  /** The three facts that a school may have without consent, and nothing else of the item (LKI § 15 d). */
  "item:facts": {
    table: agendaItem,
    grant: { school: and(isOut(agendaItem.meetingId), getsFacts(agendaItem.id)) },
    deny: { ...hindered, ...offTheAgenda },
  },
  "item:named_departments": readsClass("named_departments"),
  "item:health": readsClass("health"),
  "item:criminal": readsClass("criminal"),
  "item:child_case": readsClass("child_case"),
  /** To lead an item: agenda facts, roll call, closing. */
  "item:run": {
    table: agendaItem,
    hiddenUnless: "item:see",
    grant: { coordinator: coordinatesItem, "leads the meeting": leads(agendaItem.meetingId) },
    deny: { ...hindered, ...offTheAgenda, ...sent },
  },
  /** To write in an item: those who run it until the draft is sent, those invited while it is open. */
  "item:write": {
    table: agendaItem,
    hiddenUnless: "item:see",
    grant: {
      coordinator: coordinatesItem,
      "leads the meeting": leads(agendaItem.meetingId),
      invited: and(eq(agendaItem.state, "open"), meetingOpen(agendaItem.meetingId, "running"), takesPart(agendaItem)),
    },
    deny: { ...hindered, ...offTheAgenda, ...sent },
  },
  /** To write down what the young person says, before the item or in it. */
  "item:hear": {
    table: agendaItem,
    hiddenUnless: "item:see",
    grant: {
      coordinator: coordinatesItem,
      "leads the meeting": leads(agendaItem.meetingId),
      assigned: and(goesAlong, inArray(agendaItem.state, ["planned", "open"])),
      invited: and(eq(agendaItem.state, "open"), takesPart(agendaItem)),
    },
    deny: { ...hindered, ...offTheAgenda, ...sent },
  },
  /** To tell the young person what was agreed, once the item was taken. */
  "item:tell": {
    table: agendaItem,
    hiddenUnless: "item:see",
    grant: {
      coordinator: coordinatesItem,
      "leads the meeting": leads(agendaItem.meetingId),
      assigned: goesAlong,
      "tells the young person": givenToTell,
    },
    deny: { ...hindered, ...offTheAgenda, "not taken yet": ne(agendaItem.state, "handled") },
  },
  /** To hand in what one had typed when the item moved on, or the right ended. */
  "item:hand-in": {
    table: agendaItem,
    grant: {
      coordinator: coordinatesItem,
      "leads the meeting": leads(agendaItem.meetingId),
      "was invited": wasInvited(agendaItem.id),
    },
    deny: { ...apart, ...sent },
  },
} satisfies Record<string, Entry>;
