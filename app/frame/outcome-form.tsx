import type { Code } from "#domain/codes/queries.server.ts";
import type { PlacementRow } from "#domain/placements/views.server.ts";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { AskFor } from "./ask-for.tsx";
import { CommandForm } from "./command-form.tsx";
import { CodeField } from "./row-forms.tsx";

/** How a job or an internship went: in the plan, and on the page of a course. */
export function OutcomeForm({ row: { id, version, employer, outcome }, codes }: { row: PlacementRow; codes: Code[] }) {
  const { support } = useWords();
  const t = support.placements;
  return (
    <AskFor
      intent="set-placement-outcome"
      fields={{ id }}
      label={t.outcome}
      name={support.named(t.outcome, employer)}
      variant="text"
      dense
      group={id}
    >
      {(close) => (
        <CommandForm intent="set-placement-outcome" fields={{ id, version }} onDone={close} holdsVersion>
          {(form) => (
            <div className="field-line">
              <CodeField form={form} name="outcome" label={t.outcome} stands={outcome} codes={codes} />
              <Button disabled={form.busy}>{t.save}</Button>
            </div>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}
