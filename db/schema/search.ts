import { index, oneOf, place, table, text, uniqueIndex } from "../columns.ts";
import { searchKinds } from "../vocabulary.ts";
import { agendaItem } from "./meetings.ts";
import { youngPerson } from "./people.ts";

/** Texts that were written or changed since the index last took them in: they are not found until it has. */
export const searchDue = table("search_due", { sourceId: text().primaryKey() });

/** Where a text that is searched through stands. Kept by triggers beside its source; the words are in the index (search.server.ts). */
export const searchEntry = table(
  "search_entry",
  {
    seq: place(),
    kind: text({ enum: searchKinds }).notNull(),
    /** The row that holds the text: of the young person, of their plan, an agreement, a paragraph. */
    sourceId: text().notNull(),
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    itemId: text().references(() => agendaItem.id),
  },
  (t) => [
    uniqueIndex("search_entry_source").on(t.sourceId),
    index("search_entry_person").on(t.youngPersonId),
    index("search_entry_item").on(t.itemId),
    oneOf("search_entry_kind", t.kind, searchKinds),
  ],
);
