/** What fits one A4 sheet at 13 pt, counted in its lines: the head, the foot and the headings are taken off. */
const LINES = 30;
const LETTERS_OF_WORDS = 64;
const LETTERS_OF_AGREEMENT = 60;
/** More than that of own words would leave no room for what was agreed. */
const MOST_LINES_OF_WORDS = 12;
/** Who does it and when stands on a line of its own, and half a line of air. */
const LINES_BESIDE = 1.5;

const linesOf = (text: string, letters: number): number =>
  text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / letters)), 0);

/** The words that have room, ended at a word; `whole` when nothing was left out. */
function cut(words: string): { words: string; whole: boolean } {
  if (linesOf(words, LETTERS_OF_WORDS) <= MOST_LINES_OF_WORDS) return { words, whole: true };
  const kept: string[] = [];
  for (const word of words.split(" ")) {
    if (linesOf([...kept, word].join(" "), LETTERS_OF_WORDS) > MOST_LINES_OF_WORDS) break;
    kept.push(word);
  }
  const text = kept.length > 0 ? kept.join(" ") : words.slice(0, MOST_LINES_OF_WORDS * LETTERS_OF_WORDS);
  return { words: `${text.trimEnd()} …`, whole: false };
}

/** What stands on the one sheet: own words first, then as many agreements as there is room for, in their order. */
export function sheetOf<T extends { text: string }>(wish: string, all: readonly T[]) {
  const { words, whole } = cut(wish);
  let left = LINES - linesOf(words, LETTERS_OF_WORDS);
  const agreements: T[] = [];
  for (const one of all) {
    left -= linesOf(one.text, LETTERS_OF_AGREEMENT) + LINES_BESIDE;
    if (left < 0) break;
    agreements.push(one);
  }
  return { words, whole, agreements, more: all.length - agreements.length };
}
