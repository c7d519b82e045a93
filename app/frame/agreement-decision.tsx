import type { OwnAction } from "#domain/actions/shown.server.ts";
import { Button } from "#ui/button.tsx";
import { DayField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { AskFor } from "./ask-for.tsx";
import { CommandForm } from "./command-form.tsx";

/** A decision is made elsewhere: here stands where it can be found. */
export function AgreementDecision({ row, name }: { row: OwnAction; name?: string }) {
  const { actions: t } = useWords();
  const { id, version, decisionSystem, decisionCase, decisionOn } = row;
  return (
    <AskFor
      intent="set-action-decision"
      fields={{ id }}
      label={t.refer}
      {...(name && { name: `${t.refer}: ${name}` })}
      variant="text"
      dense
      group={id}
    >
      {(close) => (
        <CommandForm intent="set-action-decision" fields={{ id, version }} onDone={close} holdsVersion>
          {({ problem, typed, busy }) => (
            <>
              <p className="meta">{t.referHint}</p>
              <div className="field-line">
                <TextField
                  label={t.decisionSystem}
                  name="decisionSystem"
                  defaultValue={typed("decisionSystem") ?? decisionSystem}
                  error={problem("decisionSystem")}
                  autoComplete="off"
                />
                <TextField
                  label={t.decisionCase}
                  name="decisionCase"
                  defaultValue={typed("decisionCase") ?? decisionCase}
                  error={problem("decisionCase")}
                  autoComplete="off"
                />
                <DayField
                  label={t.decisionOn}
                  name="decisionOn"
                  short
                  defaultValue={typed("decisionOn") ?? decisionOn ?? ""}
                  error={problem("decisionOn")}
                />
              </div>
              <div className="button-line">
                <Button dense disabled={busy}>
                  {t.saveDecision}
                </Button>
              </div>
            </>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}
