import type { ConsentKind } from "#db/vocabulary.ts";
import { age, turns } from "../ages.ts";
import { copenhagenInstant } from "../moments.ts";
import { type Givers, giversAt } from "./rules.ts";

/** The row of the register that says who gives a consent of that kind. */
export const BASIS_OF: Record<ConsentKind, string> = {
  exchange: "fvl28_consent",
  health: "sul_43_consent",
};

/** How long a consent runs when no other day is typed. */
export const MONTHS = 12;

/** Who says yes: a network person by id, or the young person (null). */
export type Giver = string | null;
/** And as forms and the log name the young person. */
export const YOUNG_PERSON = "young_person";
type Holder = { id: string; fromOn: string; toOn: string | null };

/**
 * All who must say yes for a consent that is taken on that day: by their age then, and whoever holds custody then. Null when
 * nobody can: the register has no such basis that day, or a custody holder is asked for and none is known.
 */
export function mustSay(
  givers: readonly Givers[],
  bornOn: string,
  holders: readonly Holder[],
  day: string,
): Giver[] | null {
  const { youngPerson, custodyHolders } = giversAt(givers, age(bornOn, day));
  const known = holders.filter(({ fromOn, toOn }) => fromOn <= day && (toOn === null || toOn > day));
  if (custodyHolders && known.length === 0) return null;
  const all: Giver[] = [...(youngPerson ? [null] : []), ...(custodyHolders ? known.map(({ id }) => id) : [])];
  return all.length > 0 ? all : null;
}

export const consentStates = ["in_force", "waiting", "withdrawn", "turned_18", "expired"] as const;
export type ConsentState = (typeof consentStates)[number];

/** How a consent stands at a moment: derived, never stored. `missing` is who has not said yes; null when nobody can. */
export function consentState(
  of: {
    withdrawnAt: string | null;
    endsAt: string;
    bornOn: string;
    said: readonly Giver[];
  },
  missing: readonly Giver[] | null,
  now: string,
): ConsentState {
  if (of.withdrawnAt !== null && of.withdrawnAt <= now) return "withdrawn";
  if (of.endsAt <= now) {
    const birthday = copenhagenInstant(turns(of.bornOn, 18), "00:00");
    return !of.said.includes(null) && of.endsAt === birthday ? "turned_18" : "expired";
  }
  return missing?.length === 0 ? "in_force" : "waiting";
}
