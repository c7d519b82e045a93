import { type ClarifiedAbout, clarifiedAbouts, type ModelMeeting, modelMeetings } from "#db/vocabulary.ts";
import { turns } from "../ages.ts";
import { addMonths } from "../calendar.ts";
import { counted } from "../start/figures.ts";

/** From which level something counts as clarified, unless the setting says otherwise (domain.md 4.8: uncertain, so a setting). */
export const CLARIFIED_UNLESS_SET = 4;
export const LEVELS = [0, 1, 2, 3, 4, 5] as const;

/** The day on which somebody is so many years and a half: six months after that birthday. */
const turnsHalf = (bornOn: string, years: number): string => addMonths(turns(bornOn, years), 6);

/** The days that count on the way to 18 (Barnets lov §§ 122-123; domain.md 3.4). */
export const transitionDays = (bornOn: string) => ({
  beginsOn: turnsHalf(bornOn, 15),
  adultOn: turns(bornOn, 18),
  endsOn: turnsHalf(bornOn, 18),
});

/** Whether somebody stands on the list that day: from 15½ to 18½, both days among them. */
export function isInTransition(bornOn: string, today: string): boolean {
  const { beginsOn, endsOn } = transitionDays(bornOn);
  return beginsOn <= today && today <= endsOn;
}

/** When a meeting of the model is to be: at 16, 17½ and 18½. */
export const modelMeetingDay = (bornOn: string, model: ModelMeeting): string =>
  ({
    at_16: () => turns(bornOn, 16),
    at_17_half: () => turnsHalf(bornOn, 17),
    at_18_half: () => turnsHalf(bornOn, 18),
  })[model]();

export type MeetingStand = "held" | "planned" | "not_planned" | "day_gone";

/** How each meeting of the model stands that day; one that nobody planned and whose day is gone is told so. */
export function modelMeetingsOn(
  bornOn: string,
  rows: readonly { model: ModelMeeting; plannedOn: string | null; heldOn: string | null }[],
  today: string,
) {
  return modelMeetings.map((model) => {
    const row = rows.find((one) => one.model === model);
    const dueOn = modelMeetingDay(bornOn, model);
    const stand: MeetingStand = row?.heldOn
      ? "held"
      : row?.plannedOn
        ? "planned"
        : dueOn < today
          ? "day_gone"
          : "not_planned";
    return { model, dueOn, stand, on: row?.heldOn ?? row?.plannedOn ?? null };
  });
}

export type Graded = { about: ClarifiedAbout; level: number; standsOn: string; writtenAt: string };

/** The latest day first, and of one day what was written last. */
export const newestFirst = (one: Graded, other: Graded): number =>
  `${one.standsOn} ${one.writtenAt}` < `${other.standsOn} ${other.writtenAt}` ? 1 : -1;

/** What stands of one thing on a day: what was said of the latest day, and of several on that day the last written. */
export const standingOn = <G extends Graded>(rows: readonly G[], about: ClarifiedAbout, day: string): G | undefined =>
  rows.filter((row) => row.about === about && row.standsOn <= day).sort(newestFirst)[0];

/**
 * Whether somebody was clarified at the 18th birthday (domain.md 4.8). Taken so: the future and the support basis are graded each
 * for themselves from 0 to 5, and both must stand at the level or above on the day of the birthday, that day among them. What
 * was reached later does not count, and neither does what was taken back before.
 */
export const wasClarified = (rows: readonly Graded[], bornOn: string, from: number): boolean =>
  clarifiedAbouts.every((about) => (standingOn(rows, about, turns(bornOn, 18))?.level ?? 0) >= from);

export type Half = { year: number; half: 1 | 2 };

/** The half of the year in which somebody was born. */
export const birthHalf = (bornOn: string): Half => ({
  year: Number(bornOn.slice(0, 4)),
  half: bornOn.slice(5, 7) <= "06" ? 1 : 2,
});

/** Of those born in a half-year, how many have turned 18, and how many of these were clarified then. Null: too few to be told. */
export type Share = Half & { turned: number | null; clarified: number | null };

/** By the half-year of birth, the youngest first; `past`: of each who has turned 18, whether they were clarified then. */
export function sharesByHalf(past: readonly { bornOn: string; clarified: boolean }[]): Share[] {
  const shares = new Map<string, Half & { turned: number; clarified: number }>();
  for (const { bornOn, clarified } of past) {
    const half = birthHalf(bornOn);
    const key = `${half.year} ${half.half}`;
    const share = shares.get(key) ?? { ...half, turned: 0, clarified: 0 };
    shares.set(key, { ...share, turned: share.turned + 1, clarified: share.clarified + Number(clarified) });
  }
  return [...shares].sort(([one], [other]) => (one < other ? 1 : -1)).map(([, share]) => share);
}

/**
 * What may be told to somebody who sees none of them: no number under five, and neither one from which such a number follows,
 * be it of those who were not clarified (domain.md 10, rule 22). Half-years stand each for themselves: there is no total.
 */
export const suppressed = (shares: readonly Share[]): Share[] =>
  shares.map(({ turned, clarified, ...half }) => {
    const all = counted(turned ?? 0);
    const enough = counted(clarified ?? 0) !== null && counted((turned ?? 0) - (clarified ?? 0)) !== null;
    return { ...half, turned: all, clarified: all !== null && enough ? clarified : null };
  });
