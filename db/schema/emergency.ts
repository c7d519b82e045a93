import { at, id, index, int, on, oneOf, table, text, version } from "../columns.ts";
import { emergencyReasons, emergencyVerdicts } from "../vocabulary.ts";
import { youngPerson } from "./people.ts";
import { staff } from "./staff.ts";

/** `Nødadgang`: somebody opened what they have no right to, for one young person and an hour; another looks it through afterwards. */
export const breakGlass = table(
  "break_glass",
  {
    id: id(),
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    reason: text({ enum: emergencyReasons }).notNull(),
    words: text().notNull(),
    startedAt: at().notNull(),
    endsAt: at().notNull(),
    renewals: int().notNull().default(0),
    /** Ended by hand, before its time. */
    endedAt: at(),
    reviewBy: on().notNull(),
    verdict: text({ enum: emergencyVerdicts }),
    verdictNote: text().notNull().default(""),
    reviewedAt: at(),
    reviewedById: text().references(() => staff.id),
    version: version(),
  },
  (t) => [
    index("break_glass_staff").on(t.staffId),
    index("break_glass_young_person").on(t.youngPersonId),
    oneOf("break_glass_reason", t.reason, emergencyReasons),
    oneOf("break_glass_verdict", t.verdict, emergencyVerdicts),
  ],
);
