import { type ReactNode, useState } from "react";
import {
  type ContactChannel,
  type ContactNote,
  contactChannels,
  contactCompanies,
  contactNotes,
  contactResults,
  type Language,
} from "#db/vocabulary.ts";
import { reminderUntil, type Standing } from "#domain/guides/rhythm.ts";
import type { Note } from "#live/device/notes.ts";
import { takenUp } from "#live/device/taken-up.ts";
import { Button } from "#ui/button.tsx";
import { DayField, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import type { FormState } from "./command-form.tsx";

/** Whom a contact is with, and what of it is known before a word is written. */
export type ContactWith = {
  id: string;
  firstName: string;
  /** By which way the last one was; none yet: by telephone. */
  channel: ContactChannel | null;
  /** The next day by the rhythm; null where there is none. */
  nextOn: string | null;
  /** What is agreed for the next time. */
  next: Standing["next"];
};

type NewProps = {
  form: FormState;
  person: ContactWith;
  today: string;
  channel?: ContactChannel;
  /** What was written before, and not sent. */
  note?: Note;
};

/** The fields of a new contact: all but the sentence is filled in. */
export function NewContactFields({ form, person, today, channel, note }: NewProps) {
  const { guides: t } = useWords();
  const days = useDayWords(today);
  const before = note ? takenUp(note, today, days.full) : {};
  // What is agreed for a day to come stands until somebody chooses another.
  const agreed = person.next && person.next.on > today ? person.next : { on: person.nextOn, time: "", place: "" };
  return (
    <ContactFields
      form={form}
      firstName={person.firstName}
      today={today}
      stands={{
        ...{ channel: channel ?? person.channel ?? "phone", result: "met", company: "only_us", kind: "case_note" },
        ...{ text: "", nextOn: agreed.on ? days.short(agreed.on) : "" },
        ...{ nextTime: agreed.time, nextPlace: agreed.place },
        minutes: "",
        ...before,
      }}
      opensMore={Boolean(before.on)}
      more={
        <>
          <DayField
            label={t.onDay}
            hint={t.onDayHint}
            name="on"
            short
            defaultValue={form.typed("on") ?? before.on ?? ""}
            error={form.problem("on")}
          />
          <SelectField
            label={t.score}
            name="score"
            error={form.problem("score")}
            defaultValue={form.typed("score") ?? before.score}
          >
            <option value="">{t.notAsked}</option>
            {Array.from({ length: 11 }, (_, score) => (
              <option key={String(score)} value={score}>
                {score}
              </option>
            ))}
          </SelectField>
        </>
      }
    />
  );
}

type ContactStands = Record<
  "channel" | "result" | "company" | "kind" | "text" | "nextOn" | "nextTime" | "nextPlace" | "minutes",
  string
>;

type FieldsProps = {
  form: FormState;
  firstName: string;
  today: string;
  stands: ContactStands;
  /** It is a note to the case, and stays one. */
  staysNote?: boolean;
  /** What stands under it is to be seen at once. */
  opensMore?: boolean;
  more?: ReactNode;
};

/** The fields of a contact, new or changed. */
export function ContactFields({ form, firstName, today, stands, staysNote = false, opensMore, more }: FieldsProps) {
  const { guides: t } = useWords();
  const days = useDayWords(today);
  const { problem, typed, busy } = form;
  const now = (field: keyof ContactStands) => typed(field) ?? stands[field];
  const [kind, setKind] = useState(now("kind") as ContactNote);
  const [nextOn, setNextOn] = useState(now("nextOn"));
  const isReminder = kind === "reminder";
  /** What is asked of a contact is not asked of an own reminder. */
  const ofContact = (name: "channel" | "result" | "company") => ({ name, value: now(name), hidden: isReminder });
  const wrong = problem("nextOn") ?? problem("nextTime") ?? problem("nextPlace");
  return (
    <>
      <TextArea
        label={isReminder ? t.toRemember : t.what(firstName)}
        name="text"
        rows={4}
        defaultValue={now("text")}
        error={problem("text")}
        autoComplete="off"
      />
      <div className="contact-chips">
        <Chip label={t.channel} of={contactChannels} words={t.channels} {...ofContact("channel")} />
        <Chip label={t.result} of={contactResults} words={t.results} {...ofContact("result")} />
        <Chip label={t.company} of={contactCompanies} words={t.companies} {...ofContact("company")} />
        <details className="contact-next" open={wrong ? true : undefined} hidden={isReminder}>
          <summary className="contact-chip">{t.nextChip(nextOn)}</summary>
          <div className="contact-next-fields">
            <TextField
              label={t.nextOn}
              name="nextOn"
              short
              autoComplete="off"
              defaultValue={now("nextOn")}
              error={problem("nextOn")}
              onChange={(event) => setNextOn(event.target.value)}
            />
            <TextField
              label={t.nextTime}
              name="nextTime"
              short
              inputMode="decimal"
              autoComplete="off"
              defaultValue={now("nextTime")}
              error={problem("nextTime")}
            />
            <TextField
              label={t.nextPlace}
              name="nextPlace"
              autoComplete="off"
              defaultValue={now("nextPlace")}
              error={problem("nextPlace")}
            />
          </div>
        </details>
        {staysNote ? (
          <input type="hidden" name="kind" value={kind} />
        ) : (
          <Chip
            label={t.kind}
            name="kind"
            value={kind}
            of={contactNotes}
            words={t.kinds}
            onChange={(value) => setKind(value as ContactNote)}
          />
        )}
      </div>
      <p className="meta">{isReminder ? t.kindHint.reminder(days.full(reminderUntil(today))) : t.kindHint.case_note}</p>
      <Button variant="primary" wide disabled={busy}>
        {t.save}
      </Button>
      <details
        className="contact-more"
        hidden={isReminder}
        open={opensMore || problem("score") || problem("minutes") || problem("on") ? true : undefined}
      >
        <summary>{t.more}</summary>
        {more}
        <TextField
          label={t.minutes}
          name="minutes"
          short
          inputMode="numeric"
          autoComplete="off"
          defaultValue={now("minutes")}
          error={problem("minutes")}
        />
      </details>
    </>
  );
}

type ChipProps<W extends string> = {
  label: string;
  name: string;
  value: string;
  of: readonly W[];
  words: Record<W, string>;
  hidden?: boolean;
  onChange?: (value: string) => void;
};

/** What is already set, as one word to press: the device's own list changes it. */
function Chip<W extends string>({ label, name, value, of, words, hidden, onChange }: ChipProps<W>) {
  return (
    <select
      className="contact-chip"
      aria-label={label}
      name={name}
      defaultValue={value}
      hidden={hidden}
      onChange={(event) => onChange?.(event.target.value)}
    >
      {of.map((one) => (
        <option key={one} value={one}>
          {words[one]}
        </option>
      ))}
    </select>
  );
}

/** Days in the language of the page. */
export function useDayWords(today: string) {
  const { frame } = useWords();
  return dayWords(frame.lang as Language, today);
}
