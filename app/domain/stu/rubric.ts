import { type RubricDimension, type RubricSource, rubricDimensions } from "#db/vocabulary.ts";

/** 0 unknown · 1 an idea · 2 chosen and tried · 3 agreed and arranged (domain.md 5.4). */
export const RUBRIC_LEVELS = [0, 1, 2, 3] as const;
export const TOP_LEVEL = 3;

export type Rated = {
  about: RubricDimension;
  level: number;
  source: RubricSource;
  standsOn: string;
  writtenAt: string;
};

const inTime = (one: Rated, other: Rated) =>
  `${one.standsOn} ${one.writtenAt}` < `${other.standsOn} ${other.writtenAt}` ? -1 : 1;

/** Of each of the five what the professionals had said last that day, and the young person's own word beside it. */
export function saidOf<R extends Rated>(ratings: readonly R[], today: string) {
  const said = ratings.filter(({ standsOn }) => standsOn <= today).sort(inTime);
  return rubricDimensions.map((about) => {
    const of = said.filter((one) => one.about === about);
    return {
      about,
      team: of.findLast(({ source }) => source !== "youth"),
      own: of.findLast(({ source }) => source === "youth"),
    };
  });
}

/** How clear each of the five was that day; null while nobody has said. */
export const levelsOf = (ratings: readonly Rated[], today: string) =>
  saidOf(ratings, today).map(({ about, team, own }) => ({
    about,
    level: team?.level ?? null,
    own: own?.level ?? null,
  }));

/** Cleared at the end of a course: all chosen and tried, and what to do and what to live on arranged (domain.md 5.4). */
export const isCleared = (levels: readonly { about: RubricDimension; level: number | null }[]): boolean =>
  levels.every(({ about, level }) => (level ?? 0) >= (about === "occupation" || about === "support_basis" ? 3 : 2));
