import { TOP_LEVEL } from "#domain/stu/rubric.ts";
import type { RatingRow } from "#domain/stu/views.server.ts";
import { dayScale } from "#ui/day-scale.ts";
import { useWords } from "#words/words.ts";
import { useCourse, useDays } from "./model.ts";

const HEIGHT = 60;
const heightOf = (level: number) => HEIGHT - (level / TOP_LEVEL) * HEIGHT + 2;

const inTime = (one: RatingRow, other: RatingRow) =>
  `${one.standsOn} ${one.writtenAt}` < `${other.standsOn} ${other.writtenAt}` ? -1 : 1;

/** One of the five over time, from the start to today: a step for each rating, down as up. */
export function StepLines({ ratings }: { ratings: readonly RatingRow[] }) {
  const { stuParts: t } = useWords();
  const { row, today, standing } = useCourse();
  const days = useDays();
  const first = standing.ratings.map(({ standsOn }) => standsOn).sort()[0] ?? today;
  const from = [row.startOn ?? first, first].sort()[0] ?? first;
  const at = dayScale(from, row.endedOn ?? today);
  const said = [...ratings].sort(inTime);
  const told = said.map(({ standsOn, level, source }) => t.stepTold(days.full(standsOn), level, t.sources[source]));
  const pathOf = (rows: readonly RatingRow[]) =>
    rows
      .map(
        ({ standsOn, level }, n) =>
          `${n === 0 ? "M" : "H"}${place(at(standsOn))} ${n === 0 ? "" : "V"}${heightOf(level)}`,
      )
      .concat(rows.length > 0 ? "H100" : [])
      .join(" ");
  return (
    <svg viewBox="0 0 100 64" preserveAspectRatio="none" role="img" aria-label={told.join(", ") || t.notRated}>
      {[0, TOP_LEVEL].map((level) => (
        <line key={level} className="rubric-ground" x1="0" x2="100" y1={heightOf(level)} y2={heightOf(level)} />
      ))}
      <path className="rubric-line" d={pathOf(said.filter(({ source }) => source !== "youth"))} />
      <path className="rubric-own" d={pathOf(said.filter(({ source }) => source === "youth"))} />
    </svg>
  );
}

/** What was said today is seen as a short step, not as none. */
const place = (percent: number) => Math.max(0, Math.min(97, percent));
