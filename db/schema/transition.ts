import { sql } from "drizzle-orm";
import { at, check, id, index, int, on, oneOf, table, text, uniqueIndex, version } from "../columns.ts";
import { checkStates, clarifiedAbouts, considerations, coverages, modelMeetings } from "../vocabulary.ts";
import { youngPerson } from "./people.ts";
import { staff } from "./staff.ts";

const aboutWhom = () =>
  text()
    .notNull()
    .references(() => youngPerson.id);

/** How a young person stands before the law on the way to 18: one row each, with the young person's own id. */
export const transition = table(
  "transition",
  {
    id: text()
      .primaryKey()
      .references(() => youngPerson.id),
    covered: text({ enum: coverages }).notNull().default("not_judged"),
    coveredEvidence: text().notNull().default(""),
    judgedById: text().references(() => staff.id),
    /** When the support basis from 18 was decided; null while it is not (§ 123, stk. 3). Where and by whom: a reference, no decision of ours. */
    supportBasisDecidedOn: on(),
    supportBasisEvidence: text().notNull().default(""),
    version: version(),
  },
  (t) => [oneOf("transition_covered", t.covered, coverages)],
);

/** One of the six considerations: made when somebody first writes it. */
export const transitionCheck = table(
  "transition_check",
  {
    id: id(),
    youngPersonId: aboutWhom(),
    consideration: text({ enum: considerations }).notNull(),
    state: text({ enum: checkStates }).notNull(),
    responsibleId: text().references(() => staff.id),
    /** When it is to be in place, or came into place. */
    standsOn: on(),
    evidence: text().notNull().default(""),
    version: version(),
  },
  (t) => [
    uniqueIndex("transition_check_one").on(t.youngPersonId, t.consideration),
    oneOf("transition_check_consideration", t.consideration, considerations),
    oneOf("transition_check_state", t.state, checkStates),
  ],
);

/** How far something is clarified, from a day on: a new row each time, so that what stood on the birthday stays. */
export const clarification = table(
  "clarification",
  {
    id: id(),
    youngPersonId: aboutWhom(),
    about: text({ enum: clarifiedAbouts }).notNull(),
    level: int().notNull(),
    standsOn: on().notNull(),
    evidence: text().notNull(),
    writtenById: text().references(() => staff.id),
    writtenAt: at().notNull(),
  },
  (t) => [
    index("clarification_person").on(t.youngPersonId),
    oneOf("clarification_about", t.about, clarifiedAbouts),
    check("clarification_level", sql`${t.level} between 0 and 5`),
  ],
);

/** One of the three model meetings: when it is planned, and when it was held. */
export const transitionMeeting = table(
  "transition_meeting",
  {
    id: id(),
    youngPersonId: aboutWhom(),
    model: text({ enum: modelMeetings }).notNull(),
    plannedOn: on(),
    heldOn: on(),
    version: version(),
  },
  (t) => [
    uniqueIndex("transition_meeting_one").on(t.youngPersonId, t.model),
    oneOf("transition_meeting_model", t.model, modelMeetings),
  ],
);
