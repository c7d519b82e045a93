import { type FormEvent, useState } from "react";
import { uuidv7 } from "uuidv7";
import { KEPT, type Note } from "#live/device/notes.ts";
import type { ListedYoung } from "#live/device/today.ts";
import { useWords } from "#words/words.ts";
import type { FormState } from "./command-form.tsx";
import { NewContactFields } from "./contact-fields.tsx";

type Props = {
  young: ListedYoung;
  note?: Note;
  today: string;
  onTyped: (form: FormData) => void;
  onSave: (form: FormData) => void;
};

/** A contact without a net: what stands in it lies on the device at every letter, and waits there once it is saved. */
export function OfflineContact({ young, note, today, onTyped, onSave }: Props) {
  const { guides: t, problems } = useWords();
  const [key] = useState(() => note?.id ?? uuidv7());
  const [empty, setEmpty] = useState(false);
  const form: FormState = {
    ...{ saving: { state: "untouched" }, busy: false },
    ...{ typed: () => undefined, stands: () => undefined, ticked: (_field, _value, now = false) => now },
    problem: (field) => (empty && field === "text" ? problems.required : undefined),
  };

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const lacks =
      (data.get("kind") === "reminder" || data.get("result") === "met") && String(data.get("text")).trim() === "";
    setEmpty(lacks);
    if (!lacks) onSave(data);
  }

  return (
    <form
      className="contact-form"
      aria-label={t.contactWith(young.firstName)}
      onSubmit={onSubmit}
      onInput={(event) => onTyped(new FormData(event.currentTarget))}
    >
      <input type="hidden" name="intent" value={KEPT} />
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="youngPersonId" value={young.id} />
      <NewContactFields form={form} person={{ ...young, channel: null, nextOn: null }} today={today} note={note} />
    </form>
  );
}
