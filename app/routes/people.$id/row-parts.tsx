import type { Code } from "#domain/codes/queries.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useLabels, usePerson } from "./model.ts";

type ChosenProps = { form: FormState; name: string; label: string; stands: string | null | undefined; empty?: boolean };

/** A code of a list; a new row has none until one is chosen. */
export function CodeField({ form, name, label, stands = "", codes, empty }: ChosenProps & { codes: readonly Code[] }) {
  const { support: t } = useWords();
  const { labelIn } = useLabels();
  return (
    <SelectField
      label={label}
      name={name}
      defaultValue={form.typed(name) ?? stands ?? ""}
      error={form.problem(name)}
      required={!empty}
    >
      {(empty || !stands) && <option value="">{t.notChosen}</option>}
      {codes.map(({ code }) => (
        <option key={code} value={code}>
          {labelIn(codes, code)}
        </option>
      ))}
    </SelectField>
  );
}

/** A department of the forum; one that has closed since stays where it stands. */
export function DepartmentField({ form, name, label, stands = "", empty }: ChosenProps) {
  const { support: t } = useWords();
  const { people } = usePerson();
  return (
    <SelectField
      label={label}
      name={name}
      defaultValue={form.typed(name) ?? stands ?? ""}
      error={form.problem(name)}
      required={!empty}
    >
      {(empty || !stands) && <option value="">{t.notChosen}</option>}
      {people.departments
        .filter(({ id, active }) => active || id === stands)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </SelectField>
  );
}

type RemoveProps = { intent: string; row: { id: string; version: number }; title: string; question: string };

/** Takes off what was written by mistake, after one question. */
export function RemoveRow({ intent, row: { id, version }, title, question }: RemoveProps) {
  const { support: t } = useWords();
  return (
    <AskFor
      intent={intent}
      fields={{ id }}
      label={t.remove}
      name={t.named(t.remove, title)}
      variant="text"
      dense
      group={id}
    >
      <CommandForm intent={intent} fields={{ id, version }}>
        <p>{question}</p>
        <Button dense>{t.removeYes}</Button>
      </CommandForm>
    </AskFor>
  );
}
