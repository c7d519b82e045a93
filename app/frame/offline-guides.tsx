import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { dayOf } from "#domain/moments.ts";
import { countNotes, readList } from "#live/device/holder.ts";
import {
  isConcern,
  keepNote,
  knownNotes,
  type Note,
  ownerNow,
  readNoNotes,
  readNotesAs,
  subscribe,
} from "#live/device/notes.ts";
import type { TodaysList } from "#live/device/today.ts";
import { Button } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { Strip } from "#ui/strip.tsx";
import { useWords } from "#words/words.ts";
import { KeptNotes } from "./kept-notes.tsx";
import { OfflineContact } from "./offline-contact.tsx";
import { OfflineRow } from "./offline-row.tsx";
import { OfflineWorried } from "./offline-worried.tsx";

const LOOK_MS = 3000;

type Lies = { list: TodaysList | null; notes: number };
type Writing = { id: string; note?: Note };

/** What lies on this device today; looked at again and again, for the midnight and a sign-out elsewhere come of themselves. */
function useWhatLies(): Lies | null {
  const [lies, setLies] = useState<Lies | null>(null);
  useEffect(() => {
    let owner: string | null = null;
    const look = async () => {
      const found = await readList(Date.now());
      // Somebody else has signed in: nothing of the former user stays on the page, no list and no sentence.
      if (found && owner !== null && found.staffId !== owner) {
        window.location.reload();
        return;
      }
      if (!found) readNoNotes();
      else if (ownerNow() !== found.staffId) await readNotesAs(found.staffId);
      owner = found?.staffId ?? owner;
      const notes = await countNotes();
      setLies((known) => ({ list: found && known?.list ? known.list : (found?.list ?? null), notes }));
    };
    look();
    const again = setInterval(look, LOOK_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(again);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return lies;
}

/** Whether the server answers again. */
function useNetBack(): boolean {
  const [back, setBack] = useState(false);
  useEffect(() => {
    const ask = () =>
      fetch("/healthz", { cache: "no-store" }).then(
        ({ ok }) => setBack(ok),
        () => setBack(false),
      );
    const again = setInterval(ask, LOOK_MS);
    window.addEventListener("online", ask);
    return () => {
      clearInterval(again);
      window.removeEventListener("online", ask);
    };
  }, []);
  return back;
}

/** The guide's page without a net: today's names, hours and numbers, and the notes that are not sent. */
export function OfflineGuides() {
  const { guides, frame, offline: t } = useWords();
  const lies = useWhatLies();
  const notes = useSyncExternalStore(subscribe, knownNotes);
  const [writing, setWriting] = useState<Writing | null>(null);
  const [said, setSaid] = useState("");
  const back = useNetBack();
  const worried = notes.some((one) => isConcern(one) && one.state === "waiting");
  const reloaded = useRef(false);
  useEffect(() => {
    // Nobody is taken away from a sentence, but that one is worried waits for none: the sentence lies on the device.
    if (!back || (writing && !worried) || reloaded.current) return;
    reloaded.current = true;
    window.location.reload();
  }, [back, writing, worried]);
  if (!lies) return null;
  const { list } = lies;
  const now = () => Date.now() + (list?.ahead ?? 0);
  const today = dayOf(new Date(now()).toISOString());
  const young = list?.people.find(({ id }) => id === writing?.id);
  const waiting = list ? notes.filter(({ state }) => state === "waiting").length : lies.notes;
  const write = (id: string) =>
    setWriting({ id, note: notes.find(({ youngPersonId, state }) => state === "draft" && youngPersonId === id) });

  async function save(form: FormData) {
    const note = await keepNote(form, "waiting", now());
    if (!note) return;
    setWriting(null);
    setSaid(t.keptNow(note.firstName));
  }

  return (
    <div className="page-frame">
      <header className="page-top">
        <div className="page-head">
          <span className="product">{frame.product}</span>
        </div>
        {back ? (
          <Strip
            text={t.back}
            action={
              <Button type="button" variant="text" dense onClick={() => window.location.reload()}>
                {t.open}
              </Button>
            }
          />
        ) : (
          <Strip text={t.noNet(waiting)} />
        )}
      </header>
      <main className="page-body">
        <div className="guide-page">
          <h1>{guides.title}</h1>
          <p role="status" className="meta">
            {said}
          </p>
          {list ? (
            <>
              <KeptNotes
                notes={notes}
                onWrite={(note) => setWriting({ id: note.youngPersonId, note })}
                notifyOf={(of) => list.people.find(({ id }) => id === of)?.notify ?? ""}
              />
              <p className="meta">
                {t.rest} {t.until}
              </p>
              <ul className="rows">
                {list.people.map((one) => (
                  <OfflineRow key={one.id} young={one} today={today} onWrite={() => write(one.id)} />
                ))}
              </ul>
            </>
          ) : (
            <Empty text={t.nothing} />
          )}
        </div>
      </main>
      <Sheet
        open={young !== undefined}
        onClose={() => setWriting(null)}
        title={young ? guides.contactWith(young.firstName) : ""}
        closeLabel={frame.close}
      >
        {young && (
          <>
            <OfflineContact
              key={young.id + (writing?.note?.id ?? "")}
              young={young}
              note={writing?.note}
              today={today}
              onTyped={(form) => keepNote(form, "draft", now())}
              onSave={save}
            />
            <OfflineWorried
              key={young.id}
              young={young}
              notes={notes}
              onRaise={(form) => keepNote(form, "waiting", now())}
            />
          </>
        )}
      </Sheet>
    </div>
  );
}
