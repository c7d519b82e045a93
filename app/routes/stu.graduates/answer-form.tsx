import { helpers, outcomeSources, wishesMet } from "#db/vocabulary.ts";
import type { Call } from "#domain/graduates/call-list.ts";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { addressOf } from "./model.ts";
import { useGraduates } from "./use-graduates.ts";

/** The four questions. */
export function AnswerForm({ call, onDone }: { call: Call; onDone: () => void }) {
  const { graduates: t } = useWords();
  const { language } = useFrame();
  const { at, graduates } = useGraduates();
  const { id, version } = call.followUp;
  return (
    <CommandForm intent="answer-follow-up" fields={{ id, version }} holdsVersion onDone={onDone} className="page-form">
      {(form) => (
        <>
          <input type="hidden" name="back" value={addressOf(at)} />
          <div className="field-line">
            <SelectField
              label={t.outcome}
              name="outcome"
              defaultValue={form.typed("outcome") ?? ""}
              error={form.problem("outcome")}
            >
              <option value="">{t.chooseOutcome}</option>
              {graduates.outcomes.map(({ code, label }) => (
                <option key={code} value={code}>
                  {label[language]}
                </option>
              ))}
            </SelectField>
            <TextField
              label={t.hours}
              hint={t.hoursHint}
              name="hours"
              inputMode="decimal"
              defaultValue={form.typed("hours") ?? ""}
              error={form.problem("hours")}
              short
            />
          </div>
          <Choices form={form} name="wishMet" legend={t.wish} of={wishesMet} words={t.wishes} />
          <Choices form={form} name="source" legend={t.source} of={outcomeSources} words={t.sources} first />
          <Choices form={form} name="help" legend={t.help} of={helpers} words={t.helps} first />
          <Button variant="primary" disabled={form.busy}>
            {t.save}
          </Button>
        </>
      )}
    </CommandForm>
  );
}

type Of<W extends string> = {
  form: FormState;
  name: string;
  legend: string;
  of: readonly W[];
  words: Record<W, string>;
  /** The first is the usual one. */
  first?: boolean;
};

function Choices<W extends string>({ form, name, legend, of, words, first = false }: Of<W>) {
  return (
    <fieldset>
      <legend className="form-label">{legend}</legend>
      {of.map((value, at) => (
        <Choice
          key={value}
          type="radio"
          name={name}
          value={value}
          label={words[value]}
          defaultChecked={form.ticked(name, value, first && at === 0)}
        />
      ))}
      {form.problem(name) && <p className="form-error-message">{form.problem(name)}</p>}
    </fieldset>
  );
}
