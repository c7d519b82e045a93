import { useState } from "react";
import { uuidv7 } from "uuidv7";
import { concernReceivers } from "#db/vocabulary.ts";
import { isConcern, type Note } from "#live/device/notes.ts";
import type { ListedYoung } from "#live/device/today.ts";
import { Ask } from "#ui/ask.tsx";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { NobodyKnows } from "./kept-notes.tsx";

type Props = {
  young: ListedYoung;
  /** What lies on this device. */
  notes: readonly Note[];
  onRaise: (form: FormData) => void;
};

/** `Jeg er bekymret` without a net: it waits on the device, nobody knows of it, and one rings oneself. */
export function OfflineWorried({ young, notes, onRaise }: Props) {
  const { guides: t } = useWords();
  const [pressed, setPressed] = useState(false);
  return (
    <Ask label={t.worried} variant="text">
      <p>{t.worriedAsk(young.firstName)}</p>
      <div role="alert">{pressed && <NobodyKnows notify={young.notify} />}</div>
      <div className="button-line">
        {concernReceivers.map((receiver) => (
          <Button
            key={receiver}
            type="button"
            onClick={() => {
              // Pressed twice it is one.
              const same = notes.find(
                (one) => isConcern(one) && one.youngPersonId === young.id && one.fields.receiver === receiver,
              );
              const form = new FormData();
              form.set("intent", "raise-concern");
              form.set("key", same?.id ?? uuidv7());
              form.set("youngPersonId", young.id);
              form.set("receiver", receiver);
              setPressed(true);
              onRaise(form);
            }}
          >
            {t.receivers[receiver]}
          </Button>
        ))}
      </div>
    </Ask>
  );
}
