import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { cleanText } from "#domain/text.ts";
import { type Fields, useCommand } from "#live/use-command.ts";
import { usePlainAnswer } from "./command-form.tsx";

export type SavedTextOf = {
  intent: string;
  /** The field that is saved, and the others that go with it. */
  name: string;
  fields: Fields;
  /** What stands, and the version it stands at (0: there is no row yet). */
  value: string;
  version: number;
  /** Somebody is writing here. */
  onWriting?: (writing: boolean) => void;
  onDone?: () => void;
  /** The field is opened on a press and closes again: Esc gives back the text that stood when it was opened. */
  onClose?: () => void;
  /** Where a text is kept that the field had no time to save. */
  draft?: { kept: string; typed: (text: string) => void; done: () => void };
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

/** What a text that saves itself knows: what is typed, what stands, and what somebody else wrote meanwhile. */
export function useSavedText({ intent, name, fields, value, version, onWriting, onDone, onClose, draft }: SavedTextOf) {
  const refused = useRefusedText(intent, fields, name);
  const [text, setText] = useState(refused?.typed ?? (draft?.kept || value));
  const [base, setBase] = useState({ value, version });
  const [due, setDue] = useState(false);
  const [opened, setOpened] = useState(value);
  const [closing, setClosing] = useState(false);
  const [theirs, setTheirs] = useState<Text | null>(refused?.no.no === "conflict" ? base : null);
  const latest = useRef(text);
  const sent = useRef(value);
  const against = useRef(version);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const command = useCommand(intent, () => {
    if (isSame(latest.current, sent.current)) draft?.done();
    onDone?.();
  });
  const { saving } = command;
  const dirty = !isSame(text, base.value);

  // What stands somewhere else now: taken over when nothing is typed here, else shown beside it.
  if ((value !== base.value || version !== base.version) && !command.busy && !theirs) {
    if (isSame(value, text) || !dirty || isSame(value, sent.current)) {
      setBase({ value, version });
      if (!isSame(value, sent.current)) setOpened(value);
      if (!dirty && !isSame(text, value)) {
        setText(value);
        // Else the former text would be saved over theirs when the field is left.
        latest.current = value;
      }
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
    if (!due || command.busy || command.isOut() || theirs || rowIsOnItsWay) return;
    setDue(false);
    if (!isSame(latest.current, base.value)) save(latest.current);
  });

  function onChange(typed: string) {
    setClosing(false);
    setText(typed);
    latest.current = typed;
    draft?.typed(typed);
    onWriting?.(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setDue(true), PAUSE_MS);
  }

  function onBlur() {
    clearTimeout(timer.current);
    onWriting?.(false);
    setDue(true);
  }

  // It closes when what stands is what is written: until then nothing is taken from under a hand.
  useEffect(() => {
    if (closing && !due && !command.busy && !theirs && !dirty && !rowIsOnItsWay) onClose?.();
  });

  function saveNow() {
    clearTimeout(timer.current);
    setDue(true);
  }

  /** On a board Esc takes nothing back: what is written is kept, and saved without waiting for the pause. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    if (onClose) {
      setText(opened);
      latest.current = opened;
      setClosing(true);
    }
    saveNow();
  }

  function choose(chosen: string) {
    if (!theirs) return;
    setText(chosen);
    latest.current = chosen;
    setBase(theirs);
    setOpened(theirs.value);
    if (chosen !== theirs.value) save(chosen, theirs.version);
    setTheirs(null);
  }

  return {
    text,
    theirs,
    choose,
    base,
    onChange,
    onBlur,
    onKeyDown,
    /** How the saving goes; of what was posted without JavaScript, why it was refused. */
    saving: refused && saving.state === "untouched" ? { state: "refused" as const, no: refused.no } : saving,
    save: () => save(text),
    close: () => {
      setClosing(true);
      saveNow();
    },
  };
}
