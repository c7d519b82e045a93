import { isNull } from "drizzle-orm";
import { at, id, index, int, json, on, oneOf, table, text, uniqueIndex, version } from "../columns.ts";
import { goalStates, planParts, planVoices } from "../vocabulary.ts";
import { agendaItem } from "./meetings.ts";
import { youngPerson } from "./people.ts";
import { department, staff } from "./staff.ts";

/**
 * A text of the shared plan: a row of its own, so that it is saved alone. The plan has the shared class only (domain.md 3.3).
 * Of one place there is one text: of the young person, or of a life area, and where departments write each their own, of one.
 */
export const planText = table(
  "plan_text",
  {
    id: id(),
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    part: text({ enum: planParts }).notNull(),
    /** A code of the life areas; empty for what is about all of them. */
    area: text().notNull().default(""),
    /** Whose part it is, where each department writes its own. */
    departmentId: text().references(() => department.id),
    text: text().notNull(),
    /** Of own words: to whom they were said, and when. */
    heardById: text().references(() => staff.id),
    heardOn: on(),
    editedById: text().references(() => staff.id),
    editedAt: at().notNull(),
    version: version(),
  },
  (t) => [
    uniqueIndex("plan_text_shared").on(t.youngPersonId, t.part, t.area).where(isNull(t.departmentId)),
    uniqueIndex("plan_text_own").on(t.youngPersonId, t.part, t.area, t.departmentId),
    oneOf("plan_text_part", t.part, planParts),
  ],
);

/** The plan as it stood when an item's minutes were approved; each version leans on the one before it by its hash. */
export const planVersion = table(
  "plan_version",
  {
    id: id(),
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    number: int().notNull(),
    itemId: text()
      .notNull()
      .references(() => agendaItem.id),
    /** The rows of the plan. */
    content: json<{ kind: string; id: string }[]>().notNull(),
    at: at().notNull(),
    byId: text().references(() => staff.id),
    hash: text().notNull(),
  },
  (t) => [uniqueIndex("plan_version_number").on(t.youngPersonId, t.number)],
);

/** A life area that matters most now, to the young person or to the professionals. */
export const planPriority = table(
  "plan_priority",
  {
    id: id(),
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    voice: text({ enum: planVoices }).notNull(),
    area: text().notNull(),
    removedAt: at(),
    version: version(),
  },
  (t) => [index("plan_priority_person").on(t.youngPersonId), oneOf("plan_priority_voice", t.voice, planVoices)],
);

/** What the young person wants to reach, in the first person. */
export const goal = table(
  "goal",
  {
    id: id(),
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    area: text().notNull().default(""),
    text: text().notNull(),
    why: text().notNull().default(""),
    howSeen: text().notNull().default(""),
    targetOn: on(),
    state: text({ enum: goalStates }).notNull().default("open"),
    /** Who says how it stands, and when; null while nobody has said so. */
    stateVoice: text({ enum: planVoices }),
    stateById: text().references(() => staff.id),
    stateAt: at(),
    removedAt: at(),
    version: version(),
  },
  (t) => [index("goal_person").on(t.youngPersonId), oneOf("goal_state", t.state, goalStates)],
);
