import { isNull, sql } from "drizzle-orm";
import {
  at,
  check,
  flag,
  id,
  index,
  int,
  on,
  oneOf,
  primaryKey,
  table,
  text,
  uniqueIndex,
  version,
} from "../columns.ts";
import {
  courseEndings,
  deadlineAnchors,
  deadlineCodes,
  followUpCodes,
  leavesToCall,
  rubricDimensions,
  rubricSources,
  ruleOrigins,
} from "../stu-vocabulary.ts";
import { youngPerson } from "./people.ts";

const ofCourse = () =>
  text()
    .notNull()
    .references(() => stuCourse.id);

/** What a course must keep, and when somebody asks after it, from a day on: law moves, so it is a row (domain.md 5.3). */
export const deadlineRule = table(
  "deadline_rule",
  {
    code: text({ enum: [...deadlineCodes, ...followUpCodes] }).notNull(),
    anchor: text({ enum: deadlineAnchors }).notNull(),
    /** From the anchor; before it when negative. */
    months: int().notNull(),
    days: int().notNull().default(0),
    /** Comes again, counted from when it was last held. */
    repeats: flag().notNull().default(false),
    origin: text({ enum: ruleOrigins }).notNull(),
    source: text().notNull(),
    fromOn: on().notNull(),
    toOn: on(),
  },
  (t) => [
    primaryKey({ columns: [t.code, t.fromOn] }),
    oneOf("deadline_rule_code", t.code, [...deadlineCodes, ...followUpCodes]),
    oneOf("deadline_rule_anchor", t.anchor, deadlineAnchors),
    oneOf("deadline_rule_origin", t.origin, ruleOrigins),
  ],
);

/** A place that offers specially arranged youth education. */
export const stuProvider = table(
  "stu_provider",
  {
    id: id(),
    name: text().notNull(),
    sortKey: text().notNull(),
    phone: text().notNull().default(""),
    closedOn: on(),
    version: version(),
  },
  (t) => [uniqueIndex("stu_provider_name").on(t.sortKey)],
);

/** A young person's specially arranged youth education (STU): days and references, from which its state follows. */
export const stuCourse = table(
  "stu_course",
  {
    id: id(),
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    referredOn: on().notNull(),
    assessedOn: on(),
    decidedOn: on(),
    /** What was decided; null until then. The decision itself stands where it was made. */
    granted: flag(),
    decisionSystem: text().notNull().default(""),
    decisionNumber: text().notNull().default(""),
    providerId: text().references(() => stuProvider.id),
    placeChosenOn: on(),
    /** Why one place alone was offered (STU-loven § 2 a). */
    onlyPlaceReason: text().notNull().default(""),
    line: text().notNull().default(""),
    startOn: on(),
    /** The end as it was planned at the start; what interrupts the course is added to it. */
    baseEndOn: on(),
    /** Hours a year; 840 at least. */
    yearHours: int(),
    /** The municipality that it came from, or went to. */
    fromMunicipality: text().notNull().default(""),
    toMunicipality: text().notNull().default(""),
    endedOn: on(),
    ending: text({ enum: courseEndings }),
    /** Whether the young person may be called afterwards, and when that was asked. */
    leaveToCall: text({ enum: leavesToCall }).notNull().default("not_asked"),
    leaveAskedOn: on(),
    /** From this day on nothing is left to follow, and the team no longer sees it. */
    closedOn: on(),
    /** One line that the team keeps in mind. */
    note: text().notNull().default(""),
    version: version(),
  },
  (t) => [
    // One at a time: what was refused or has ended leaves room for another.
    uniqueIndex("stu_course_open")
      .on(t.youngPersonId)
      .where(sql`${t.endedOn} is null and (${t.granted} is null or ${t.granted} = 1)`),
    index("stu_course_person").on(t.youngPersonId),
    index("stu_course_provider").on(t.providerId),
    oneOf("stu_course_ending", t.ending, courseEndings),
    oneOf("stu_course_leave", t.leaveToCall, leavesToCall),
    check("stu_course_decided", sql`(${t.decidedOn} is null) = (${t.granted} is null)`),
    check("stu_course_ended", sql`(${t.endedOn} is null) = (${t.ending} is null)`),
  ],
);

/** A place that was offered for a course; one may be the young person's own proposal (STU-loven § 2 b). */
export const stuPlaceOffer = table(
  "stu_place_offer",
  {
    id: id(),
    courseId: ofCourse(),
    providerId: text()
      .notNull()
      .references(() => stuProvider.id),
    ownProposal: flag().notNull().default(false),
    offeredOn: on().notNull(),
    removedAt: at(),
    version: version(),
  },
  (t) => [uniqueIndex("stu_place_offer_one").on(t.courseId, t.providerId).where(isNull(t.removedAt))],
);

/** Time in which a course rests. */
export const stuInterruption = table(
  "stu_interruption",
  {
    id: id(),
    courseId: ofCourse(),
    fromOn: on().notNull(),
    /** The first day back; null while it lasts. */
    resumedOn: on(),
    /** A code of the reasons. */
    reason: text().notNull(),
    removedAt: at(),
    version: version(),
  },
  (t) => [
    index("stu_interruption_course").on(t.courseId),
    check("stu_interruption_order", sql`${t.resumedOn} is null or ${t.resumedOn} > ${t.fromOn}`),
  ],
);

/** What was written of a deadline: the day it is planned for, the day it was held. Made at the first writing. */
export const stuDeadline = table(
  "stu_deadline",
  {
    id: id(),
    courseId: ofCourse(),
    code: text({ enum: deadlineCodes }).notNull(),
    /** Of one that comes again which time it is. */
    number: int().notNull(),
    plannedOn: on(),
    heldOn: on(),
    version: version(),
  },
  (t) => [
    uniqueIndex("stu_deadline_one").on(t.courseId, t.code, t.number),
    oneOf("stu_deadline_code", t.code, deadlineCodes),
  ],
);

/** How clear one of the five things is that come after the course, from a day on: a new row each time, setbacks and all. */
export const stuClarification = table(
  "stu_clarification",
  {
    id: id(),
    courseId: ofCourse(),
    about: text({ enum: rubricDimensions }).notNull(),
    level: int().notNull(),
    source: text({ enum: rubricSources }).notNull(),
    standsOn: on().notNull(),
    note: text().notNull().default(""),
    writtenAt: at().notNull(),
  },
  (t) => [
    index("stu_clarification_course").on(t.courseId),
    oneOf("stu_clarification_about", t.about, rubricDimensions),
    oneOf("stu_clarification_source", t.source, rubricSources),
    check("stu_clarification_level", sql`${t.level} between 0 and 3`),
  ],
);
