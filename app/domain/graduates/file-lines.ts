import { type OutcomeSource, outcomeSources, type WishMet, wishesMet } from "#db/vocabulary.ts";

/** The columns of a file of outcomes, as they stand in its head; in any order. */
export const OUTCOME_COLUMNS = [
  ...(["cpr", "fornavn", "efternavn", "født", "måneder", "dag"] as const),
  ...(["udfald", "timer", "ønske", "kilde"] as const),
] as const;
export type OutcomeColumn = (typeof OUTCOME_COLUMNS)[number];
/** Those that a file of ours has. */
export const WRITTEN_COLUMNS = OUTCOME_COLUMNS.filter((one): one is Exclude<OutcomeColumn, "cpr"> => one !== "cpr");
export const MAY_LACK: readonly OutcomeColumn[] = [
  ...(["cpr", "fornavn", "efternavn", "født", "måneder", "timer", "ønske", "kilde"] as const),
];

const WISHES: Record<WishMet, string> = { yes: "ja", partly: "delvist", no: "nej" };
const SOURCES: Record<OutcomeSource, string> = { young_person: "den unge", department: "afdelingen", other: "andet" };

export const WISH_WORDS = Object.values(WISHES);
export const SOURCE_WORDS = Object.values(SOURCES);

const lower = (text: string) => text.toLocaleLowerCase("da");

export const writtenWish = (wish: WishMet | null): string => (wish ? WISHES[wish] : "");
export const writtenSource = (source: OutcomeSource | null): string => (source ? SOURCES[source] : "");
export const readWish = (text: string): WishMet | undefined => wishesMet.find((one) => WISHES[one] === lower(text));
export const readSource = (text: string): OutcomeSource | undefined =>
  outcomeSources.find((one) => SOURCES[one] === lower(text));
