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
  const { stuCourse: t } = useWords();
  const { standing, row, mayWrite } = useCourse();
  const { ratings, levels } = standing;
  return (
    <section className="page-part" aria-labelledby="rubric">
      <h2 id="rubric">{t.parts.rubric}</h2>
      {ratings.length === 0 ? (
        <p className="meta">{t.noRatings}</p>
      ) : (
        <>
          <p className="meta" aria-hidden="true">
            <span className="rubric-key" />
            {t.legendTeam} <span className="rubric-key rubric-key-own" />
            {t.legendOwn}
          </p>
          <div className="rubric">
            {levels.map(({ about, level, own }) => (
              <div key={about}>
                <h3>{t.abouts[about]}</h3>
                <StepLines ratings={ratings.filter((one) => one.about === about)} />
                <p>{level === null ? t.notRated : `${level} · ${t.levels[level as 0 | 1 | 2 | 3]}`}</p>
                {own !== null && <p className="meta">{t.own(own)}</p>}
              </div>
            ))}
          </div>
          <Table ratings={ratings} />
        </>
      )}
      {mayWrite && (
        <div className="button-line after-rows screen-only">
          <AskFor intent="grade-course" fields={{ courseId: row.id }} label={t.rate}>
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
  const { stuCourse: t } = useWords();
  const days = useDays();
  return (
    <details className="score-table add-part">
      <summary>{t.asTable}</summary>
      <div className="compare-frame">
        <table className="compare">
          <caption className="sr-only">{t.parts.rubric}</caption>
          <thead>
            <tr>
              <th scope="col">{t.ratedOn}</th>
              <th scope="col">{t.about}</th>
              <th scope="col">{t.level}</th>
              <th scope="col">{t.source}</th>
              <th scope="col">{t.ratingNote}</th>
            </tr>
          </thead>
          <tbody>
            {[...ratings].sort(newestFirst).map(({ id, standsOn, about, level, source, note }) => (
              <tr key={id}>
                <td>{days.full(standsOn)}</td>
                <td>{t.abouts[about]}</td>
                <td>
                  {level} · {t.levels[level as 0 | 1 | 2 | 3]}
                </td>
                <td>{t.sources[source]}</td>
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
  const { stuCourse: t } = useWords();
  const { row, today } = useCourse();
  const days = useDays();
  return (
    <CommandForm intent="grade-course" fields={{ courseId: row.id }} onDone={onDone} reset className="page-form">
      {({ typed, problem, busy, ...form }) => (
        <>
          <div className="field-line">
            <SelectField
              label={t.about}
              name="about"
              defaultValue={typed("about") ?? ""}
              error={problem("about")}
              required
            >
              <option value="">{t.choose}</option>
              {rubricDimensions.map((about) => (
                <option key={about} value={about}>
                  {t.abouts[about]}
                </option>
              ))}
            </SelectField>
            <SelectField
              label={t.level}
              name="level"
              defaultValue={typed("level") ?? ""}
              error={problem("level")}
              required
            >
              <option value="">{t.choose}</option>
              {RUBRIC_LEVELS.map((level) => (
                <option key={level} value={level}>
                  {level} · {t.levels[level]}
                </option>
              ))}
            </SelectField>
          </div>
          <div className="field-line">
            <SelectField
              label={t.source}
              name="source"
              defaultValue={typed("source") ?? "team"}
              error={problem("source")}
            >
              {rubricSources.map((source) => (
                <option key={source} value={source}>
                  {t.sources[source]}
                </option>
              ))}
            </SelectField>
            <DayOf
              form={{ typed, problem, busy, ...form }}
              name="standsOn"
              label={t.ratedOn}
              stands={days.full(today)}
            />
          </div>
          <TextField
            label={t.ratingNote}
            name="note"
            autoComplete="off"
            defaultValue={typed("note")}
            error={problem("note")}
          />
          <Button disabled={busy}>{t.saveRating}</Button>
        </>
      )}
    </CommandForm>
  );
}
