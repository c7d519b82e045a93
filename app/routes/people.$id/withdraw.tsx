import type { ShownConsent } from "#domain/sharing/shown.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { useWords } from "#words/words.ts";

type Props = { consent: ShownConsent; who: string; onDone: () => void };

/** One step with a question before it: who says so, and what it does. */
export function Withdraw({ consent, who, onDone }: Props) {
  const { consent: t } = useWords();
  const { id, version, state, said, missing } = consent;
  const holds = state === "in_force";
  const could = [...said, ...(missing ?? [])];
  const [only] = could;
  return (
    <AskFor
      intent="withdraw-consent"
      fields={{ id }}
      label={holds ? t.withdraw : t.sayNo}
      name={holds ? t.withdrawWhat(who) : undefined}
      variant="text"
      dense
      group="withdraw"
    >
      <CommandForm intent="withdraw-consent" fields={{ id, version }} onDone={onDone}>
        {({ problem, ticked }) => (
          <>
            <fieldset className="choice-line">
              <legend>{holds ? t.withdrawQuestion : t.noQuestion}</legend>
              {could.map(({ giver, name }) => (
                <Choice
                  key={giver}
                  type="radio"
                  name="by"
                  value={giver}
                  label={name}
                  defaultChecked={ticked("by", giver, could.length === 1 && giver === only?.giver)}
                  required
                />
              ))}
              {problem("by") && <p className="form-error-message">{problem("by")}</p>}
            </fieldset>
            <p className="measure">{holds ? t.withdrawEffect : t.noEffect}</p>
            <Button dense>{holds ? t.withdrawYes : t.noYes}</Button>
          </>
        )}
      </CommandForm>
    </AskFor>
  );
}
