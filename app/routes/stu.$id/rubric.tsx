import { rubricDimensions, rubricSources } from "#db/vocabulary.ts";
import { RUBRIC_LEVELS } from "#domain/stu/rubric.ts";
import type { RatingRow } from "#domain/stu/views.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { DayOf } from "./day-of.tsx";
import { useCourse, useDays } from "./model.ts";
import { StepLines } from "./step-lines.tsx";

/** How clear the five things are that come after the course, over time, the young person's own word beside the others'. No sum. */
export function Rubric() {
  const { stuCourse: t, stuParts } = useWords();
  const { standing, row, mayWrite } = useCourse();
  const { ratings, levels } = standing;
  return (
    <section className="page-part" aria-labelledby="rubric">
      <h2 id="rubric">{t.parts.rubric}</h2>
      {ratings.length === 0 ? (
        <p className="meta">{stuParts.noRatings}</p>
      ) : (
        <>
          <p className="meta" aria-hidden="true">
            <span className="rubric-key" />
            {stuParts.legendTeam} <span className="rubric-key rubric-key-own" />
            {stuParts.legendOwn}
          </p>
          <div className="rubric">
            {levels.map(({ about, level, own }) => (
              <div key={about}>
                <h3>{stuParts.abouts[about]}</h3>
                <StepLines ratings={ratings.filter((one) => one.about === about)} />
                <p>{level === null ? stuParts.notRated : `${level} · ${stuParts.levels[level as 0 | 1 | 2 | 3]}`}</p>
                {own !== null && <p className="meta">{stuParts.own(own)}</p>}
              </div>
            ))}
          </div>
          <Table ratings={ratings} />
        </>
      )}
      {mayWrite && (
        <div className="button-line after-rows screen-only">
          <AskFor intent="grade-course" fields={{ courseId: row.id }} label={stuParts.rate}>
            {(close) => <RateForm onDone={close} />}
          </AskFor>
        </div>
      )}
    </section>
  );
}

const newestFirst = (one: RatingRow, other: RatingRow) =>
  `${one.standsOn} ${one.writtenAt}` < `${other.standsOn} ${other.writtenAt}` ? 1 : -1;

/** The same as a table: what was said, by whom, when. */
function Table({ ratings }: { ratings: readonly RatingRow[] }) {
  const { stuCourse: t, stuParts } = useWords();
  const days = useDays();
  return (
    <details className="score-table add-part">
      <summary>{stuParts.asTable}</summary>
      <div className="compare-frame">
        <table className="compare">
          <caption className="sr-only">{t.parts.rubric}</caption>
          <thead>
            <tr>
              <th scope="col">{stuParts.ratedOn}</th>
              <th scope="col">{stuParts.about}</th>
              <th scope="col">{stuParts.level}</th>
              <th scope="col">{stuParts.source}</th>
              <th scope="col">{stuParts.ratingNote}</th>
            </tr>
          </thead>
          <tbody>
            {[...ratings].sort(newestFirst).map(({ id, standsOn, about, level, source, note }) => (
              <tr key={id}>
                <td>{days.full(standsOn)}</td>
                <td>{stuParts.abouts[about]}</td>
                <td>
                  {level} · {stuParts.levels[level as 0 | 1 | 2 | 3]}
                </td>
                <td>{stuParts.sources[source]}</td>
                <td>{note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function RateForm({ onDone }: { onDone: () => void }) {
  const { stuCourse: t, stuParts } = useWords();
  const { row, today } = useCourse();
  const days = useDays();
  return (
    <CommandForm intent="grade-course" fields={{ courseId: row.id }} onDone={onDone} reset className="page-form">
      {({ typed, problem, busy, ...form }) => (
        <>
          <div className="field-line">
            <SelectField
              label={stuParts.about}
              name="about"
              defaultValue={typed("about") ?? ""}
              error={problem("about")}
              required
            >
              <option value="">{t.choose}</option>
              {rubricDimensions.map((about) => (
                <option key={about} value={about}>
                  {stuParts.abouts[about]}
                </option>
              ))}
            </SelectField>
            <SelectField
              label={stuParts.level}
              name="level"
              defaultValue={typed("level") ?? ""}
              error={problem("level")}
              required
            >
              <option value="">{t.choose}</option>
              {RUBRIC_LEVELS.map((level) => (
                <option key={level} value={level}>
                  {level} · {stuParts.levels[level]}
                </option>
              ))}
            </SelectField>
          </div>
          <div className="field-line">
            <SelectField
              label={stuParts.source}
              name="source"
              defaultValue={typed("source") ?? "team"}
              error={problem("source")}
            >
              {rubricSources.map((source) => (
                <option key={source} value={source}>
                  {stuParts.sources[source]}
                </option>
              ))}
            </SelectField>
            <DayOf
              form={{ typed, problem, busy, ...form }}
              name="standsOn"
              label={stuParts.ratedOn}
              stands={days.full(today)}
            />
          </div>
          <TextField
            label={stuParts.ratingNote}
            name="note"
            autoComplete="off"
            defaultValue={typed("note")}
            error={problem("note")}
          />
          <Button disabled={busy}>{stuParts.saveRating}</Button>
        </>
      )}
    </CommandForm>
  );
}
