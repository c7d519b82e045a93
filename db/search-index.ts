import { int, table, text } from "./columns.ts";

/** The texts of a kind, each by the `seq` of its entry. No tables of the schema: SQLite keeps them, triggers fill them. */
const indexOf = <const N extends string>(name: N) => table(name, { rowid: int(), text: text() });

export const searchName = indexOf("search_name");
export const searchPlan = indexOf("search_plan");
export const searchAction = indexOf("search_action");
export const searchMinutes = indexOf("search_minutes");
