import { sql } from "drizzle-orm";
import { at, bytes, check, flag, id, index, int, on, oneOf, table, text, uniqueIndex, version } from "../columns.ts";
import { attemptResults, dayParts, leadStates, leadYesWays, outreachChannels } from "../outreach-vocabulary.ts";
import { agendaItem } from "./meetings.ts";
import { youngPerson } from "./people.ts";
import { legalBasis } from "./sharing.ts";
import { staff } from "./staff.ts";

/** A named place where young people are met or come from: a street corner, a club, a library, a school. */
export const outreachPlace = table(
  "outreach_place",
  {
    id: id(),
    name: text().notNull(),
    sortKey: text().notNull(),
    /** A code of the kinds of place. */
    kind: text().notNull(),
    fromOn: on().notNull(),
    toOn: on(),
    version: version(),
  },
  (t) => [uniqueIndex("outreach_place_name").on(t.sortKey)],
);

/**
 * A young person whom somebody is to look for, and whom the forum may not know. Six facts and no more: name, birth or number,
 * address, telephone, source, last known status. They are erased after twelve months, or when the young person has a case; the row
 * stays as a count.
 */
export const outreachLead = table(
  "outreach_lead",
  {
    id: id(),
    firstName: text().notNull().default(""),
    lastName: text().notNull().default(""),
    sortKey: text().notNull().default(""),
    bornOn: on(),
    cipher: bytes(),
    /** The number's keyed hash, and that of birth and name: by them a file finds them again. Kept while somebody is to be left alone. */
    blindIndex: text(),
    nameIndex: text(),
    /** Never that of somebody whose address is protected. */
    address: text().notNull().default(""),
    protected: flag().notNull().default(false),
    phone: text().notNull().default(""),
    /** A code of the sources. */
    source: text().notNull(),
    /** A code of what was last known; empty when nobody has said. */
    status: text().notNull().default(""),
    state: text({ enum: leadStates }).notNull().default("new"),
    stateOn: on().notNull(),
    receivedOn: on().notNull(),
    /** When somebody last looked whether they are to be sought out: what was tried since says where they stand. */
    checkedAt: at(),
    /** Who has said no is left alone until this day. */
    nextAllowedOn: on(),
    /** Who looks for them. */
    assignedToId: text().references(() => staff.id),
    /** Where they are looked for. */
    placeId: text().references(() => outreachPlace.id),
    /** When nobody was reached after many tries, and a meeting was asked. */
    raisedOn: on(),
    /** The item without a name by which it was asked. */
    raisedItemId: text().references(() => agendaItem.id),
    /** The young person's yes to a case, or the basis without it. */
    yesOn: on(),
    yesHow: text({ enum: leadYesWays }),
    legalBasisId: text().references(() => legalBasis.id),
    youngPersonId: text().references(() => youngPerson.id),
    erasedOn: on(),
    version: version(),
  },
  (t) => [
    uniqueIndex("outreach_lead_number").on(t.blindIndex),
    index("outreach_lead_name").on(t.nameIndex),
    index("outreach_lead_state").on(t.state, t.sortKey),
    oneOf("outreach_lead_state_is", t.state, leadStates),
    oneOf("outreach_lead_yes", t.yesHow, leadYesWays),
    check("outreach_lead_protected", sql`${t.protected} = 0 or ${t.address} = ''`),
    check("outreach_lead_left_alone", sql`${t.state} <> 'declined' or ${t.nextAllowedOn} is not null`),
    check("outreach_lead_case", sql`${t.state} <> 'case' or ${t.yesOn} is not null or ${t.legalBasisId} is not null`),
  ],
);

/** A try to reach somebody: how, when, and what came of it. */
export const outreachAttempt = table(
  "outreach_attempt",
  {
    id: id(),
    leadId: text()
      .notNull()
      .references(() => outreachLead.id),
    channel: text({ enum: outreachChannels }).notNull(),
    triedAt: at().notNull(),
    result: text({ enum: attemptResults }).notNull(),
    triedById: text()
      .notNull()
      .references(() => staff.id),
    /** When it was written down; nobody knows of the oldest. */
    writtenAt: at(),
  },
  (t) => [
    index("outreach_attempt_lead").on(t.leadId),
    oneOf("outreach_attempt_channel", t.channel, outreachChannels),
    oneOf("outreach_attempt_result", t.result, attemptResults),
  ],
);

/** Young people met at a place, without identity: how many, and at most a mark of two letters that whoever met them knows. */
export const outreachEncounter = table(
  "outreach_encounter",
  {
    id: id(),
    placeId: text()
      .notNull()
      .references(() => outreachPlace.id),
    metOn: on().notNull(),
    dayPart: text({ enum: dayParts }).notNull(),
    people: int().notNull(),
    mark: text().notNull().default(""),
    byId: text()
      .notNull()
      .references(() => staff.id),
    /** When it was written down; nobody knows of the oldest. */
    writtenAt: at(),
    /** Who it was, once that is known, and the try that it counts as. */
    leadId: text().references(() => outreachLead.id),
    version: version(),
  },
  (t) => [
    index("outreach_encounter_place").on(t.placeId, t.metOn),
    index("outreach_encounter_lead").on(t.leadId),
    oneOf("outreach_encounter_part", t.dayPart, dayParts),
    check("outreach_encounter_people", sql`${t.people} between 1 and 99`),
    check("outreach_encounter_mark", sql`length(${t.mark}) <= 3`),
  ],
);

/** A school tells of a young person who may drop out: who took it, and what was done. */
export const dropoutAlert = table(
  "dropout_alert",
  {
    id: id(),
    /** A code of what schools tell. */
    kind: text().notNull(),
    /** The school. */
    placeId: text().references(() => outreachPlace.id),
    receivedOn: on().notNull(),
    leadId: text().references(() => outreachLead.id),
    youngPersonId: text().references(() => youngPerson.id),
    /** Who wrote it down, or read the file in which it stood, and when; nobody knows of the oldest. */
    writtenById: text().references(() => staff.id),
    writtenAt: at(),
    takenById: text().references(() => staff.id),
    takenOn: on(),
    handledById: text().references(() => staff.id),
    handledOn: on(),
    /** A code of what was done; empty until then. */
    reaction: text().notNull().default(""),
    version: version(),
  },
  (t) => [
    uniqueIndex("dropout_alert_one").on(t.leadId, t.kind, t.receivedOn),
    uniqueIndex("dropout_alert_person").on(t.youngPersonId, t.kind, t.receivedOn),
    index("dropout_alert_open").on(t.handledOn),
    check("dropout_alert_about", sql`(${t.leadId} is null) <> (${t.youngPersonId} is null)`),
    check("dropout_alert_handled", sql`(${t.handledOn} is null) = (${t.reaction} = '')`),
  ],
);
