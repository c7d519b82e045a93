import type { ConsentKind, Sector, TextClass } from "#db/vocabulary.ts";
import { age, turns } from "../ages.ts";
import { addDays } from "../calendar.ts";
import { copenhagenInstant } from "../moments.ts";

/** From an age (in years, until the next entry's): who must say yes. */
export type Givers = { fromAge: number; youngPerson: boolean; custodyHolders: boolean };

/** The limits of a legal basis, as its row in the register says them. */
export type Limits = {
  sectors: readonly Sector[];
  textClasses: readonly TextClass[];
  areas: readonly string[] | null;
  consent: "none" | ConsentKind;
  givers: readonly Givers[];
  maxDays: number | null;
  maxUses: number | null;
  extraUses: number;
  ageFrom: number | null;
  ageTo: number | null;
  meetingTypes: readonly string[] | null;
  ownWords: boolean;
  fromOn: string;
  toOn: string | null;
};

/** What a choice is made for. */
export type Choice = {
  sector: Sector;
  bornOn: string;
  today: string;
  meetingType: string;
  /** Former meetings in which the basis was used for the young person. */
  uses: number;
  extraReason: string;
  hasConsent: boolean;
};

/** Why a basis cannot be chosen; the words of each stand with the screens. */
export type Hindrance =
  | "not-in-force"
  | "not-for-sector"
  | "not-at-age"
  | "not-in-meeting-type"
  | "no-consent"
  | "used-up"
  | "needs-reason";

/** The only meeting in which somebody may speak by § 115 of retsplejeloven, and in which nothing else is shared. */
export const SECTION_115 = "section115";

/** The first thing that stands in the way of a choice, or null. */
export function hindranceTo(limits: Limits, choice: Choice): Hindrance | null {
  const { today, bornOn, meetingType } = choice;
  const years = age(bornOn, today);
  if (limits.fromOn > today || (limits.toOn !== null && limits.toOn <= today)) return "not-in-force";
  if (!limits.sectors.includes(choice.sector)) return "not-for-sector";
  if (years < (limits.ageFrom ?? 0) || years >= (limits.ageTo ?? Number.POSITIVE_INFINITY)) return "not-at-age";
  if (limits.meetingTypes ? !limits.meetingTypes.includes(meetingType) : meetingType === SECTION_115)
    return "not-in-meeting-type";
  if (limits.consent !== "none" && !choice.hasConsent) return "no-consent";
  if (limits.maxUses !== null && choice.uses >= limits.maxUses + limits.extraUses) return "used-up";
  if (limits.maxUses !== null && choice.uses >= limits.maxUses && choice.extraReason === "") return "needs-reason";
  return null;
}

/** Which class of text hangs on a life area: a consent that leaves the area out does not open it. */
const AREA_OF: Partial<Record<TextClass, string>> = { health: "health", criminal: "crime" };

/** The classes above the shared one that a choice opens: those of the basis, as far as the consent speaks of them. */
export function classesOpened(
  limits: Pick<Limits, "textClasses">,
  consentAreas: readonly string[] | null,
): TextClass[] {
  return limits.textClasses.filter((textClass) => {
    const area = AREA_OF[textClass];
    return area === undefined || consentAreas === null || consentAreas.includes(area);
  });
}

/** Who must say yes at an age; nobody where no consent is asked. */
export function giversAt(givers: readonly Givers[], years: number): { youngPerson: boolean; custodyHolders: boolean } {
  const entry = givers.filter(({ fromAge }) => fromAge <= years).at(-1);
  return { youngPerson: entry?.youngPerson ?? false, custodyHolders: entry?.custodyHolders ?? false };
}

const HEALTH_DAYS = 365;
const ADULT = 18;

/**
 * The moment a consent ends, whatever day was typed: a health consent after a year (sundhedsloven § 44), one that custody
 * holders alone gave at 00:00 of the 18th birthday (domain.md 10, rule 6).
 */
export function consentEnds(given: {
  kind: ConsentKind;
  givenOn: string;
  expiresOn: string;
  bornOn: string;
  byYoungPerson: boolean;
}): string {
  const days = [given.expiresOn];
  if (given.kind === "health") days.push(addDays(given.givenOn, HEALTH_DAYS));
  if (!given.byYoungPerson) days.push(turns(given.bornOn, ADULT));
  const [first = given.expiresOn] = days.sort();
  return copenhagenInstant(first, "00:00");
}

/** The moment a chosen basis ends by itself; null: with the item. */
export function basisEnds(
  limits: Pick<Limits, "maxDays" | "ageTo" | "toOn">,
  at: { today: string; bornOn: string },
): string | null {
  const days = [];
  if (limits.maxDays !== null) days.push(addDays(at.today, limits.maxDays));
  if (limits.ageTo !== null) days.push(turns(at.bornOn, limits.ageTo));
  if (limits.toOn !== null) days.push(limits.toOn);
  const [first] = days.sort();
  return first === undefined ? null : copenhagenInstant(first, "00:00");
}
