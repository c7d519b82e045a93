import { linkProblem } from "#domain/external-plans/rules.ts";
import type { ExternalPlanRow } from "#domain/external-plans/views.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { ChangeRow, CodeField, RemoveRow } from "#frame/row-forms.tsx";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { HistoryLink } from "./history-link.tsx";
import { useLabels, useNames, usePerson } from "./model.ts";
import { DepartmentField } from "./row-parts.tsx";

/** Where the other plans are found, and who keeps them: references, never what they say. */
export function ExternalPlans() {
  const { support } = useWords();
  const t = support.externalPlans;
  const { externalPlans, mayWrite, id: youngPersonId } = usePerson();
  if (externalPlans.length === 0 && !mayWrite) return null;
  return (
    <section className="page-part" aria-labelledby="external-plans">
      <h2 id="external-plans">{t.title}</h2>
      <p className="meta">{externalPlans.length === 0 ? t.none : t.hint}</p>
      {externalPlans.length > 0 && (
        <ul className="rows rows-first-line">
          {externalPlans.map((row) => (
            <Reference key={row.id} row={row} />
          ))}
        </ul>
      )}
      {mayWrite && (
        <div className="button-line after-rows">
          <AskFor intent="add-external-plan" fields={{ youngPersonId }} label={t.add}>
            {(close) => (
              <CommandForm
                intent="add-external-plan"
                fields={{ youngPersonId }}
                onDone={close}
                reset
                className="page-form"
              >
                {(form) => <ReferenceFields form={form} />}
              </CommandForm>
            )}
          </AskFor>
        </div>
      )}
    </section>
  );
}

function Reference({ row }: { row: ExternalPlanRow }) {
  const { support } = useWords();
  const t = support.externalPlans;
  const { mayWrite, externalPlanKinds } = usePerson();
  const { first, labelIn } = useLabels();
  const { department } = useNames();
  const { system, number, link } = row;
  const title = labelIn(externalPlanKinds, row.planKind);
  return (
    <li>
      <div className="row-main">
        <p>{first(title)}</p>
        <p className="meta">{[department(row.departmentId)?.name, system, number].filter(Boolean).join(" · ")}</p>
        <div className="button-line">
          {mayWrite && (
            <>
              <ChangeRow intent="change-external-plan" row={row} title={title}>
                {(form) => <ReferenceFields form={form} row={row} />}
              </ChangeRow>
              <RemoveRow intent="remove-external-plan" row={row} title={title} question={t.removeQuestion} />
            </>
          )}
          <HistoryLink row={row} of={title} />
        </div>
      </div>
      {link && linkProblem(link) === null && (
        <a
          className="button button-text button-dense screen-only"
          href={link}
          target="_blank"
          rel="noopener noreferrer"
        >
          {t.open}
          <span className="sr-only">
            {" "}
            {title} {t.newTab}
          </span>
        </a>
      )}
    </li>
  );
}

function ReferenceFields({ form, row }: { form: FormState; row?: ExternalPlanRow }) {
  const { support } = useWords();
  const t = support.externalPlans;
  const { externalPlanKinds, departments: own } = usePerson();
  const { problem, typed, busy } = form;
  const text = (name: "system" | "number" | "link", label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      name={name}
      type="text"
      inputMode={name === "link" ? "url" : undefined}
      autoComplete="off"
      defaultValue={typed(name) ?? row?.[name]}
      error={problem(name)}
      required={name === "system"}
    />
  );
  return (
    <>
      <div className="field-line">
        <CodeField form={form} name="planKind" label={t.kind} stands={row?.planKind} codes={externalPlanKinds} />
        <DepartmentField form={form} name="departmentId" label={t.department} stands={row?.departmentId ?? own[0]} />
      </div>
      {text("system", t.system, t.systemHint)}
      {text("number", t.number)}
      {text("link", t.link, t.linkHint)}
      <Button disabled={busy}>{t.save}</Button>
    </>
  );
}
