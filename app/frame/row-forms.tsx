import type { ComponentProps, ReactNode } from "react";
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

type ChosenFieldProps = ChosenProps & { /** What none is called. */ none: string; children: ReactNode };

/** One of several; a new row has none until one is chosen. */
export function ChosenField({ form, name, label, stands = "", empty, none, children }: ChosenFieldProps) {
  return (
    <SelectField
      label={label}
      name={name}
      defaultValue={form.typed(name) ?? stands ?? ""}
      error={form.problem(name)}
      required={!empty}
    >
      {(empty || !stands) && <option value="">{none}</option>}
      {children}
    </SelectField>
  );
}

/** A code of a list. */
export function CodeField({ codes, ...chosen }: ChosenProps & { codes: readonly Code[] }) {
  const { support: t } = useWords();
  const labelIn = useLabelIn();
  return (
    <ChosenField {...chosen} none={t.notChosen}>
      {codes.map(({ code }) => (
        <option key={code} value={code}>
          {labelIn(codes, code)}
        </option>
      ))}
    </ChosenField>
  );
}

export type RowProps = { intent: string; row: { id: string; version: number }; title: string; group?: string };

/** What is asked of one row: its button, and the form it opens; of a group one is open at a time. */
export function AskForRow({
  intent,
  row,
  title,
  group = row.id,
  label,
  children,
}: RowProps & { label: string; children: ComponentProps<typeof AskFor>["children"] }) {
  const { support: t } = useWords();
  const fields = { id: row.id };
  return (
    <AskFor
      intent={intent}
      fields={fields}
      label={label}
      name={t.named(label, title)}
      variant="text"
      dense
      group={group}
    >
      {children}
    </AskFor>
  );
}

/** A row in its own small form, held to the version that it was opened with. */
export function ChangeRow({
  onWriting,
  children,
  ...of
}: RowProps & { onWriting?: (writing: boolean) => void; children: (form: FormState) => ReactNode }) {
  const { support: t } = useWords();
  const { id, version } = of.row;
  return (
    <AskForRow {...of} label={t.change}>
      {(close) => (
        <CommandForm
          intent={of.intent}
          fields={{ id, version }}
          onDone={close}
          holdsVersion
          onWriting={onWriting}
          className="page-form"
        >
          {children}
        </CommandForm>
      )}
    </AskForRow>
  );
}

/** Takes off what was written by mistake, after one question. */
export function RemoveRow({ question, ...of }: RowProps & { question: string }) {
  const { support: t } = useWords();
  const { id, version } = of.row;
  return (
    <AskForRow {...of} label={t.remove}>
      <CommandForm intent={of.intent} fields={{ id, version }}>
        <p>{question}</p>
        <Button dense>{t.removeYes}</Button>
      </CommandForm>
    </AskForRow>
  );
}
