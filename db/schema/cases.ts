import { isNull } from "drizzle-orm";
import { at, id, index, on, oneOf, table, text, uniqueIndex, version } from "../columns.ts";
import { caseStates } from "../vocabulary.ts";
import { youngPerson } from "./people.ts";

/** What the forum coordinates for a young person, from the first word until it ends; opened again it is another one. */
export const coordinationCase = table(
  "coordination_case",
  {
    id: id(),
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    state: text({ enum: caseStates }).notNull(),
    /** Since when it stands in this state. */
    sinceOn: on().notNull(),
    openedOn: on().notNull(),
    /** A code of the ways a case ends: chosen when closing begins. */
    exit: text().notNull().default(""),
    /** A code of the reasons for a pause. */
    pause: text().notNull().default(""),
    /** When somebody takes it up again, while it is paused. */
    resumeOn: on(),
    endedAt: at(),
    version: version(),
  },
  (t) => [
    uniqueIndex("coordination_case_open").on(t.youngPersonId).where(isNull(t.endedAt)),
    index("coordination_case_person").on(t.youngPersonId, t.endedAt),
    index("coordination_case_resume").on(t.resumeOn),
    oneOf("coordination_case_state", t.state, caseStates),
  ],
);
