import type { HeardWay } from "#db/vocabulary.ts";

type Heard = { how: HeardWay | null; words: string; tries: string };

/** Whoever did not want to, or was not reached, has no words to write down. */
export function needsWords(how: HeardWay): boolean {
  return how !== "declined" && how !== "not_reached";
}

/** The young person was heard, or it stands why not: both are answers. */
export function isHeard(voice: Heard | null | undefined): boolean {
  if (!voice?.how) return false;
  if (needsWords(voice.how)) return voice.words !== "";
  return voice.how === "declined" || voice.tries !== "";
}
