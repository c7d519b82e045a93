import { id, oneOf, table, text, uniqueIndex, version } from "../columns.ts";
import { existenceLevels, existenceRoles } from "../vocabulary.ts";
import { youngPerson } from "./people.ts";

/** What those of a role who have no right to an item about a young person learn of it. No row: what the rules say. */
export const existence = table(
  "existence",
  {
    id: id(),
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    role: text({ enum: existenceRoles }).notNull(),
    level: text({ enum: existenceLevels }).notNull(),
    version: version(),
  },
  (t) => [
    uniqueIndex("existence_person").on(t.youngPersonId, t.role),
    oneOf("existence_role", t.role, existenceRoles),
    oneOf("existence_level", t.level, existenceLevels),
  ],
);
