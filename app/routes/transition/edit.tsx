import type { ReactNode } from "react";
import { checkStates, clarifiedAbouts, coverages } from "#db/vocabulary.ts";
import type { StaffReference } from "#domain/staff/reference.server.ts";
import type { OnTheWay } from "#domain/transition/queries.server.ts";
import type { Standing } from "#domain/transition/standing.ts";
import { ActiveOptions } from "#frame/active-options.tsx";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { SavingWord } from "#frame/saving-word.tsx";
import { Button } from "#ui/button.tsx";
import { DayField, SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

type Props = {
  person: OnTheWay;
  standing: Standing;
  staff: StaffReference[];
  short: (day: string) => string;
  full: (day: string) => string;
};

/** What is written of one young person, part by part; each part is saved for itself. */
export function Edit(props: Props) {
  const { transition: t } = useWords();
  const { covered } = props.standing;
  return (
    <div className="edit-part transition-edit">
      <Law {...props} />
      <section>
        <h4>{t.checks}</h4>
        {covered === "yes" ? <Checks {...props} /> : <p className="meta">{t.checksLater}</p>}
      </section>
      <Meetings {...props} />
      <Clarification {...props} />
    </div>
  );
}

function Save({ form, what }: { form: FormState; what: string }) {
  const { transition: t } = useWords();
  return (
    <>
      <Button disabled={form.busy} aria-label={t.saveWhat(what)}>
        {t.save}
      </Button>
      <SavingWord saving={form.saving} />
    </>
  );
}

function Law({ person, standing: { law }, full }: Props) {
  const { transition: t } = useWords();
  const fields = { youngPersonId: person.id, version: law?.version ?? 0 };
  const decidedOn = law?.supportBasisDecidedOn ? full(law.supportBasisDecidedOn) : "";
  return (
    <section>
      <h4>{t.law}</h4>
      <CommandForm intent="set-transition" fields={fields} holdsVersion quiet>
        {(form) => (
          <>
            <div className="field-line">
              <Choose form={form} name="covered" label={t.coveredQuestion} now={law?.covered ?? "not_judged"}>
                {coverages.map((one) => (
                  <option key={one} value={one}>
                    {t.coverages[one]}
                  </option>
                ))}
              </Choose>
              <Said form={form} name="coveredEvidence" label={t.evidence} now={law?.coveredEvidence} />
            </div>
            <div className="field-line">
              <Day
                form={form}
                name="supportBasisDecidedOn"
                label={t.decidedOn}
                hint={t.decidedOnHint}
                now={decidedOn}
              />
              <Said form={form} name="supportBasisEvidence" label={t.decidedEvidence} now={law?.supportBasisEvidence} />
              <Save form={form} what={t.law} />
            </div>
          </>
        )}
      </CommandForm>
    </section>
  );
}

function Checks({ person, standing, staff, full }: Props) {
  const { transition: t } = useWords();
  return standing.checks.map(({ consideration, state, row }) => {
    const fields = { youngPersonId: person.id, consideration, version: row?.version ?? 0 };
    return (
      <CommandForm key={consideration} intent="set-transition-check" fields={fields} holdsVersion quiet>
        {(form) => (
          <fieldset>
            <legend>{t.considerationsLong[consideration]}</legend>
            <div className="field-line">
              <Choose form={form} name="state" label={t.state} now={state}>
                {checkStates.map((one) => (
                  <option key={one} value={one}>
                    {t.checkStates[one]}
                  </option>
                ))}
              </Choose>
              <Choose form={form} name="responsibleId" label={t.responsible} now={row?.responsibleId ?? ""}>
                <option value="">{t.nobody}</option>
                <ActiveOptions of={staff} stands={row?.responsibleId} />
              </Choose>
              <Day form={form} name="standsOn" label={t.day} now={row?.standsOn ? full(row.standsOn) : ""} />
              <Said form={form} name="evidence" label={t.evidence} now={row?.evidence} />
              <Save form={form} what={t.considerationsLong[consideration]} />
            </div>
          </fieldset>
        )}
      </CommandForm>
    );
  });
}

function Meetings({ person, standing, short, full }: Props) {
  const { transition: t } = useWords();
  return (
    <section>
      <h4>{t.meetings}</h4>
      {standing.meetings.map(({ model, dueOn, row }) => {
        const fields = { youngPersonId: person.id, model, version: row?.version ?? 0 };
        return (
          <CommandForm key={model} intent="set-transition-meeting" fields={fields} holdsVersion quiet>
            {(form) => (
              <fieldset>
                <legend>{t.about(t.models[model], short(dueOn))}</legend>
                <div className="field-line">
                  <Day
                    form={form}
                    name="plannedOn"
                    label={t.plannedOn}
                    now={row?.plannedOn ? full(row.plannedOn) : ""}
                  />
                  <Day form={form} name="heldOn" label={t.heldOn} now={row?.heldOn ? full(row.heldOn) : ""} />
                  <Save form={form} what={t.models[model]} />
                </div>
              </fieldset>
            )}
          </CommandForm>
        );
      })}
    </section>
  );
}

function Clarification({ person, standing, staff, short }: Props) {
  const { transition: t } = useWords();
  const nameOf = (id: string | null) => staff.find((one) => one.id === id)?.name ?? "";
  return (
    <section>
      <h4>{t.clarified}</h4>
      <CommandForm intent="set-clarification" fields={{ youngPersonId: person.id }} quiet reset>
        {(form) => (
          <>
            <div className="field-line">
              <Choose form={form} name="about" label={t.aboutQuestion} now="future">
                {clarifiedAbouts.map((one) => (
                  <option key={one} value={one}>
                    {t.abouts[one]}
                  </option>
                ))}
              </Choose>
              <Choose form={form} name="level" label={t.levelQuestion} now="0">
                {t.levels.map((word, level) => (
                  <option key={word} value={level}>
                    {t.levelOf(level, word)}
                  </option>
                ))}
              </Choose>
              <Day form={form} name="standsOn" label={t.from} now="" />
              <Said form={form} name="evidence" label={t.evidence} now="" />
              <Save form={form} what={t.clarified} />
            </div>
          </>
        )}
      </CommandForm>
      {standing.graded.length > 0 && (
        <>
          <h5 className="region-label">{t.history}</h5>
          <ul className="rows rows-compare rows-fall">
            {standing.graded.map(({ id, about, level, standsOn, evidence, writtenById }) => (
              <li key={id}>
                <span className="row-main">
                  {t.abouts[about]}: {t.levelOf(level, t.levels[level] ?? "")}
                </span>
                <span className="meta">
                  {short(standsOn)} · {t.writtenBy(nameOf(writtenById), evidence)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type FieldOf = { form: FormState; name: string; label: string; hint?: string };

const Choose = ({ form, name, label, now, children }: FieldOf & { now: string; children: ReactNode }) => (
  <SelectField label={label} name={name} defaultValue={form.typed(name) ?? now} error={form.problem(name)}>
    {children}
  </SelectField>
);

const Day = ({ form, name, label, hint, now }: FieldOf & { now: string }) => (
  <DayField
    label={label}
    hint={hint}
    name={name}
    defaultValue={form.typed(name) ?? now}
    error={form.problem(name)}
    short
  />
);

const Said = ({ form, name, label, now }: FieldOf & { now: string | undefined }) => (
  <TextField label={label} name={name} defaultValue={form.typed(name) ?? now} error={form.problem(name)} />
);
