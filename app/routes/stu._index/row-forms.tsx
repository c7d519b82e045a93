import { Link } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { isLimit, isPast } from "#domain/stu/deadlines.ts";
import type { ListedDeadline, ListRow } from "#domain/stu/list.ts";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { standWord } from "#frame/deadline-words.ts";
import type { Fields } from "#live/use-command.ts";
import { Button } from "#ui/button.tsx";
import { isElsewhere } from "#ui/elsewhere.ts";
import { DayField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { keyOf, type Open, useDays, useDeadlineWords, useList, useRowKey } from "./model.ts";

type What = NonNullable<Open>["what"];

/** What is pressed to write in a row; without JavaScript it leads to the same page with the row open. */
function useRowOpen(row: string, what: What) {
  const { open, setOpen } = useList();
  const isOpen = open?.row === row && open.what === what;
  const opener = useRef<HTMLAnchorElement>(null);
  const wasOpen = useRef(isOpen);
  // Closed again, one goes on from where it was opened.
  useEffect(() => {
    if (wasOpen.current && !isOpen && !isElsewhere()) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return { isOpen, opener, close: () => setOpen(null), open: () => setOpen({ row, what }) };
}

type OpenerProps = { row: string; what: What; label: string; children: ReactNode; at: ReturnType<typeof useRowOpen> };

function Opener({ row, what, label, children, at }: OpenerProps) {
  const { to } = useList();
  return (
    <Link
      to={to({ row, write: what })}
      ref={at.opener}
      className="stu-write screen-only"
      aria-label={label}
      {...{ [`data-${what}`]: "" }}
      onClick={(event) => {
        event.preventDefault();
        at.open();
      }}
    >
      {children}
    </Link>
  );
}

/** Esc closes without a word. */
const onEscape = (close: () => void) => (event: { key: string; preventDefault: () => void }) => {
  if (event.key !== "Escape") return;
  event.preventDefault();
  close();
};

/** The day that a deadline is planned for, or was held. */
export function RowDay({ row, deadline }: { row: ListRow; deadline: ListedDeadline }) {
  const words = useWords();
  const { stu: t, stuCourse } = words;
  const { mayManage, today } = useList();
  const { nameOf } = useDeadlineWords();
  const days = useDays();
  const at = useRowOpen(keyOf(row), "day");
  const { code, number, stand, plannedOn, heldOn, derived, version } = deadline;
  const mayWrite = mayManage && !isLimit(code) && !(derived && heldOn);
  const word = standWord(words, deadline, days.short);
  const tone = stand === "held" ? "done" : isPast(deadline, today) ? "late" : stand === "missing" ? "near" : undefined;
  if (isLimit(code)) return null;
  if (at.isOpen && mayWrite)
    return (
      <InPlace
        intent="set-deadline"
        fields={{ courseId: row.course.id, code, number, version, ...(derived && { heldOn: "" }) }}
        onClose={at.close}
      >
        {({ problem, typed }) => (
          <>
            <DayField
              label={stuCourse.plannedOn}
              name="plannedOn"
              defaultValue={typed("plannedOn") ?? (plannedOn ? days.full(plannedOn) : "")}
              error={problem("plannedOn")}
              onKeyDown={onEscape(at.close)}
              autoFocus
              short
            />
            {!derived && (
              <DayField
                label={stuCourse.heldOn}
                name="heldOn"
                defaultValue={typed("heldOn") ?? (heldOn ? days.full(heldOn) : "")}
                error={problem("heldOn")}
                onKeyDown={onEscape(at.close)}
                short
              />
            )}
          </>
        )}
      </InPlace>
    );
  return (
    <>
      <span className={tone}>{word}</span>{" "}
      {mayWrite && (
        <Opener row={keyOf(row)} what="day" label={t.setDayOf(`${row.course.name}, ${nameOf(deadline)}`)} at={at}>
          {t.setDay}
        </Opener>
      )}
    </>
  );
}

/** A row's small form where its text stood; Esc leaves it. */
function InPlace({
  intent,
  fields,
  onClose,
  children,
}: {
  intent: string;
  fields: Fields;
  onClose: () => void;
  children: (form: FormState) => ReactNode;
}) {
  const { frame } = useWords();
  return (
    <CommandForm intent={intent} fields={fields} onDone={onClose} holdsVersion className="stu-form">
      {(form) => (
        <>
          {children(form)}
          <div className="button-line">
            <Button dense disabled={form.busy}>
              {frame.save}
            </Button>
            <Button type="button" variant="text" dense className="script-only" onClick={onClose}>
              {frame.cancel}
            </Button>
          </div>
        </>
      )}
    </CommandForm>
  );
}

/** One line that the team keeps in mind. */
export function RowNote({ row }: { row: ListRow }) {
  const { stu: t } = useWords();
  const { mayManage, typedNote, setTypedNote } = useList();
  const key = useRowKey()(row);
  const at = useRowOpen(key, "note");
  const { id, version, note, name } = row.course;
  const held = typedNote?.id === id ? typedNote.text : undefined;
  const close = () => {
    setTypedNote(null);
    at.close();
  };
  if (at.isOpen)
    return (
      <InPlace intent="note-course" fields={{ id, version }} onClose={close}>
        {({ problem, typed }) => (
          <>
            <TextField
              label={t.noteOf(name)}
              labelHidden
              name="note"
              defaultValue={typed("note") ?? held ?? note}
              error={problem("note")}
              autoComplete="off"
              onInput={({ currentTarget }) => setTypedNote({ id, text: currentTarget.value })}
              onKeyDown={onEscape(close)}
              autoFocus
            />
          </>
        )}
      </InPlace>
    );
  return (
    <>
      {note !== "" && <span className="stu-note-text">{note} </span>}
      {mayManage && (
        <Opener row={key} what="note" label={t.noteOf(name)} at={at}>
          {note === "" ? t.writeNote : t.editNote}
        </Opener>
      )}
    </>
  );
}
