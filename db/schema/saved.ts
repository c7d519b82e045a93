import { at, id, index, oneOf, table, text, version } from "../columns.ts";
import { savedPages } from "../vocabulary.ts";
import { staff } from "./staff.ts";

/** How somebody looks at a list, by a name of their own: what the page's address says. */
export const savedView = table(
  "saved_view",
  {
    id: id(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    page: text({ enum: savedPages }).notNull(),
    name: text().notNull(),
    search: text().notNull(),
    removedAt: at(),
    version: version(),
  },
  (t) => [index("saved_view_staff").on(t.staffId), oneOf("saved_view_page", t.page, savedPages)],
);
