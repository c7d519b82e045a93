import type { ReactNode } from "react";
import type { Code } from "#domain/codes/queries.server.ts";
import { ActiveOptions } from "#frame/active-options.tsx";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { DayField, SelectField } from "#ui/fields.tsx";
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
      <ActiveOptions of={people.departments} stands={stands} />
    </SelectField>
  );
}

type RowProps = { intent: string; row: { id: string; version: number }; title: string; group?: string };

/** A row in its own small form, held to the version that it was opened with. */
export function ChangeRow({
  intent,
  row: { id, version },
  title,
  group = id,
  children,
}: RowProps & { children: (form: FormState) => ReactNode }) {
  const { support: t } = useWords();
  return (
    <AskFor
      intent={intent}
      fields={{ id }}
      label={t.change}
      name={t.named(t.change, title)}
      variant="text"
      dense
      group={group}
    >
      {(close) => (
        <CommandForm intent={intent} fields={{ id, version }} onDone={close} holdsVersion className="page-form">
          {children}
        </CommandForm>
      )}
    </AskFor>
  );
}

/** The day on which something that runs ends; today unless another is said. */
export function EndRow({ intent, row: { id, version }, title, group = id }: RowProps) {
  const { support: t } = useWords();
  const { today } = usePerson();
  const { days } = useLabels();
  return (
    <AskFor
      intent={intent}
      fields={{ id }}
      label={t.end}
      name={t.named(t.end, title)}
      variant="text"
      dense
      group={group}
    >
      {(close) => (
        <CommandForm intent={intent} fields={{ id, version }} onDone={close}>
          {({ problem, typed, busy }) => (
            <div className="field-line">
              <DayField
                label={t.endOn}
                name="toOn"
                defaultValue={typed("toOn") ?? days.full(today)}
                error={problem("toOn")}
                short
              />
              <Button disabled={busy}>{t.endYes}</Button>
            </div>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}

/** Takes off what was written by mistake, after one question. */
export function RemoveRow({ intent, row: { id, version }, title, question }: RowProps & { question: string }) {
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
