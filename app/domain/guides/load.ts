import type { Intensity } from "#db/vocabulary.ts";
import { type Load, weeksOf } from "../people/load.ts";
import { RHYTHM } from "./rhythm.ts";

/** What somebody weighs of whom nobody has said how often: as one who is met every month. */
const UNSAID = RHYTHM.C.points;

/** What these young people weigh together, in points (domain.md 6.2). */
export const pointsOf = (intensities: readonly (Intensity | null)[]): number =>
  intensities.reduce((sum, one) => sum + (one === null ? UNSAID : RHYTHM[one].points), 0);

/** A guide's place with a young person, as far as it weighs. */
export type Weighs = {
  /** Null where whoever had it is no guide any more. */
  guideId: string | null;
  intensity: Intensity | null;
  /** They have not met for longer than the rhythm says. */
  over: boolean;
  /** How often somebody travelled to them of late, to their home or where they are. */
  trips: number;
  /** Days of the weeks ahead: meetings about them, what is agreed, birthdays that change rights. */
  ahead: string[];
};

/** So many days back trips are counted. */
export const TRIPS_DAYS = 56;

/** `over`: how many young people are not met as often as they are to be. */
export type GuideLoad = Load & { points: number; trips: number };

export function guideLoadOf(guideId: string | null, places: readonly Weighs[], today: string): GuideLoad {
  const own = places.filter((one) => one.guideId === guideId);
  return {
    staffId: guideId,
    youngPeople: own.length,
    points: pointsOf(own.map(({ intensity }) => intensity)),
    over: own.filter(({ over }) => over).length,
    trips: own.reduce((sum, { trips }) => sum + trips, 0),
    weeks: weeksOf(
      own.flatMap(({ ahead }) => ahead),
      today,
    ),
  };
}

/** The same places as they stand when some young people are given to a guide; with whom they are already they are once. */
export function guidesMovedTo<P extends Weighs & { youngPersonId: string }>(
  places: readonly P[],
  moved: readonly string[],
  from: string | null,
  to: string,
): P[] {
  const goes = ({ youngPersonId, guideId }: P) => guideId === from && moved.includes(youngPersonId);
  const has = (young: string) => places.some((one) => one.guideId === to && one.youngPersonId === young);
  return places.flatMap((one) => (goes(one) ? (has(one.youngPersonId) ? [] : [{ ...one, guideId: to }]) : [one]));
}
