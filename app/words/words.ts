import { createContext, useContext } from "react";
import type { Language } from "#db/vocabulary.ts";
import type { da } from "./da.ts";

/** Every text of the screens; English has the same shape, or it does not compile. */
export type Words = typeof da;

/** The catalogue of a language. A page's browser loads only its own. */
export const wordsIn = async (language: Language): Promise<Words> =>
  language === "en" ? (await import("./en.ts")).en : (await import("./da.ts")).da;

const Texts = createContext<Words | null>(null);
export const TextsProvider = Texts.Provider;

/** The texts of the page's language: `const t = useWords()`, then `t.board.…`. */
export function useWords(): Words {
  const words = useContext(Texts);
  if (!words) throw new Error("No texts");
  return words;
}

/** A catalogue's shape with its texts open: what the English one must have. */
export type Shape<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Shape<T[K]>;
};
