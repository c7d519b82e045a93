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
import { schemeStates, windowStarts } from "../vocabulary.ts";
import { youngPerson } from "./people.ts";
import { department, staff } from "./staff.ts";

const aboutWhom = () =>
  text()
    .notNull()
    .references(() => youngPerson.id);

/** What a scheme of the list `scheme` asks for, from a day on: law moves, so it is a row. */
export const schemeRule = table(
  "scheme_rule",
  {
    code: text().notNull(),
    hintDa: text().notNull(),
    hintEn: text().notNull(),
    /** The law or the authority that says so. */
    source: text().notNull(),
    /** From what its months are counted; null where it has none. */
    countsFrom: text({ enum: windowStarts }),
    months: int(),
    fromOn: on().notNull(),
    toOn: on(),
  },
  (t) => [
    primaryKey({ columns: [t.code, t.fromOn] }),
    oneOf("scheme_rule_counts_from", t.countsFrom, windowStarts),
    check("scheme_rule_window", sql`(${t.countsFrom} is null) = (${t.months} is null)`),
  ],
);

/** A scheme that somebody thinks of for a young person: a hint, never a decision. */
export const schemeHint = table(
  "scheme_hint",
  {
    id: id(),
    youngPersonId: aboutWhom(),
    /** A code of the schemes. */
    kind: text().notNull(),
    state: text({ enum: schemeStates }).notNull(),
    departmentId: text().references(() => department.id),
    /** The last day of the education that its months are counted from. */
    educationEndedOn: on(),
    fromOn: on(),
    toOn: on(),
    note: text().notNull().default(""),
    removedAt: at(),
    version: version(),
  },
  (t) => [index("scheme_hint_person").on(t.youngPersonId), oneOf("scheme_hint_state", t.state, schemeStates)],
);

/** Where a young person works, with pay or without. */
export const placement = table(
  "placement",
  {
    id: id(),
    youngPersonId: aboutWhom(),
    employer: text().notNull(),
    /** A code of the kinds of placement. */
    kind: text().notNull(),
    paid: flag().notNull(),
    /** Minutes a week; null when nobody has said. */
    weekMinutes: int(),
    fromOn: on().notNull(),
    toOn: on(),
    /** A workplace of the municipality's own. */
    municipal: flag().notNull().default(false),
    /** Who takes care of the young person there. */
    contactName: text().notNull().default(""),
    contactPhone: text().notNull().default(""),
    /** A code of how it went; empty until somebody has said. */
    outcome: text().notNull().default(""),
    removedAt: at(),
    version: version(),
  },
  (t) => [index("placement_person").on(t.youngPersonId)],
);

/** The young person's own number for how it goes, from 0 to 10: in general, or in a life area. */
export const wellbeingRating = table(
  "wellbeing_rating",
  {
    id: id(),
    youngPersonId: aboutWhom(),
    /** A code of the life areas; empty for how it goes in general. */
    area: text().notNull().default(""),
    score: int().notNull(),
    ratedOn: on().notNull(),
    askedById: text().references(() => staff.id),
    removedAt: at(),
    version: version(),
  },
  (t) => [
    uniqueIndex("wellbeing_rating_one").on(t.youngPersonId, t.area, t.ratedOn).where(isNull(t.removedAt)),
    check("wellbeing_rating_score", sql`${t.score} between 0 and 10`),
  ],
);

/** A plan that is kept elsewhere: where it is found, and nothing of what it says. */
export const externalPlan = table(
  "external_plan",
  {
    id: id(),
    youngPersonId: aboutWhom(),
    /** A code of the kinds of plan. */
    kind: text().notNull(),
    departmentId: text()
      .notNull()
      .references(() => department.id),
    system: text().notNull(),
    number: text().notNull().default(""),
    /** https, without a civil registration number. */
    link: text().notNull().default(""),
    removedAt: at(),
    version: version(),
  },
  (t) => [index("external_plan_person").on(t.youngPersonId)],
);
