import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { cleanText } from "#domain/text.ts";
import { type Fields, useCommand } from "#live/use-command.ts";
import { BothTexts } from "#ui/both-texts.tsx";
import { useWords } from "#words/words.ts";
import { usePlainAnswer } from "./command-form.tsx";
import { SavingWord } from "./saving-word.tsx";

type Props = {
  intent: string;
  /** The field that is saved, and the others that go with it. */
  name: string;
  fields: Fields;
  /** What stands, and the version it stands at (0: there is no row yet). */
  value: string;
  version: number;
  label: string;
  labelHidden?: boolean;
  hint?: string;
  placeholder?: string;
  /** Somebody is writing here. */
  onWriting?: (writing: boolean) => void;
  /** What stands above the two texts when somebody else has edited the same. */
  conflictHeading?: string;
  onDone?: () => void;
  /** Where a text is kept that the field had no time to save. */
  draft?: { kept: string; typed: (text: string) => void; done: () => void };
  autoFocus?: boolean;
  id?: string;
  rows?: number;
};

const PAUSE_MS = 800;

type Text = { value: string; version: number };

/** What was posted without JavaScript and did not come through: the text, and why. */
function useRefusedText(intent: string, fields: Fields, name: string) {
  const sent = usePlainAnswer(intent, fields);
  const typed = sent?.typed?.[name];
  return sent && !sent.ok && typeof typed === "string" ? { no: sent, typed } : null;
}

/** What is typed may end in a space where what is saved does not. */
const isSame = (one: string, other: string) => cleanText(one) === cleanText(other);

/**
 * A text that saves itself at pauses and says so. What others write arrives only while nobody writes here; when both have,
 * both texts stand beside each other and one chooses.
 */
export function SavedText(props: Props) {
  const {
    intent,
    name,
    fields,
    value,
    version,
    label,
    labelHidden,
    hint,
    placeholder,
    onWriting,
    conflictHeading,
    onDone,
    autoFocus,
    rows = 3,
  } = props;
  const { frame } = useWords();
  const own = useId();
  const id = props.id ?? own;
  const refused = useRefusedText(intent, fields, name);
  const [text, setText] = useState(refused?.typed ?? (props.draft?.kept || value));
  const [base, setBase] = useState({ value, version });
  const [due, setDue] = useState(false);
  const [theirs, setTheirs] = useState<Text | null>(refused?.no.no === "conflict" ? base : null);
  const latest = useRef(text);
  const sent = useRef(value);
  const against = useRef(version);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const command = useCommand(intent, () => {
    if (isSame(latest.current, sent.current)) props.draft?.done();
    onDone?.();
  });
  const { saving } = command;
  const dirty = !isSame(text, base.value);

  // What stands somewhere else now: taken over when nothing is typed here, else shown beside it.
  if ((value !== base.value || version !== base.version) && !command.busy && !theirs) {
    if (isSame(value, text) || !dirty || isSame(value, sent.current)) {
      setBase({ value, version });
      if (!dirty && !isSame(text, value)) setText(value);
    } else if (value !== base.value) setTheirs({ value, version });
    else setBase({ value, version });
  }

  useEffect(() => {
    if (saving.state !== "refused" || saving.no.no !== "conflict") return;
    const { now } = saving.no;
    setTheirs({ value: String(now[name] ?? ""), version: Number(now.version) });
  }, [saving, name]);

  function save(typed: string, seen = base.version) {
    sent.current = typed;
    against.current = seen;
    command.send({ ...fields, [name]: typed, version: seen });
  }

  // The answer may be here before the row: after a lost line, or while the page loads anew.
  const rowIsOnItsWay = saving.state === "saved" && saving.moved && base.version === against.current;

  // At a pause, and when what was on its way has arrived: with the version that stands then, never an older one.
  useEffect(() => {
    if (!due || command.busy || theirs || rowIsOnItsWay) return;
    setDue(false);
    if (!isSame(latest.current, base.value)) save(latest.current);
  });

  function onChange(typed: string) {
    setText(typed);
    latest.current = typed;
    props.draft?.typed(typed);
    onWriting?.(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setDue(true), PAUSE_MS);
  }

  function onBlur() {
    clearTimeout(timer.current);
    onWriting?.(false);
    setDue(true);
  }

  /** Esc takes nothing back: what is written is kept, and saved without waiting for the pause. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    clearTimeout(timer.current);
    setDue(true);
  }

  function choose(chosen: string) {
    if (!theirs) return;
    setText(chosen);
    latest.current = chosen;
    setBase(theirs);
    if (chosen !== theirs.value) save(chosen, theirs.version);
    setTheirs(null);
  }

  return (
    <div className="saved-text">
      <form
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          const { submitter } = event.nativeEvent as SubmitEvent;
          const chosen = new FormData(event.currentTarget, submitter).getAll(name).at(-1);
          if (theirs) choose(String(chosen ?? ""));
          else save(text);
        }}
      >
        <input type="hidden" name="intent" value={intent} />
        {Object.entries({ ...fields, version: base.version }).map(([field, known]) =>
          known === null || known === undefined ? null : (
            <input key={field} type="hidden" name={field} value={String(known)} />
          ),
        )}
        <label className={labelHidden ? "sr-only" : "form-label"} htmlFor={id}>
          {label}
        </label>
        {hint && (
          <p className="form-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <textarea
          className="form-input growing"
          id={id}
          name={name}
          rows={rows}
          value={text}
          placeholder={placeholder}
          // biome-ignore lint/a11y/noAutofocus: opened by a press on the text itself
          autoFocus={autoFocus}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
          onKeyDown={onKeyDown}
        />
        {theirs && (
          <BothTexts
            name={name}
            mine={text}
            theirs={theirs.value}
            words={{
              heading: conflictHeading ?? frame.both.title,
              mine: frame.both.mine,
              theirs: frame.both.theirs,
              keepMine: frame.both.keepMine,
              takeTheirs: frame.both.takeTheirs,
              combine: frame.both.combine,
              combined: frame.both.combine,
              save: frame.both.saveCombined,
            }}
          />
        )}
        <noscript>
          <button type="submit" className="button button-secondary">
            {frame.save}
          </button>
        </noscript>
      </form>
      <p className="saving-line" aria-live="off">
        <SavingWord saving={refused && saving.state === "untouched" ? { state: "refused", no: refused.no } : saving} />
      </p>
    </div>
  );
}
