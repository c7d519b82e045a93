import { type SchemeState, schemeStates } from "#db/vocabulary.ts";
import { windowOf } from "#domain/schemes/rules.ts";
import type { SchemeRow } from "#domain/schemes/views.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { ChangeRow, CodeField, RemoveRow } from "#frame/row-forms.tsx";
import { Button } from "#ui/button.tsx";
import { DayField, SelectField, TextArea } from "#ui/fields.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { listed } from "#words/lists.ts";
import { useWords } from "#words/words.ts";
import { HistoryLink } from "./history-link.tsx";
import { useLabels, useNames, usePerson } from "./model.ts";
import { DepartmentField } from "./row-parts.tsx";

/** What is used first stands first; what was put aside stands folded. */
const ORDER: readonly SchemeState[] = ["in_use", "asked", "considered"];

/** Schemes that somebody thinks of: hints with their source and their window, never a decision. */
export function Schemes() {
  const { support } = useWords();
  const t = support.schemes;
  const { schemeHints, mayWrite, id: youngPersonId } = usePerson();
  if (schemeHints.length === 0 && !mayWrite) return null;
  const shown = ORDER.flatMap((state) => schemeHints.filter(({ schemeState }) => schemeState === state));
  const aside = schemeHints.filter(({ schemeState }) => schemeState === "not_relevant");
  return (
    <section className="page-part" aria-labelledby="schemes">
      <h2 id="schemes">{t.title}</h2>
      <p className="meta">{schemeHints.length === 0 ? t.none : t.notDecided}</p>
      <Hints hints={shown} />
      {mayWrite && (
        <div className="button-line after-rows">
          <AskFor intent="add-scheme" fields={{ youngPersonId }} label={t.add}>
            {(close) => (
              <CommandForm intent="add-scheme" fields={{ youngPersonId }} onDone={close} reset className="page-form">
                {(form) => (
                  <>
                    <SchemeFields form={form} />
                    <Button disabled={form.busy}>{t.save}</Button>
                  </>
                )}
              </CommandForm>
            )}
          </AskFor>
        </div>
      )}
      {aside.length > 0 && (
        <details className="add-part ended-efforts">
          <summary>{t.notRelevant(aside.length)}</summary>
          <Hints hints={aside} />
        </details>
      )}
    </section>
  );
}

function Hints({ hints }: { hints: SchemeRow[] }) {
  if (hints.length === 0) return null;
  return (
    <ul className="rows rows-first-line">
      {hints.map((row) => (
        <Hint key={row.id} row={row} />
      ))}
    </ul>
  );
}

function Hint({ row }: { row: SchemeRow }) {
  const { support } = useWords();
  const t = support.schemes;
  const { schemes, mayWrite, today } = usePerson();
  const { language } = useFrame();
  const { days, first, labelIn } = useLabels();
  const { department } = useNames();
  const { schemeState, fromOn, toOn, note } = row;
  const scheme = schemes.find(({ code }) => code === row.scheme);
  const window = windowOf(scheme?.window ?? null, row);
  const title = labelIn(schemes, row.scheme);
  const facts = [
    department(row.departmentId)?.name,
    fromOn && `${t.from.toLowerCase()} ${days.short(fromOn)}`,
    toOn && `${t.to.toLowerCase()} ${days.short(toOn)}`,
  ].filter(Boolean);
  return (
    <li>
      <div className="row-main">
        <div className="row-title">
          <p>{first(title)}</p>
          <StatusWord state={schemeState === "in_use" ? "done" : "quiet"}>{t.states[schemeState]}</StatusWord>
        </div>
        {facts.length > 0 && <p className="meta">{facts.join(" · ")}</p>}
        {window && (
          <p>
            {t.window[window.countsFrom](
              days.inLaw(window.until),
              days.inLaw(window.from),
              window.months,
              window.until < today,
            )}
          </p>
        )}
        {!window && scheme?.window && schemeState !== "not_relevant" && mayWrite && (
          <p className="meta">{t.windowAsks[scheme.window.countsFrom]}</p>
        )}
        {note && <p>{note}</p>}
        {scheme?.hint[language] && (
          <p className="meta">
            {scheme.hint[language]} {t.source(scheme.source)}
          </p>
        )}
        <div className="button-line">
          {mayWrite && (
            <>
              <ChangeRow intent="change-scheme" row={row} title={title}>
                {(form) => (
                  <>
                    <SchemeFields form={form} row={row} />
                    <Button disabled={form.busy}>{t.save}</Button>
                  </>
                )}
              </ChangeRow>
              <RemoveRow intent="remove-scheme" row={row} title={title} question={t.removeQuestion} />
            </>
          )}
          <HistoryLink row={row} of={title} />
        </div>
      </div>
    </li>
  );
}

function SchemeFields({ form, row }: { form: FormState; row?: SchemeRow }) {
  const { support } = useWords();
  const t = support.schemes;
  const { schemes } = usePerson();
  const { language } = useFrame();
  const { days, labelIn } = useLabels();
  const { problem, typed } = form;
  const counted = schemes.filter(({ window }) => window?.countsFrom === "education_ended").map(({ code }) => code);
  const day = (name: "educationEndedOn" | "fromOn" | "toOn", label: string, hint?: string) => (
    <DayField
      label={label}
      hint={hint}
      name={name}
      defaultValue={typed(name) ?? (row?.[name] ? days.full(row[name]) : "")}
      error={problem(name)}
      short
    />
  );
  const asksForEducation = row ? counted.includes(row.scheme) || row.educationEndedOn : counted.length > 0;
  const named = listed(
    counted.map((code) => labelIn(schemes, code)),
    language,
  );
  return (
    <>
      {!row && <CodeField form={form} name="scheme" label={t.scheme} stands="" codes={schemes} />}
      <div className="field-line">
        <SelectField
          label={t.state}
          name="state"
          defaultValue={typed("state") ?? row?.schemeState ?? "considered"}
          error={problem("state")}
        >
          {schemeStates.map((state) => (
            <option key={state} value={state}>
              {t.states[state]}
            </option>
          ))}
        </SelectField>
        <DepartmentField form={form} name="departmentId" label={t.department} stands={row?.departmentId} empty />
      </div>
      {asksForEducation && day("educationEndedOn", t.educationEnded, t.educationEndedHint(named))}
      {row && (
        <>
          <div className="field-line">
            {day("fromOn", t.from)}
            {day("toOn", t.to)}
          </div>
          <TextArea
            label={t.note}
            name="note"
            rows={2}
            defaultValue={typed("note") ?? row.note}
            error={problem("note")}
          />
        </>
      )}
    </>
  );
}
