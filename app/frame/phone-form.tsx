import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { AskFor } from "./ask-for.tsx";
import { CommandForm } from "./command-form.tsx";

type Props = { young: { id: string; version: number; name: string; phone: string } };

/** The young person's own number: written where there is none, put right where it is wrong. */
export function PhoneForm({ young: { id, version, name, phone } }: Props) {
  const { guides: t } = useWords();
  const [label, named] = phone ? [t.changePhone, t.changePhoneOf(name)] : [t.addPhone, t.addPhoneOf(name)];
  return (
    <AskFor intent="set-phone" fields={{ id }} label={label} name={named} variant="text" dense group="young">
      {(close) => (
        <CommandForm intent="set-phone" fields={{ id, version }} onDone={close} holdsVersion>
          {({ problem, typed, busy }) => (
            <div className="field-line">
              <TextField
                label={t.phone}
                name="phone"
                type="tel"
                autoComplete="off"
                defaultValue={typed("phone") ?? phone}
                error={problem("phone")}
              />
              <Button disabled={busy}>{t.save}</Button>
            </div>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}
