import type { Language } from "#db/vocabulary.ts";

/** `a, b og c`: as people say several things in a row. */
export const listed = (words: readonly string[], language: Language): string => {
  const last = words.at(-1) ?? "";
  const before = words.slice(0, -1).join(", ");
  return before ? `${before} ${language === "da" ? "og" : "and"} ${last}` : last;
};

/** Of very many so many are named. */
const MOST_NAMED = 4;

/** Who said no, and about whom: `Voksen (Alma Ny), Bolig`; each once, and of many the first. */
export function saidBy(nos: readonly { by: string; about: string }[]): string {
  const each = nos.map(({ by, about }) => (by && about ? `${by} (${about})` : by || about));
  const once = [...new Set(each)].filter(Boolean);
  return once.slice(0, MOST_NAMED).join(", ") + (once.length > MOST_NAMED ? " …" : "");
}
