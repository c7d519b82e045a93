import { int, table, text } from "./columns.ts";

/** A text under its kind, by the `seq` of its entry. No table of the schema: SQLite keeps it, triggers fill it. */
export const searchIndex = table("search_index", {
  rowid: int(),
  name: text(),
  plan: text(),
  action: text(),
  minutes: text(),
});
