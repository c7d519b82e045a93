import { type ReactNode, useEffect, useRef, useState } from "react";
import { useFrame } from "#frame/frame.ts";
import { SavedText } from "#frame/saved-text.tsx";
import { Button } from "#ui/button.tsx";
import { listed } from "#words/lists.ts";
import { useWords } from "#words/words.ts";
import { HistoryLink } from "./history-link.tsx";
import { fieldOf, type TextPlace, textOf, useNames, usePerson } from "./model.ts";

type Props = {
  place: TextPlace;
  /** What the text is called, for its field and its button. */
  label: string;
  hint?: string;
  /** What stands where nothing is written. */
  empty: string;
  /** How the text stands when nobody writes in it. */
  children: (text: string) => ReactNode;
  rows?: number;
};

/** A text of the plan: pressed it becomes a field in place, which saves itself; without JavaScript the field stands below it. */
export function PlanText({ place, label, hint, empty, children, rows = 3 }: Props) {
  const { plan: t } = useWords();
  const page = usePerson();
  const { nameOf } = useNames();
  const row = textOf(page, place);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  // Closed again, one goes on from its button.
  useEffect(() => {
    if (wasOpen.current && !open) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  const text = row?.text ?? "";
  const { id: youngPersonId, mayWrite } = page;
  const field = (
    <SavedText
      intent="write-plan-text"
      name="text"
      fields={{ youngPersonId, part: place.part, area: place.area ?? "", departmentId: place.departmentId ?? null }}
      value={text}
      version={row?.version ?? 0}
      label={label}
      labelHidden={open}
      hint={hint}
      rows={rows}
      autoFocus={open}
      conflictHeading={t.alsoEdited(nameOf(row?.editedById ?? null))}
      plain={!open}
      onWriting={(writing) => page.write(writing ? fieldOf(place) : "")}
      onClose={open ? () => setOpen(false) : undefined}
    />
  );
  return (
    <div className="plan-text">
      {open ? field : text ? children(text) : <p className="meta">{empty}</p>}
      <WritesHere place={place} />
      {!open && (
        <div className="button-line">
          {row && <HistoryLink row={row} of={label} />}
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
        </div>
      )}
      {mayWrite && !open && <noscript>{field}</noscript>}
    </div>
  );
}

function WritesHere({ place }: { place: TextPlace }) {
  const { plan: t } = useWords();
  const { language } = useFrame();
  const { writers } = usePerson();
  const { nameOf } = useNames();
  const names = Object.entries(writers)
    .filter(([, field]) => field === fieldOf(place))
    .map(([staffId]) => nameOf(staffId));
  if (names.length === 0) return null;
  return <p className="meta">{t.writesHere(listed(names, language))}</p>;
}
