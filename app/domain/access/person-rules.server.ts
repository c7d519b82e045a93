import { and, eq, isNotNull, or } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { tables } from "#db/index.server.ts";
import { isAssigned, isGuide, isLeadWorker } from "./assignment-conditions.server.ts";
import { caseHasEnded } from "./case-conditions.server.ts";
import { apart, holds, invitedForPerson, isNamedReader } from "./conditions.server.ts";
import { studies } from "./course-conditions.server.ts";
import { inEmergency } from "./emergency-conditions.server.ts";
import type { Entry } from "./rule.server.ts";
import { me } from "./terms.server.ts";

const { sealedNote, youngPerson } = tables;

const seesByWork = (youngPersonId: SQLiteColumn) =>
  or(holds("coordinator"), isAssigned(youngPersonId), invitedForPerson(youngPersonId));

/** What may be known of a young person, and what is kept from most who know them. */
export const personRules = {
  "person:see": {
    table: youngPerson,
    grant: {
      coordinator: holds("coordinator"),
      assigned: isAssigned(youngPerson.id),
      invited: invitedForPerson(youngPerson.id),
      "the STU team": studies(youngPerson.id),
      "break-glass": inEmergency(youngPerson.id),
    },
    deny: apart,
  },
  /** The page of a young person: for those who go with them, not for who is only asked to an item. */
  "person:open": {
    table: youngPerson,
    hiddenUnless: "person:see",
    grant: {
      coordinator: holds("coordinator"),
      assigned: isAssigned(youngPerson.id),
      "the STU team": studies(youngPerson.id),
      "break-glass": inEmergency(youngPerson.id),
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
  /** To say that those who go with a young person still do. */
  "person:review": {
    table: youngPerson,
    hiddenUnless: "person:see",
    grant: { coordinator: holds("coordinator"), "lead worker": isLeadWorker(youngPerson.id) },
    deny: apart,
  },
  /** Where the young person lives, when that is protected; whoever may write it down may read it. */
  "person:address": {
    table: youngPerson,
    hiddenUnless: "person:see",
    grant: { "lead worker": isLeadWorker(youngPerson.id), guide: isGuide(youngPerson.id) },
    deny: apart,
  },
  "person:note": {
    table: youngPerson,
    hiddenUnless: "person:see",
    grant: { coordinator: holds("coordinator"), assigned: isAssigned(youngPerson.id) },
    deny: apart,
  },
  /** A sealed note is there for those it names, for as long as they see the young person by their work; for nobody else. */
  "note:see": {
    table: sealedNote,
    grant: { "named reader": and(isNamedReader(sealedNote.id), seesByWork(sealedNote.youngPersonId)) },
    deny: { ...apart, destroyed: isNotNull(sealedNote.destroyedAt) },
  },
  "note:destroy": {
    table: sealedNote,
    hiddenUnless: "note:see",
    grant: { author: and(eq(sealedNote.authorId, me), seesByWork(sealedNote.youngPersonId)) },
    deny: { ...apart, destroyed: isNotNull(sealedNote.destroyedAt) },
  },
  /** To write in the shared plan of a young person: what they want, what runs for them. What has ended is read. */
  "person:plan": {
    table: youngPerson,
    hiddenUnless: "person:see",
    grant: { coordinator: holds("coordinator"), assigned: isAssigned(youngPerson.id) },
    deny: { ...apart, "the case has ended": caseHasEnded(youngPerson.id) },
  },
  /** To pause a young person's case, to end it and to open it again. */
  "person:case": {
    table: youngPerson,
    hiddenUnless: "person:see",
    grant: { coordinator: holds("coordinator"), "lead worker": isLeadWorker(youngPerson.id) },
    deny: apart,
  },
} satisfies Record<string, Entry>;
