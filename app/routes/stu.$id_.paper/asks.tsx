import type { ResourcePaperWay } from "#db/vocabulary.ts";
import type { ResourcePaperRow } from "#domain/resource-paper/views.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import type { Fields } from "#live/use-command.ts";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";

type Question = {
  intent: string;
  fields: Fields;
  /** What was seen when it was pressed, beside the fields: it may stand otherwise by the time of the answer. */
  seen?: { name: string; value: string };
  label: string;
  question: string;
  yes: string;
  /** Under which field a "no" of it comes. */
  field: string;
  variant?: "primary" | "outlined" | "text";
};

/** A press about the whole paper, after one question. */
export function PaperAsk({ intent, fields, seen, label, question, yes, field, variant = "text" }: Question) {
  return (
    <AskFor intent={intent} fields={fields} label={label} variant={variant} dense group="paper">
      {(close) => (
        <CommandForm intent={intent} fields={fields} onDone={close}>
          {({ busy, problem }) => (
            <>
              <p>{question}</p>
              {seen && <input type="hidden" name={seen.name} value={seen.value} />}
              {problem(field) && <p className="form-error-message">{problem(field)}</p>}
              <Button dense disabled={busy}>
                {yes}
              </Button>
            </>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}

type Of = { paper: ResourcePaperRow };
const seen = ({ id, version }: ResourcePaperRow) => ({ id, version });

/** The other one writes it from now on. */
export function HandOver({ paper }: Of) {
  const { resourcePaper: t } = useWords();
  const way: ResourcePaperWay = paper.way === "here" ? "by_place" : "here";
  return (
    <PaperAsk
      intent="hand-resource-paper"
      fields={{ ...seen(paper), way }}
      label={t.hand[way]}
      question={t.handQuestion[way]}
      yes={t.handYes[way]}
      field="way"
    />
  );
}

export function Reopen({ paper }: Of) {
  const { resourcePaper: t } = useWords();
  return (
    <PaperAsk
      intent="reopen-resource-paper"
      fields={seen(paper)}
      label={t.reopen}
      question={t.reopenQuestion}
      yes={t.reopenYes}
      field="id"
      variant="outlined"
    />
  );
}

export function RemovePaper({ paper }: Of) {
  const { resourcePaper: t } = useWords();
  return (
    <PaperAsk
      intent="remove-resource-paper"
      fields={seen(paper)}
      label={t.remove}
      question={t.removeQuestion}
      yes={t.removeYes}
      field="id"
    />
  );
}
