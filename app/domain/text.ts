import { readCpr } from "#domain/people/cpr.ts";

// Kept: the joiner inside an emoji, its colour or text mark, and the flags that are spelled with tags.
const KEPT =
  /\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}|(?<=\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)\u200D(?=\p{Extended_Pictographic})|(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]|(?<=[0-9#*])\uFE0F(?=\u20E3)/u;
const UNSEEN = /(?!\n)[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/u;
const SIFT = new RegExp(`(${KEPT.source})|${UNSEEN.source}`, "gu");

const segmenter = new Intl.Segmenter("da", { granularity: "grapheme" });

/** Every typed text passes here: NFC, trimmed, no control, direction or zero-width characters; lines and spaces stay. */
export function cleanText(input: string): string {
  return input
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/\t/g, " ")
    .replace(SIFT, "$1")
    .normalize("NFC")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}

/** Longer, a segmenter takes more time for each letter than for the one before. */
const PIECE = 512;

/** The length as a reader counts: an emoji or a letter with its accents is one. Counts no further than just past `most`. */
export function graphemes(text: string, most = Number.POSITIVE_INFINITY): number {
  let count = 0;
  let from = 0;
  while (from < text.length && count <= most) {
    const piece = text.slice(from, from + PIECE);
    let last = 0;
    for (const { index } of segmenter.segment(piece)) {
      last = index;
      count++;
    }
    const isWhole = last === 0 || from + PIECE >= text.length;
    // The last of a piece may go on in the next, and is counted there.
    if (!isWhole) count--;
    from += isWhole ? PIECE : last;
  }
  return count;
}

/** Whether a text has at most that many graphemes; it never has more of them than code units, which cost nothing to count. */
export const isWithin = (text: string, most: number): boolean => text.length <= most || graphemes(text, most) <= most;

/** Nothing in it can be seen: no letter, figure, sign or picture. */
export function looksEmpty(text: string): boolean {
  return !/[\p{L}\p{N}\p{P}\p{S}]/u.test(cleanText(text).replaceAll("\u2800", ""));
}

/** A key whose plain order is the Danish one: æ, ø, å after z, aa as å, the case and foreign accents of no account. */
export function danishSortKey(text: string): string {
  return cleanText(text)
    .toLowerCase()
    .normalize("NFD")
    .replace(/[{|}]/g, "")
    .replace(/æ|a\u0308/g, "{")
    .replace(/ø|o\u0308|o\u030B/g, "|")
    .replace(/a\u030A|aa/g, "}")
    .replace(/u\u0308|u\u030B/g, "y")
    .replaceAll("œ", "oe")
    .replaceAll("ß", "ss")
    .replaceAll("þ", "th")
    .replace(/[đð]/g, "d")
    .replaceAll("ł", "l")
    .replace(/\p{M}|['\u2019.]/gu, "")
    .replace(/[\s\p{Pd}]+/gu, " ")
    .trim();
}

/** A civil registration number, or a replacement number, stands somewhere in the text. */
export function hasCpr(text: string): boolean {
  const plain = cleanText(text).normalize("NFKC");
  for (const [number] of plain.matchAll(/(?<!\d)\d{6} ?[\p{Pd}\u2212.]? ?\d{4}(?!\d)/gu))
    if ("digits" in readCpr(number.replace(/\D/g, ""))) return true;
  return false;
}

const DECISION =
  /(?<!\p{L})(?:gen)?(?:bevil(?:g|lig|ling)\p{L}*|afgør(?:e|es|s|else\p{L}*)?|afgjor(?:t|de|des|te)|(?:re)?visit(?:er|ér|ation)\p{L}*)(?!\p{L})/iu;

/** The words of an administrative decision, which the forum never makes: grant, decide, refer, in their forms. */
export function soundsLikeDecision(text: string): boolean {
  return DECISION.test(cleanText(text));
}
