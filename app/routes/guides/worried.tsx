import { concernReceivers } from "#db/vocabulary.ts";
import { age } from "#domain/days.ts";
import type { OwnYoung } from "#domain/guides/mine.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { NobodyKnows } from "#frame/kept-notes.tsx";
import { isConcern, waitsHere } from "#live/device/notes.ts";
import { numberToNotify } from "#live/device/today.ts";
import { useNotes } from "#live/device/use-device.ts";
import { Ask } from "#ui/ask.tsx";
import { Button } from "#ui/button.tsx";
import { telOf } from "#ui/phone-link.ts";
import { useWords } from "#words/words.ts";
import { savedAt, useMine } from "./model.ts";

/** `Jeg er bekymret`: who is to know today. What it is about is written elsewhere. */
export function Worried({ young, onSaid }: { young: OwnYoung; onSaid: (words: string) => void }) {
  const { guides: t } = useWords();
  const { today, notifyAt } = useMine();
  const isChild = age(young.bornOn, today) < 18;
  const number = numberToNotify(young.bornOn, today, notifyAt.phone);
  const waits = useNotes().some((note) => isConcern(note) && note.youngPersonId === young.id);
  return (
    <Ask label={t.worried} variant="text">
      {(close) => (
        <>
          <p>{t.worriedAsk(young.firstName)}</p>
          {isChild && (
            <>
              <p>
                <strong>{t.duty}</strong> {t.dutyHint}
              </p>
              {(notifyAt.phone || notifyAt.link) && (
                <p className="button-line">
                  {notifyAt.phone && (
                    <a className="button button-secondary" href={telOf(notifyAt.phone)}>
                      {t.notifyCall(notifyAt.phone)}
                    </a>
                  )}
                  {notifyAt.link && (
                    <a className="button button-secondary" href={notifyAt.link} target="_blank" rel="noreferrer">
                      {t.notifyWrite}
                    </a>
                  )}
                </p>
              )}
            </>
          )}
          <div role="alert">{waits && <NobodyKnows notify={number} />}</div>
          <div className="button-line">
            {concernReceivers.map((receiver) => (
              <CommandForm
                key={receiver}
                intent="raise-concern"
                fields={{ youngPersonId: young.id, receiver }}
                onUnsent={waitsHere}
                quiet
                onDone={() => {
                  close();
                  onSaid(t.worriedSaved(t.toldTo[receiver]));
                }}
              >
                {({ busy, saving }) => (
                  <>
                    <input type="hidden" name="back" value={savedAt("concern", receiver)} />
                    <Button disabled={busy}>{t.receivers[receiver]}</Button>
                    {/* The telephone keeps nothing: it waits here alone. */}
                    {saving.state === "waiting" && <NobodyKnows notify={number} />}
                  </>
                )}
              </CommandForm>
            ))}
          </div>
        </>
      )}
    </Ask>
  );
}
