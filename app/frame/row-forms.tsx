import type { ReactNode } from "react";
import type { Code } from "#domain/codes/queries.server.ts";
import { Button } from "#ui/button.tsx";
import { SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { AskFor } from "./ask-for.tsx";
import { CommandForm, type FormState } from "./command-form.tsx";
import { useFrame } from "./frame.ts";

export type ChosenProps = {
  form: FormState;
  name: string;
  label: string;
  stands: string | null | undefined;
  empty?: boolean;
};

/** What a code is called in the language of the page. */
export function useLabelIn() {
  const { language } = useFrame();
  return (codes: readonly Code[], code: string) => codes.find((one) => one.code === code)?.label[language] ?? code;
}

/** A code of a list; a new row has none until one is chosen. */
export function CodeField({ form, name, label, stands = "", codes, empty }: ChosenProps & { codes: readonly Code[] }) {
  const { support: t } = useWords();
  const labelIn = useLabelIn();
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

export type RowProps = { intent: string; row: { id: string; version: number }; title: string; group?: string };

/** A row in its own small form, held to the version that it was opened with. */
export function ChangeRow({
  intent,
  row: { id, version },
  title,
  group = id,
  onWriting,
  children,
}: RowProps & { onWriting?: (writing: boolean) => void; children: (form: FormState) => ReactNode }) {
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
        <CommandForm
          intent={intent}
          fields={{ id, version }}
          onDone={close}
          holdsVersion
          onWriting={onWriting}
          className="page-form"
        >
          {children}
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
