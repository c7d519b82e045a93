import { isNull, sql } from "drizzle-orm";
import { at, check, flag, id, index, int, on, oneOf, table, text, uniqueIndex, version } from "../columns.ts";
import {
  attendModes,
  concernReceivers,
  contactChannels,
  contactCompanies,
  contactNotes,
  contactResults,
  guideHandoverKinds,
  guideTraits,
  toldWays,
} from "../guide-vocabulary.ts";
import { agendaItem } from "./meetings.ts";
import { youngPerson } from "./people.ts";
import { department, staff } from "./staff.ts";

const aboutWhom = () =>
  text()
    .notNull()
    .references(() => youngPerson.id);
const employee = () => text().references(() => staff.id);

/** Somebody was in touch with a young person, or tried to be; and when they will be next. */
export const contactEntry = table(
  "contact_entry",
  {
    id: id(),
    youngPersonId: aboutWhom(),
    /** Who wrote it. */
    staffId: employee().notNull(),
    happenedAt: at().notNull(),
    channel: text({ enum: contactChannels }).notNull(),
    result: text({ enum: contactResults }).notNull(),
    company: text({ enum: contactCompanies }).notNull(),
    minutes: int(),
    text: text().notNull().default(""),
    kind: text({ enum: contactNotes }).notNull(),
    /** Who keeps a reminder; a note to the case is kept by nobody alone. */
    keptById: employee(),
    /** The last day a reminder is there. */
    deletesOn: on(),
    nextOn: on(),
    /** `13.00`; empty when no hour was agreed. */
    nextTime: text().notNull().default(""),
    nextPlace: text().notNull().default(""),
    writtenAt: at().notNull(),
    removedAt: at(),
    version: version(),
  },
  (t) => [
    index("contact_entry_person").on(t.youngPersonId, t.happenedAt),
    index("contact_entry_staff").on(t.staffId, t.happenedAt),
    index("contact_entry_deletes").on(t.deletesOn),
    oneOf("contact_entry_channel", t.channel, contactChannels),
    oneOf("contact_entry_result", t.result, contactResults),
    oneOf("contact_entry_company", t.company, contactCompanies),
    oneOf("contact_entry_kind", t.kind, contactNotes),
    check("contact_entry_reminder", sql`(${t.kind} = 'reminder') = (${t.deletesOn} is not null)`),
  ],
);

/** Somebody is worried about a young person, and who is to know today. What it is about stands in the notification system. */
export const concern = table(
  "concern",
  {
    id: id(),
    youngPersonId: aboutWhom(),
    raisedById: employee().notNull(),
    raisedAt: at().notNull(),
    receiver: text({ enum: concernReceivers }).notNull(),
    takenById: employee(),
    takenAt: at(),
    version: version(),
  },
  (t) => [
    index("concern_open").on(t.receiver).where(isNull(t.takenAt)),
    index("concern_person").on(t.youngPersonId),
    oneOf("concern_receiver", t.receiver, concernReceivers),
  ],
);

/** A guide's room for young people, in points (domain.md 6.2); whoever has no row has the municipality's own number. */
export const guideCapacity = table(
  "guide_capacity",
  {
    /** The guide. */
    id: text()
      .primaryKey()
      .references(() => staff.id),
    points: int().notNull(),
    version: version(),
  },
  (t) => [check("guide_capacity_points", sql`${t.points} between 0 and 100`)],
);

/** A district, a competency or a language of a guide: a code of its list. */
export const guideTrait = table(
  "guide_trait",
  {
    id: id(),
    staffId: employee().notNull(),
    trait: text({ enum: guideTraits }).notNull(),
    code: text().notNull(),
    removedAt: at(),
    version: version(),
  },
  (t) => [
    uniqueIndex("guide_trait_one").on(t.staffId, t.trait, t.code).where(isNull(t.removedAt)),
    oneOf("guide_trait_trait", t.trait, guideTraits),
  ],
);

/** A young person is to be handed on; until the receiver has said yes they are with who gives them. */
export const guideHandover = table(
  "guide_handover",
  {
    id: id(),
    youngPersonId: aboutWhom(),
    kind: text({ enum: guideHandoverKinds }).notNull(),
    fromStaffId: employee().notNull(),
    toStaffId: employee(),
    toDepartmentId: text().references(() => department.id),
    /** The other municipality, or the place in the adult system, by name. */
    toName: text().notNull().default(""),
    /** The young person, the giver and the receiver have met. */
    metOn: on(),
    /** The young person has whom to call, in writing. */
    writtenOn: on(),
    /** What to do with own reminders: handed on, else they are deleted. */
    remindersGo: flag(),
    askedAt: at().notNull(),
    /** Who pressed: the receiver, or for a place that is none of ours who heard the yes there. */
    acceptedById: employee(),
    acceptedAt: at(),
    /** Who said yes in another municipality or the adult system, and on which day; empty for a receiver of our own. */
    saidYesBy: text().notNull().default(""),
    saidYesOn: on(),
    declineReason: text().notNull().default(""),
    declinedAt: at(),
    withdrawnAt: at(),
    /** When the giver saw that somebody has taken over. */
    seenAt: at(),
    version: version(),
  },
  (t) => [
    uniqueIndex("guide_handover_open")
      .on(t.youngPersonId)
      .where(sql`${t.acceptedAt} is null and ${t.declinedAt} is null and ${t.withdrawnAt} is null`),
    index("guide_handover_person").on(t.youngPersonId),
    index("guide_handover_to").on(t.toStaffId),
    oneOf("guide_handover_kind", t.kind, guideHandoverKinds),
  ],
);

/** What a young person says before a meeting beside their own words to it (domain.md 4.3). */
export const voicePrepared = table(
  "voice_prepared",
  {
    /** The item. */
    id: text()
      .primaryKey()
      .references(() => agendaItem.id),
    helps: text().notNull().default(""),
    /** Who is to be there, and who is not. */
    company: text().notNull().default(""),
    attends: text({ enum: attendModes }),
    /** Who goes along with the young person. */
    follower: text().notNull().default(""),
    /** Read aloud to the young person, who said: that is right. */
    confirmedOn: on(),
    version: version(),
  },
  (t) => [oneOf("voice_prepared_attends", t.attends, attendModes)],
);

/** A young person was told what was agreed in an item. */
export const itemTold = table(
  "item_told",
  {
    /** The item. */
    id: text()
      .primaryKey()
      .references(() => agendaItem.id),
    toldById: employee().notNull(),
    toldOn: on().notNull(),
    how: text({ enum: toldWays }).notNull(),
    words: text().notNull().default(""),
    version: version(),
  },
  (t) => [oneOf("item_told_how", t.how, toldWays)],
);
