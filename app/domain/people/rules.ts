import type { AssignmentKind, Role } from "#db/vocabulary.ts";
import { age } from "../ages.ts";
import { danishSortKey } from "../text.ts";

/** Outside these ages a birth date is taken for a slip of the hand. */
export const YOUNGEST = 10;
export const OLDEST = 40;

export const couldBeYoung = (bornOn: string, today: string): boolean =>
  bornOn <= today && age(bornOn, today) >= YOUNGEST && age(bornOn, today) <= OLDEST;

/** A name for comparing: the order of its words, case and foreign accents are of no account. */
export const foldedName = (firstName: string, lastName: string): string =>
  danishSortKey(`${firstName} ${lastName}`).split(" ").sort().join(" ");

/** A name typed in one piece, as first names and last name: the last word, where there are several. */
export function namesIn(typed: string): [firstName: string, lastName: string] {
  const words = typed.trim().split(/\s+/).filter(Boolean);
  const last = words.length > 1 ? words.pop() : "";
  return [words.join(" "), last ?? ""];
}

/** In what way somebody goes with a young person they write down themselves; a coordinator sees all anyway, an outsider goes with nobody. */
export function ownKind(roles: readonly Role[]): AssignmentKind | null {
  if (roles.includes("coordinator") || roles.includes("external")) return null;
  if (roles.includes("youth_guide")) return "guide";
  if (roles.includes("stu_team")) return "stu_team";
  return roles.includes("caseworker") ? "caseworker" : null;
}

/** Every so many days somebody says that a place with a young person still holds; after so many more without a word it ends. */
export const REVIEWED_EVERY_DAYS = 90;
export const LAPSES_AFTER_DAYS = 104;
