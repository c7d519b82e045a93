import { dayOf } from "#domain/moments.ts";
import type { PeopleAround } from "#domain/people/around.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { OpenWithReason } from "#frame/open-with-reason.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { TextArea } from "#ui/fields.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

/** The sealed notes that name the reader, and a way to write one; on no paper. */
export function Notes({ person }: { person: PeopleAround }) {
  const { access: t } = useWords();
  const { language } = useFrame();
  const { notes, mayNote, today } = person;
  if (!mayNote && notes.length === 0) return null;
  const days = dayWords(language, today);
  return (
    <section className="page-part screen-only" aria-labelledby="notes">
      <h2 id="notes">{t.notes}</h2>
      <p className="meta">{t.notesHint}</p>
      <ul className="rows rows-first-line">
        {notes.map(({ id, author, writtenAt, readers, mayDestroy }) => {
          const day = days.short(dayOf(writtenAt));
          return (
            <li key={id}>
              <div className="row-main">
                <p>{t.noteOf(author, day)}</p>
                <p className="meta">{t.readers(readers.join(", "))}</p>
                <div className="button-line">
                  <OpenWithReason<{ id: string; text: string }>
                    intent="open-sealed-note"
                    id={id}
                    label={t.openNote}
                    name={t.openNoteOf(author, day)}
                    text={(answer) => answer.text}
                  />
                  {mayDestroy && (
                    <AskFor
                      intent="destroy-sealed-note"
                      fields={{ id }}
                      label={t.destroy}
                      name={t.destroyOf(author, day)}
                      variant="text"
                      dense
                    >
                      <CommandForm intent="destroy-sealed-note" fields={{ id }}>
                        <p>{t.destroyQuestion}</p>
                        <Button variant="danger" dense>
                          {t.destroyYes}
                        </Button>
                      </CommandForm>
                    </AskFor>
                  )}
                </div>
              </div>
            </li>
          );
        })}
      </ul>
      {mayNote && (
        <div className="after-rows">
          <AskFor intent="write-sealed-note" fields={{ youngPersonId: person.id }} label={t.writeNote} dense>
            <WriteForm person={person} />
          </AskFor>
        </div>
      )}
    </section>
  );
}

function WriteForm({ person: { id, around } }: { person: PeopleAround }) {
  const { access: t } = useWords();
  const { staffId } = useFrame();
  const others = new Map(around.filter((one) => one.staffId !== staffId && one.opens).map((one) => [one.staffId, one]));
  return (
    <CommandForm intent="write-sealed-note" fields={{ youngPersonId: id }} className="page-form" reset>
      {({ problem, typed, ticked, busy }) => (
        <>
          <TextArea
            label={t.noteText}
            hint={t.noteTextHint}
            name="text"
            rows={4}
            defaultValue={typed("text")}
            error={problem("text")}
            required
          />
          {others.size > 0 && (
            <fieldset className="choice-line">
              <legend>{t.chooseReaders}</legend>
              {[...others.values()].map((one) => (
                <Choice
                  key={one.staffId}
                  name="readers[]"
                  value={one.staffId}
                  label={one.name}
                  defaultChecked={ticked("readers", one.staffId)}
                />
              ))}
              {problem("readers") && <p className="form-error-message">{problem("readers")}</p>}
            </fieldset>
          )}
          <Button disabled={busy}>{t.saveNote}</Button>
        </>
      )}
    </CommandForm>
  );
}
