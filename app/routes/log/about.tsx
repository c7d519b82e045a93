import type { Masked } from "#domain/log/masked.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { TextArea } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

/** Whom a row is about: a reference, until a reason for the name was given. */
export function About({ about: { id, reference, name } }: { about: Masked }) {
  const { log: t } = useWords();
  if (name) return <>{t.about(`${name} (${reference})`)}</>;
  return (
    <>
      {t.about(reference)}{" "}
      <AskFor
        intent="unmask"
        fields={{ youngPersonId: id }}
        label={t.show}
        name={t.showWhom(reference)}
        variant="text"
        dense
        group="unmask"
      >
        <CommandForm intent="unmask" fields={{ youngPersonId: id }}>
          {(form) => (
            <>
              <TextArea
                label={t.reason}
                hint={t.reasonHint}
                name="reason"
                rows={2}
                required
                error={form.problem("reason")}
                defaultValue={form.typed("reason")}
              />
              <Button dense>{t.showYes}</Button>
            </>
          )}
        </CommandForm>
      </AskFor>
    </>
  );
}
