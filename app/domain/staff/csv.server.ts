import { type Kept, type Line as LineOf, linesOf as linesIn } from "../files/csv.server.ts";

const COLUMNS = ["navn", "brugernavn", "titel", "telefon", "mail", "afdeling", "roller"] as const;
export type Column = (typeof COLUMNS)[number];
export type Line = LineOf<Column>;

/** The lines of a staff file; one from before it had addresses is read all the same. */
export const linesOf = (text: string): Kept<Column> | null => linesIn(text, COLUMNS, ["mail"]);
