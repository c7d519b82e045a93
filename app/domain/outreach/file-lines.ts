/** The columns of a file of young people to look for, as they stand in its head; in any order. */
export const LEAD_COLUMNS = [
  ...(["cpr", "fornavn", "efternavn", "født", "adresse", "beskyttet", "telefon"] as const),
  ...(["kilde", "status", "modtaget", "skole", "besked"] as const),
] as const;
export type LeadColumn = (typeof LEAD_COLUMNS)[number];
/** Without these it is read all the same. */
export const LEAD_MAY_LACK: readonly LeadColumn[] = [
  ...(["cpr", "født", "adresse", "beskyttet", "telefon", "status", "modtaget", "skole", "besked"] as const),
];
/** What one file may hold: a youth database of a large municipality (issue 6). */
export const MOST_LEADS = 20_000;

const YES = ["ja", "1", "x", "true", "yes"];
const NO = ["", "nej", "0", "false", "no"];

export const writtenYes = (is: boolean): string => (is ? "ja" : "nej");

/** Yes or no as files write it; null when it is neither. */
export function readYes(cell: string): boolean | null {
  const word = cell.toLocaleLowerCase("da");
  return YES.includes(word) ? true : NO.includes(word) ? false : null;
}
