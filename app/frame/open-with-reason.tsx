import { useActionData } from "@remix-run/react";
import { useState } from "react";
import type { Sent } from "#http/door.server.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { AskFor } from "./ask-for.tsx";
import { CommandForm } from "./command-form.tsx";

type Props<A extends { id: string }> = {
  intent: string;
  id: string;
  label: string;
  /** What it is called aloud, where several on a page have the same word. */
  name: string;
  text: (answer: A) => string;
};

/** What is opened with a reason and a fresh proof: shown once, on this page, and printed nowhere. */
export function OpenWithReason<A extends { id: string }>({ intent, id, label, name, text }: Props<A>) {
  const { access: t } = useWords();
  const plain = useActionData() as Sent<A> | undefined;
  const [opened, setOpened] = useState<A | null>(null);
  const posted = plain?.ok && plain.intent === intent && plain.answer.id === id ? plain.answer : null;
  const shown = opened ?? posted;
  if (shown)
    return (
      <p className="edit-part screen-only" role="status" data-lands>
        {text(shown)}
      </p>
    );
  return (
    <AskFor intent={intent} fields={{ id }} label={label} name={name} variant="outlined" dense>
      <CommandForm<A> intent={intent} fields={{ id }} className="page-form" onDone={setOpened}>
        {({ problem, typed, busy }) => (
          <>
            <TextField
              label={t.reason}
              hint={t.reasonHint}
              name="reason"
              defaultValue={typed("reason")}
              error={problem("reason")}
              autoComplete="off"
              required
            />
            <Button disabled={busy}>{t.show}</Button>
          </>
        )}
      </CommandForm>
    </AskFor>
  );
}
