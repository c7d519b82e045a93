import type { NetworkKind, ParticipantKind } from "#db/vocabulary.ts";
import { danishSortKey } from "../text.ts";

type Known = { kind: NetworkKind; name: string };

const wordsOf = (name: string): string[] => danishSortKey(name).split(" ").filter(Boolean);

/** As whom somebody comes who is not named. */
const comesAs: Partial<Record<NetworkKind, ParticipantKind>> = {
  parent: "parent",
  guardian: "parent",
  companion: "companion",
};

/**
 * Whether somebody who comes into the room may be that person: by their name, also a part of it; who comes without one may be
 * any of their kind.
 */
export function mayBe(known: Known, comes: { kind: ParticipantKind; name: string }): boolean {
  if (comes.kind === "staff" || comes.kind === "young_person") return false;
  const [ofKnown, ofComer] = [wordsOf(known.name), wordsOf(comes.name)];
  if (ofKnown.length === 0) return false;
  if (ofComer.length === 0) return comesAs[known.kind] === comes.kind;
  const [fewer, more] = ofKnown.length < ofComer.length ? [ofKnown, ofComer] : [ofComer, ofKnown];
  return fewer.every((word) => more.includes(word));
}
