import { linkProblem } from "#domain/external-plans/rules.ts";
import type { ResourcePaperRow } from "#domain/resource-paper/views.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { DayField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { HandOver, RemovePaper, Reopen } from "./asks.tsx";
import { KeptVersions } from "./kept-versions.tsx";
import { useDays, usePaper } from "./model.ts";

type Of = { paper: ResourcePaperRow };

/** A paper that the place writes: where it is found, and its days; never what it says. */
export function ByPlace({ paper }: Of) {
  const { resourcePaper: t, stuParts, support } = useWords();
  const { mayWrite, provider } = usePaper();
  const days = useDays();
  const { system, number, link, datedOn } = paper;
  return (
    <>
      <section className="page-part" aria-labelledby="where">
        <h2 id="where">{t.where}</h2>
        <p className="meta">{[t.ways.by_place, provider?.name].filter(Boolean).join(" · ")}</p>
        {system === "" ? (
          <p>{t.nowhere}</p>
        ) : (
          <p>
            {[system, number, datedOn && days.full(datedOn)].filter(Boolean).join(" · ")}
            {link && linkProblem(link) === null && (
              <>
                {" · "}
                <a className="screen-only" href={link} target="_blank" rel="noopener noreferrer">
                  {support.externalPlans.open}
                  <span className="sr-only">
                    {" "}
                    {t.title} {support.externalPlans.newTab}
                  </span>
                </a>
              </>
            )}
          </p>
        )}
        <p className="meta">{stuParts.papersHint}</p>
        {mayWrite && (
          <div className="button-line after-rows screen-only">
            {paper.finalOn && <Reopen paper={paper} />}
            <Change paper={paper} />
            {!paper.finalOn && <HandOver paper={paper} />}
            {!paper.finalOn && <RemovePaper paper={paper} />}
          </div>
        )}
      </section>
      <KeptVersions />
    </>
  );
}

function Change({ paper }: Of) {
  const { resourcePaper: t } = useWords();
  const fields = { id: paper.id };
  return (
    <AskFor intent="change-resource-paper" fields={fields} label={t.change} dense group="paper">
      {(close) => (
        <CommandForm
          intent="change-resource-paper"
          fields={{ ...fields, version: paper.version }}
          onDone={close}
          holdsVersion
          className="page-form"
        >
          {(form) => <ReferenceFields form={form} paper={paper} />}
        </CommandForm>
      )}
    </AskFor>
  );
}

function ReferenceFields({ form: { busy, problem, typed }, paper }: Of & { form: FormState }) {
  const { resourcePaper: t, support } = useWords();
  const days = useDays();
  const text = (name: "system" | "number" | "link", label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      name={name}
      inputMode={name === "link" ? "url" : undefined}
      autoComplete="off"
      defaultValue={typed(name) ?? paper[name]}
      error={problem(name)}
    />
  );
  const day = (name: "begunOn" | "draftOn" | "finalOn" | "datedOn", hint?: string) => (
    <DayField
      label={t[name]}
      hint={hint}
      name={name}
      defaultValue={typed(name) ?? (paper[name] ? days.full(paper[name]) : "")}
      error={problem(name)}
      required={name === "begunOn"}
      short
    />
  );
  return (
    <>
      {day("begunOn")}
      <div className="field-line">
        {day("draftOn", t.later)}
        {day("finalOn", t.later)}
      </div>
      <div className="field-line">
        {text("system", support.externalPlans.system, t.systemHint)}
        {text("number", support.externalPlans.number)}
      </div>
      {text("link", support.externalPlans.link, support.externalPlans.linkHint)}
      {day("datedOn")}
      <Button disabled={busy}>{t.save}</Button>
    </>
  );
}
