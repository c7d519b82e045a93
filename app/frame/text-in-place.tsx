import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Fields } from "#live/use-command.ts";
import { Button } from "#ui/button.tsx";
import { listed } from "#words/lists.ts";
import { useWords } from "#words/words.ts";
import { useFrame } from "./frame.ts";
import { SavedText } from "./saved-text.tsx";

type Props = {
  intent: string;
  fields: Fields;
  /** What stands, and the version it stands at (0: nothing was written yet). */
  text: string;
  version: number;
  /** What the text is called, for its field and its button. */
  label: string;
  hint?: string;
  /** What stands where nothing is written. */
  empty: string;
  mayWrite: boolean;
  /** Where it is read what stood here before. */
  history?: ReactNode;
  /** Who changed it last, by name; who else writes in it now. */
  editedBy: string;
  writers: readonly string[];
  onWriting: (writing: boolean) => void;
  /** What else can be pressed beside it. */
  more?: ReactNode;
  /** A text that could stand here: taken over on a press, it stands in the field and is saved from there. */
  proposal?: { text: string; shown: (takeOver: () => void) => ReactNode };
  /** How the text stands when nobody writes in it. */
  children: (text: string) => ReactNode;
  rows?: number;
};

/** A text that becomes a field in place when it is pressed, and saves itself; without JavaScript the field stands below it. */
export function TextInPlace({ text, label, hint, empty, mayWrite, history, proposal, children, ...of }: Props) {
  const { plan: t } = useWords();
  const [open, setOpen] = useState(false);
  const [taken, setTaken] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  // Closed again, one goes on from its button.
  useEffect(() => {
    if (wasOpen.current && !open) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  const close = () => {
    setOpen(false);
    setTaken(null);
  };
  const takeOver = () => {
    setTaken(proposal?.text ?? null);
    setOpen(true);
  };
  const kept = open ? taken : proposal?.text;
  const field = (
    <SavedText
      intent={of.intent}
      name="text"
      fields={of.fields}
      value={text}
      version={of.version}
      label={label}
      labelHidden={open}
      hint={hint}
      rows={of.rows ?? 3}
      autoFocus={open}
      conflictHeading={t.alsoEdited(of.editedBy)}
      plain={!open}
      onWriting={of.onWriting}
      onClose={open ? close : undefined}
      draft={kept ? { kept, typed: () => undefined, done: () => undefined } : undefined}
    />
  );
  return (
    <div className="plan-text">
      {open ? field : text ? children(text) : <p className="meta">{empty}</p>}
      <WritesHere names={of.writers} />
      {!open && (
        <div className="button-line">
          {history}
          {mayWrite && (
            <Button
              type="button"
              variant="text"
              dense
              ref={button}
              className="script-only"
              aria-label={text ? t.editWhat(label) : t.writeWhat(label)}
              onClick={() => setOpen(true)}
            >
              {text ? t.edit : t.write}
            </Button>
          )}
          {of.more}
        </div>
      )}
      {!open && proposal?.shown(takeOver)}
      {mayWrite && !open && <noscript>{field}</noscript>}
    </div>
  );
}

function WritesHere({ names }: { names: readonly string[] }) {
  const { plan: t } = useWords();
  const { language } = useFrame();
  if (names.length === 0) return null;
  return <p className="meta">{t.writesHere(listed(names, language))}</p>;
}
