import type { ContactChannel } from "#db/vocabulary.ts";
import type { Note } from "#live/device/notes.ts";
import { useWords } from "#words/words.ts";
import { CommandForm } from "./command-form.tsx";
import { type ContactWith, NewContactFields } from "./contact-fields.tsx";

type Props = {
  person: ContactWith;
  today: string;
  channel?: ContactChannel;
  /** What was written before and lies on this device: it goes on where it stopped. */
  note?: Note;
  /** Where it leads without JavaScript; none: where it stands. */
  back?: string;
  onDone: () => void;
  /** Takes over what did not come through. */
  onUnsent?: (form: FormData) => boolean;
  onTyped?: (form: FormData) => void;
};

/** Person, sentence, save: all else is filled in, and a press changes it. */
export function ContactForm({ person, today, channel, note, back, onDone, onUnsent, onTyped }: Props) {
  const { guides: t } = useWords();
  return (
    <CommandForm
      key={person.id}
      intent="write-contact"
      startKey={note?.id}
      fields={{ youngPersonId: person.id }}
      onDone={onDone}
      onUnsent={onUnsent}
      onTyped={onTyped}
      className="contact-form"
      label={t.contactWith(person.firstName)}
    >
      {(form) => (
        <>
          {back && <input type="hidden" name="back" value={back} />}
          <NewContactFields form={form} person={person} today={today} channel={channel} note={note} />
        </>
      )}
    </CommandForm>
  );
}
