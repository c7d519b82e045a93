import { at, flag, id, index, int, on, oneOf, primaryKey, table, text, uniqueIndex, version } from "../columns.ts";
import {
  actionStates,
  blockedReasons,
  heardWays,
  lapseReasons,
  paragraphKinds,
  textClasses,
  youthAnswers,
} from "../vocabulary.ts";
import { agendaItem } from "./meetings.ts";
import { youngPerson } from "./people.ts";
import { goal } from "./plan.ts";
import { department, staff } from "./staff.ts";

/** The young person's own words to an item, and how they were heard. One row for an item. */
export const youthVoice = table(
  "youth_voice",
  {
    id: id(),
    itemId: text()
      .notNull()
      .references(() => agendaItem.id),
    words: text().notNull().default(""),
    how: text({ enum: heardWays }),
    heardById: text().references(() => staff.id),
    heardOn: on(),
    /** Why, and what was tried, when the young person was not reached. */
    tries: text().notNull().default(""),
    /** What the young person does not want to be talked about. */
    notToDiscuss: text().notNull().default(""),
    textClass: text({ enum: textClasses }).notNull().default("open_in_forum"),
    version: version(),
  },
  (t) => [uniqueIndex("youth_voice_item").on(t.itemId), oneOf("youth_voice_how", t.how, heardWays)],
);

/** A solution the young person could choose. */
export const optionPresented = table(
  "option_presented",
  {
    id: id(),
    itemId: text()
      .notNull()
      .references(() => agendaItem.id),
    text: text().notNull(),
    departmentId: text().references(() => department.id),
    actionId: text(),
    removedAt: at(),
    textClass: text({ enum: textClasses }).notNull().default("open_in_forum"),
    version: version(),
  },
  (t) => [index("option_presented_item").on(t.itemId)],
);

/** A paragraph of an item's minutes. */
export const paragraph = table(
  "paragraph",
  {
    id: id(),
    itemId: text()
      .notNull()
      .references(() => agendaItem.id),
    kind: text({ enum: paragraphKinds }).notNull(),
    departmentId: text().references(() => department.id),
    authorId: text()
      .notNull()
      .references(() => staff.id),
    text: text().notNull(),
    removedAt: at(),
    textClass: text({ enum: textClasses }).notNull().default("open_in_forum"),
    version: version(),
  },
  (t) => [index("paragraph_item").on(t.itemId), oneOf("paragraph_kind", t.kind, paragraphKinds)],
);

/** A department that may read a paragraph of the class `named_departments`. */
export const paragraphReader = table(
  "paragraph_reader",
  {
    paragraphId: text()
      .notNull()
      .references(() => paragraph.id),
    departmentId: text()
      .notNull()
      .references(() => department.id),
  },
  (t) => [primaryKey({ columns: [t.paragraphId, t.departmentId] })],
);

/** An agreement: what a department, and a named person in it, promises by a day. */
export const action = table(
  "action",
  {
    id: id(),
    itemId: text()
      .notNull()
      .references(() => agendaItem.id),
    youngPersonId: text().references(() => youngPerson.id),
    /** Its number in the item, never used again, so that "aftale 3" can be said aloud. */
    number: int().notNull(),
    position: int().notNull(),
    text: text().notNull(),
    departmentId: text().references(() => department.id),
    ownerId: text().references(() => staff.id),
    /** Who changed its sentence, day or owner last; nobody while it stands as it was made. */
    editedById: text().references(() => staff.id),
    /** The young person's own agreement: talked about, never late. */
    byYoungPerson: flag().notNull().default(false),
    dueOn: on(),
    howSeen: text().notNull().default(""),
    /** The young person's goal that it serves. */
    goalId: text().references(() => goal.id),
    state: text({ enum: actionStates }).notNull(),
    acceptedById: text().references(() => staff.id),
    acceptedAt: at(),
    declineReason: text(),
    blockedReason: text({ enum: blockedReasons }),
    blockedNote: text().notNull().default(""),
    cancelReason: text(),
    /** It was not withdrawn: the case ended, and it with it. */
    lapseReason: text({ enum: lapseReasons }),
    resultNote: text().notNull().default(""),
    youthAnswer: text({ enum: youthAnswers }).notNull().default("not_asked"),
    /** What the young person said to it, in their own words. */
    youthWords: text().notNull().default(""),
    /** A decision made elsewhere that it hangs together with: in which system, its case there, and its day. */
    decisionSystem: text().notNull().default(""),
    decisionCase: text().notNull().default(""),
    decisionOn: on(),
    createdAt: at().notNull(),
    endedAt: at(),
    textClass: text({ enum: textClasses }).notNull().default("open_in_forum"),
    version: version(),
  },
  (t) => [
    index("action_item").on(t.itemId),
    index("action_person").on(t.youngPersonId, t.state, t.dueOn),
    index("action_owner").on(t.ownerId),
    index("action_department").on(t.departmentId),
    oneOf("action_state", t.state, actionStates),
    oneOf("action_youth_answer", t.youthAnswer, youthAnswers),
  ],
);
