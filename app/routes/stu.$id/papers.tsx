import { coursePapers } from "#db/vocabulary.ts";
import { linkProblem } from "#domain/external-plans/rules.ts";
import type { PaperRow } from "#domain/stu/views.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { ChangeRow, RemoveRow } from "#frame/row-forms.tsx";
import { Button } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { useWords } from "#words/words.ts";
import { DayOf } from "./day-of.tsx";
import { useCourse, useDays } from "./model.ts";

/** Where the provider's papers are found, their day, and the place's yes: references, never what they say. */
export function Papers() {
  const { stuCourse: t, stuParts } = useWords();
  const { standing, row, mayWrite } = useCourse();
  const { papers } = standing;
  const lacking = coursePapers.filter((paper) => !papers.some((one) => one.paper === paper));
  return (
    <section className="page-part" aria-labelledby="papers">
      <h2 id="papers">{t.parts.papers}</h2>
      <p className="meta">{stuParts.papersHint}</p>
      <ul className="rows rows-first-line rows-fall">
        {papers.map((paper) => (
          <li key={paper.id}>
            <Paper paper={paper} />
          </li>
        ))}
      </ul>
      {lacking.length > 0 && (
        <p className="meta">
          {stuParts.lackingPapers(lacking.map((paper) => stuParts.papers[paper].toLowerCase()).join(", "))}
        </p>
      )}
      {mayWrite && (
        <div className="button-line after-rows screen-only">
          <AskFor intent="add-course-paper" fields={{ courseId: row.id }} label={stuParts.addPaper}>
            {(close) => (
              <CommandForm
                intent="add-course-paper"
                fields={{ courseId: row.id }}
                onDone={close}
                reset
                className="page-form"
              >
                {(form) => <PaperFields form={form} />}
              </CommandForm>
            )}
          </AskFor>
        </div>
      )}
    </section>
  );
}

function Paper({ paper: row }: { paper: PaperRow }) {
  const { stuParts: t, support } = useWords();
  const { mayWrite } = useCourse();
  const days = useDays();
  const { paper, system, number, link, datedOn, placeSaidYesOn } = row;
  const title = t.papers[paper];
  return (
    <>
      <div className="row-main">
        <p>
          {title} <span className="meta">{days.full(datedOn)}</span>
        </p>
        <p className="meta">
          {[system, number].filter(Boolean).join(" · ")}
          {link && linkProblem(link) === null && (
            <>
              {" · "}
              <a className="screen-only" href={link} target="_blank" rel="noopener noreferrer">
                {support.externalPlans.open}
                <span className="sr-only">
                  {" "}
                  {title} {support.externalPlans.newTab}
                </span>
              </a>
            </>
          )}
        </p>
        {mayWrite && (
          <div className="button-line screen-only">
            <ChangeRow intent="change-course-paper" row={row} title={title}>
              {(form) => <PaperFields form={form} row={row} />}
            </ChangeRow>
            <RemoveRow intent="remove-course-paper" row={row} title={title} question={t.removePaper} />
          </div>
        )}
      </div>
      <StatusWord state={placeSaidYesOn ? "done" : "waiting"}>
        {placeSaidYesOn ? t.placeYes(days.short(placeSaidYesOn)) : t.placeWaits}
      </StatusWord>
    </>
  );
}

function PaperFields({ form, row }: { form: FormState; row?: PaperRow }) {
  const { stuCourse: t, stuParts, support } = useWords();
  const { today } = useCourse();
  const days = useDays();
  const { problem, typed, busy } = form;
  const text = (name: "system" | "number" | "link", label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      name={name}
      inputMode={name === "link" ? "url" : undefined}
      autoComplete="off"
      defaultValue={typed(name) ?? row?.[name]}
      error={problem(name)}
      required={name === "system"}
    />
  );
  return (
    <>
      <SelectField
        label={stuParts.paper}
        name="paper"
        defaultValue={typed("paper") ?? row?.paper ?? ""}
        error={problem("paper")}
        required
      >
        {!row && <option value="">{t.choose}</option>}
        {coursePapers.map((paper) => (
          <option key={paper} value={paper}>
            {stuParts.papers[paper]}
          </option>
        ))}
      </SelectField>
      <div className="field-line">
        {text("system", support.externalPlans.system)}
        {text("number", support.externalPlans.number)}
      </div>
      {text("link", support.externalPlans.link, support.externalPlans.linkHint)}
      <div className="field-line">
        <DayOf form={form} name="datedOn" label={stuParts.datedOn} stands={days.full(row?.datedOn ?? today)} required />
        <DayOf
          form={form}
          name="placeSaidYesOn"
          label={stuParts.placeSaidYesOn}
          hint={stuParts.placeSaidYesHint}
          stands={row?.placeSaidYesOn ? days.full(row.placeSaidYesOn) : ""}
        />
      </div>
      <Button disabled={busy}>{stuParts.savePaper}</Button>
    </>
  );
}
