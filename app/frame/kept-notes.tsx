import { useState } from "react";
import { clockOf } from "#domain/moments.ts";
import { dropNote, isConcern, markNote, type Note } from "#live/device/notes.ts";
import { Ask } from "#ui/ask.tsx";
import { Button } from "#ui/button.tsx";
import { TextArea } from "#ui/fields.tsx";
import { telOf } from "#ui/phone-link.ts";
import { StatusWord } from "#ui/status-word.tsx";
import { useWords } from "#words/words.ts";
import { useProblems } from "./problems.ts";

type Props = {
  notes: readonly Note[];
  onWrite: (note: Note) => void;
  /** The number of whoever is to be notified about a young person; empty for none. */
  notifyOf: (youngPersonId: string) => string;
};

/** What lies on this telephone and is not sent: what waits, what was refused and why, and what is half written. */
export function KeptNotes({ notes, onWrite, notifyOf }: Props) {
  const { offline: t } = useWords();
  if (notes.length === 0) return null;
  return (
    <section className="kept-notes" aria-labelledby="kept-notes">
      <h2 className="region-label" id="kept-notes">
        {t.title}
      </h2>
      <ul className="rows rows-first-line">
        {notes.map((note) => (
          <KeptNote
            key={note.id}
            note={note}
            onWrite={() => onWrite(note)}
            notify={isConcern(note) ? notifyOf(note.youngPersonId) : ""}
          />
        ))}
      </ul>
    </section>
  );
}

type NoteProps = { note: Note; onWrite: () => void; notify: string };

function KeptNote({ note, onWrite, notify }: NoteProps) {
  const { offline: t } = useWords();
  const { sentence } = useProblems();
  const [copied, setCopied] = useState(false);
  const { id, state, at, firstName, fields, no } = note;
  const concern = isConcern(note);
  const text = fields.text ?? "";
  const clock = clockOf(at);
  return (
    <li className="kept-note">
      <div className="row-main">
        <p className="kept-whom">{concern ? t.concernOf(firstName) : t.noteOf(firstName)}</p>
        {concern && <NobodyKnows notify={notify} />}
        {state === "waiting" && !concern && <StatusWord state="near">{t.waits(clock)}</StatusWord>}
        {state === "draft" && <p className="meta">{t.draft(clock)}</p>}
        {state === "refused" && <StatusWord state="late">{t.refused(no ? sentence(no) : "")}</StatusWord>}
        {state === "refused" && !concern ? (
          <TextArea label={t.textOf(firstName)} labelHidden readOnly rows={3} value={text} />
        ) : (
          text && <p className="contact-text">{text}</p>
        )}
        {state !== "waiting" && (
          <div className="button-line">
            {!concern && (
              <Button type="button" dense onClick={onWrite} aria-label={t.goOnOf(firstName)}>
                {t.goOn}
              </Button>
            )}
            {state === "refused" && (
              <>
                <Button type="button" dense onClick={() => markNote(note, "waiting")}>
                  {t.again}
                </Button>
                {!concern && (
                  <Button
                    type="button"
                    variant="text"
                    dense
                    onClick={() => navigator.clipboard?.writeText(text).then(() => setCopied(true))}
                  >
                    {copied ? t.copied : t.copy}
                  </Button>
                )}
              </>
            )}
            <Ask label={t.remove} name={t.removeOf(firstName)} variant="text" dense group="kept">
              <p>{t.removeAsk}</p>
              <Button type="button" dense onClick={() => dropNote(id)}>
                {t.remove}
              </Button>
            </Ask>
          </div>
        )}
      </div>
    </li>
  );
}

/** A concern that is not sent: nobody knows, and one rings oneself. */
export function NobodyKnows({ notify }: { notify: string }) {
  const { guides, offline: t } = useWords();
  return (
    <>
      <p>
        <StatusWord state="late">{t.nobodyKnows}</StatusWord> {t.ringYourself}
      </p>
      {notify && (
        <p>
          {guides.duty}{" "}
          <a className="button button-secondary button-dense" href={telOf(notify)}>
            {guides.notifyCall(notify)}
          </a>
        </p>
      )}
    </>
  );
}
