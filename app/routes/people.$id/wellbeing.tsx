import { Fragment, useId } from "react";
import { byArea } from "#domain/wellbeing/rules.ts";
import type { WellbeingRow } from "#domain/wellbeing/views.server.ts";
import { ActiveOptions } from "#frame/active-options.tsx";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { ChangeRow, RemoveRow } from "#frame/row-forms.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { DayField, SelectField } from "#ui/fields.tsx";
import { ScoreBars } from "#ui/score-bars.tsx";
import { useWords } from "#words/words.ts";
import { HistoryLink } from "./history-link.tsx";
import { useLabels, useNames, usePerson } from "./model.ts";

/** How it goes in the young person's own numbers, over time: each area by itself, never counted together. */
export function Wellbeing() {
  const { support } = useWords();
  const t = support.wellbeing;
  const { ratings, mayWrite, id: youngPersonId } = usePerson();
  if (ratings.length === 0 && !mayWrite) return null;
  return (
    <section className="page-part" aria-labelledby="wellbeing">
      <h2 id="wellbeing">{t.title}</h2>
      <p className="meta">{ratings.length === 0 ? t.none : t.scoreHint}</p>
      {ratings.length > 0 && (
        <div className="score-pictures">
          {byArea(ratings).map(({ area, rows }) => (
            <Area key={area} area={area} rows={rows} />
          ))}
        </div>
      )}
      {mayWrite && (
        <div className="button-line after-rows">
          <AskFor intent="rate-wellbeing" fields={{ youngPersonId }} label={t.add}>
            {(close) => (
              <CommandForm
                intent="rate-wellbeing"
                fields={{ youngPersonId }}
                onDone={close}
                reset
                className="page-form"
              >
                {(form) => <RatingFields form={form} />}
              </CommandForm>
            )}
          </AskFor>
        </div>
      )}
    </section>
  );
}

/** So many stand in the picture; all are in the table. */
const MOST_SHOWN = 12;

function Area({ area, rows }: { area: string; rows: WellbeingRow[] }) {
  const { support } = useWords();
  const t = support.wellbeing;
  const { days, areaOf, first } = useLabels();
  const { nameOf } = useNames();
  const title = area === "" ? t.general : areaOf(area);
  const shown = rows.slice(-MOST_SHOWN);
  const last = rows.at(-1);
  const told = shown.map(({ ratedOn, score }) => t.dayAndScore(days.short(ratedOn), score)).join(", ");
  return (
    <div>
      <h3 className="region-label">{first(title)}</h3>
      <ScoreBars
        label={t.picture(title, told)}
        scores={shown.map(({ id, score, ratedOn }) => ({ id, score, day: days.short(ratedOn) }))}
      />
      {last && <p className="meta">{t.latest(last.score, days.short(last.ratedOn), nameOf(last.askedById))}</p>}
      {shown.length < rows.length && <p className="meta">{t.lastOf(shown.length, rows.length)}</p>}
      <Table rows={rows} title={title} />
    </div>
  );
}

function Table({ rows, title }: { rows: WellbeingRow[]; title: string }) {
  const { support } = useWords();
  const t = support.wellbeing;
  const { mayWrite } = usePerson();
  const { days } = useLabels();
  const { nameOf } = useNames();
  return (
    <details className="add-part score-table">
      <summary aria-label={support.named(t.asTable, title)}>{t.asTable}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.ratedOn}</th>
            <th scope="col">{t.number}</th>
            <th scope="col">{t.askedBy}</th>
          </tr>
        </thead>
        <tbody>
          {[...rows].reverse().map((row) => (
            <Fragment key={row.id}>
              <tr>
                <th scope="row">{days.short(row.ratedOn)}</th>
                <td>{row.score}</td>
                <td>{nameOf(row.askedById)}</td>
              </tr>
              {mayWrite && (
                <tr className="screen-only">
                  <td colSpan={3}>
                    <ChangeRating row={row} title={`${title}, ${days.short(row.ratedOn)}`} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function ChangeRating({ row, title }: { row: WellbeingRow; title: string }) {
  const { support } = useWords();
  const t = support.wellbeing;
  return (
    <div className="button-line">
      <ChangeRow intent="change-wellbeing" row={row} title={title}>
        {(form) => <RatingFields form={form} row={row} />}
      </ChangeRow>
      <RemoveRow intent="remove-wellbeing" row={row} title={title} question={t.removeQuestion} />
      <HistoryLink row={row} of={title} />
    </div>
  );
}

const SCORES = Array.from({ length: 11 }, (_, score) => score);

function RatingFields({ form, row }: { form: FormState; row?: WellbeingRow }) {
  const { support } = useWords();
  const t = support.wellbeing;
  const { areas, people, today } = usePerson();
  const { staffId } = useFrame();
  const { days } = useLabels();
  const { problem, typed, ticked, busy } = form;
  const wrong = problem("score");
  const hintId = useId();
  const asked = row ? row.askedById : staffId;
  return (
    <>
      <fieldset className="score-choice" aria-describedby={hintId}>
        <legend>{t.score}</legend>
        <p className={wrong ? "form-error" : "meta"} id={hintId}>
          {wrong ?? t.scoreHint}
        </p>
        <div>
          {SCORES.map((score) => (
            <Choice
              key={score}
              type="radio"
              label={score}
              name="score"
              value={score}
              defaultChecked={ticked("score", String(score), row?.score === score)}
              required
            />
          ))}
        </div>
      </fieldset>
      <div className="field-line">
        {!row && (
          <SelectField label={t.about} name="area" defaultValue={typed("area") ?? ""} error={problem("area")}>
            <option value="">{t.general}</option>
            <AreaOptions areas={areas.map(({ code }) => code)} />
          </SelectField>
        )}
        <DayField
          label={t.ratedOn}
          name="ratedOn"
          defaultValue={typed("ratedOn") ?? days.full(row?.ratedOn ?? today)}
          error={problem("ratedOn")}
          short
        />
        <SelectField
          label={t.askedBy}
          name="askedById"
          defaultValue={typed("askedById") ?? asked ?? ""}
          error={problem("askedById")}
        >
          <ActiveOptions of={people.staff} stands={asked} />
        </SelectField>
      </div>
      <Button disabled={busy}>{t.save}</Button>
    </>
  );
}

function AreaOptions({ areas }: { areas: string[] }) {
  const { areaOf } = useLabels();
  return areas.map((code) => (
    <option key={code} value={code}>
      {areaOf(code)}
    </option>
  ));
}
