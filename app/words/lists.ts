import type { Language } from "#db/vocabulary.ts";

/** `a, b og c`: as people say several things in a row. */
export const listed = (words: readonly string[], language: Language): string => {
  const last = words.at(-1) ?? "";
  const before = words.slice(0, -1).join(", ");
  return before ? `${before} ${language === "da" ? "og" : "and"} ${last}` : last;
};
