import { useEffect, useState } from "react";
import { uuidv7 } from "uuidv7";
import { CommandForm, useTypedBefore } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import type { Made } from "./agreement-entry.tsx";
import { useDraft, useDrafts } from "./drafts.tsx";
import { useItem } from "./item-context.ts";
import { useNames } from "./model.ts";
import { outgoing } from "./outgoing.tsx";

/** What the forum advises whoever brought a question without a name costs a sentence. */
export function AdviceEntry() {
  const { board: t } = useWords();
  const { item, write } = useItem();
  const { nameOf } = useNames();
  const draft = useDraft(item.id, "agreement");
  const { keep } = useDrafts();
  const before = useTypedBefore("advise");
  const [text, setText] = useState(before?.itemId === item.id ? String(before.text ?? "") : draft.kept);
  const [id, setId] = useState<string>(() => uuidv7());
  function empty() {
    setText("");
    draft.done();
    setId(uuidv7());
    write("");
  }
  // A text that was not taken comes back to be sent again.
  useEffect(() => {
    const onMake = (event: Event) => setText((event as CustomEvent<Made>).detail.text);
    document.addEventListener("make-agreement", onMake);
    return () => document.removeEventListener("make-agreement", onMake);
  }, []);
  return (
    <div className="agreement-entry" data-lands-alone>
      <CommandForm
        key={id}
        intent="advise"
        fields={{ id, itemId: item.id }}
        onDone={empty}
        onUnsent={(form) => {
          keep(outgoing(item.id, form));
          empty();
          return true;
        }}
        label={t.agreements.adviceTo(nameOf(item.askerId))}
      >
        {({ problem, busy }) => (
          <div className="field-line">
            <TextField
              id="new-agreement"
              label={t.agreements.adviceTo(nameOf(item.askerId))}
              name="text"
              data-lands
              value={text}
              error={problem("text")}
              autoComplete="off"
              readOnly={busy}
              onChange={(event) => {
                setText(event.target.value);
                draft.typed(event.target.value);
                write("agreement");
              }}
            />
            <Button disabled={busy}>{t.agreements.add}</Button>
          </div>
        )}
      </CommandForm>
    </div>
  );
}
