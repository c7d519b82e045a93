import { cleanText } from "../text.ts";

const MOST_LETTERS = 80;
const MOST_WORDS = 8;

/** What was typed, word by word; the same letters however the machine that they were typed on spells them. */
export const wordsIn = (typed: string): string[] =>
  cleanText(typed).slice(0, MOST_LETTERS).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);

export const lettersIn = (word: string): number => [...word].length;

/** Where a word stands in a text, whatever its case; -1 for nowhere. */
const placeOf = (text: string, word: string): number => text.toLowerCase().indexOf(word.toLowerCase());

export const holdsAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => placeOf(text, word) >= 0);

const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/** How well one word fits: a word of the text, the beginning of one, or a part of one. */
function fitOf(text: string, word: string): number {
  const [small, sought] = [text.toLowerCase(), word.toLowerCase()];
  let best = 0;
  for (let at = small.indexOf(sought); at >= 0; at = small.indexOf(sought, at + 1)) {
    const begins = !isLetter(small[at - 1]);
    const ends = !isLetter(small[at + sought.length]);
    best = Math.max(best, begins && ends ? 3 : begins ? 2 : 1);
  }
  return best;
}

/** How well a text fits what was typed: the sum over its words. */
export const fitOfAll = (text: string, words: readonly string[]): number =>
  words.reduce((sum, word) => sum + fitOf(text, word), 0);

/** A piece of a text: what was found, with what stands before and after it. */
export type Excerpt = { before: string; found: string; after: string };

const BEFORE = 40;
const AFTER = 90;

/** The piece of the text around the first of the words that stands in it, cut at whole words. */
export function excerptOf(text: string, words: readonly string[]): Excerpt {
  const line = text.replace(/\s+/g, " ");
  const places = words.map((word) => ({ at: placeOf(line, word), length: word.length })).filter(({ at }) => at >= 0);
  const { at, length } = places.sort((a, b) => a.at - b.at)[0] ?? { at: 0, length: 0 };
  const before = line.slice(0, at);
  const after = line.slice(at + length);
  const cutBefore = before.length > BEFORE ? `… ${before.slice(-BEFORE).replace(/^\S*\s/, "")}` : before;
  const cutAfter = after.length > AFTER ? `${after.slice(0, AFTER).replace(/\s\S*$/, "")} …` : after;
  return { before: cutBefore, found: line.slice(at, at + length), after: cutAfter };
}
