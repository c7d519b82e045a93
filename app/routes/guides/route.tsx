import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useEffect, useMemo, useState } from "react";
import { concernReceivers } from "#db/vocabulary.ts";
import { raiseConcern } from "#domain/guides/concern-commands.server.ts";
import { writeContact } from "#domain/guides/contact-commands.server.ts";
import { seeHandoverTaken } from "#domain/guides/handover-commands.server.ts";
import { youngFiltersIn } from "#domain/guides/list-filters.ts";
import { type Mine, mine } from "#domain/guides/mine.server.ts";
import { seeGivenYoung } from "#domain/guides/move-commands.server.ts";
import { seeNotComing } from "#domain/guides/not-coming.server.ts";
import { declineYoungPerson, takeYoungPerson } from "#domain/guides/request-commands.server.ts";
import { setIntensity, setPhone } from "#domain/guides/rhythm-commands.server.ts";
import { removeView, saveView } from "#domain/saved/commands.server.ts";
import { ContactForm } from "#frame/contact-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { KeptNotes } from "#frame/kept-notes.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { askedIn, type Reached, useReached } from "#frame/use-reached.ts";
import { page, submit } from "#http/door.server.ts";
import { serverNow } from "#live/connection.ts";
import { orKept } from "#live/device/kept-action.ts";
import { keepNote, type Note, waitsHere } from "#live/device/notes.ts";
import { listedOf, numberToNotify } from "#live/device/today.ts";
import { useListKept, useNotes } from "#live/device/use-device.ts";
import { keepWhatStands } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { Button } from "#ui/button.tsx";
import { SelectField } from "#ui/fields.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { useWords } from "#words/words.ts";
import { Filter } from "./filter.tsx";
import { Lists } from "./lists.tsx";
import { MineProvider, SAVED, savedAt, useMine } from "./model.ts";
import { ReachedBar } from "./reached.tsx";
import { Strips } from "./strips.tsx";
import { Worried } from "./worried.tsx";

export const handle: Handle = { title: (words) => words.guides.title };
export const loader = page(mine, ({ search }) => ({ filters: youngFiltersIn(search) }));
export const action = submit([
  writeContact,
  raiseConcern,
  setIntensity,
  setPhone,
  takeYoungPerson,
  declineYoungPerson,
  seeGivenYoung,
  seeHandoverTaken,
  seeNotComing,
  saveView,
  removeView,
]);
export const clientLoader = keepWhatStands();
export const clientAction = orKept();

/** The guide's page, made for a telephone in one hand. */
export default function Guides() {
  const data = useLoaderData<typeof loader>() as Mine;
  const { guides: t, guideTeam } = useWords();
  const { staffId, build, language } = useFrame();
  useReloadOn(data.topics);
  const { youngPeople, today, notifyAt } = data;
  useListKept(
    staffId,
    build,
    useMemo(
      () => ({ language, people: listedOf(youngPeople, today, notifyAt.phone) }),
      [language, youngPeople, today, notifyAt.phone],
    ),
    data.now,
  );
  return (
    <PageFrame phone>
      <MineProvider value={data}>
        <div className="guide-page">
          <h1>{t.title}</h1>
          {data.seesTeam && (
            <p>
              <Link to="/guides/team">{guideTeam.toTeam}</Link>
            </p>
          )}
          <Own />
        </div>
      </MineProvider>
    </PageFrame>
  );
}

/** What was saved without JavaScript, in the words that are said with it. */
function useSaidBefore(): string {
  const { guides: t } = useWords();
  const { youngPeople } = useMine();
  const [search] = useSearchParams();
  const met = youngPeople.find(({ id }) => id === search.get(SAVED.contact));
  if (met) return t.saved(met.firstName);
  const told = concernReceivers.find((one) => one === search.get(SAVED.concern));
  return told ? t.worriedSaved(t.toldTo[told]) : "";
}

/** The rest of the address stays. */
function withoutSaid(search: URLSearchParams): URLSearchParams {
  for (const name of Object.values(SAVED)) search.delete(name);
  return search;
}

type Writing = { id: string; channel?: Reached["channel"]; note?: Note };

function Own() {
  const { guides: t, frame, offline } = useWords();
  const { youngPeople, today, notifyAt } = useMine();
  // Without JavaScript whom one writes about stands in the address, and what was saved.
  const [search, setSearch] = useSearchParams();
  const [writing, setWriting] = useState<Writing | null>(
    search.has("contact") ? { id: search.get("contact") ?? "" } : null,
  );
  const [said, setSaid] = useState(useSaidBefore());
  // It is said once, and not again when the page is loaded anew.
  const isSaid = Object.values(SAVED).some((name) => search.has(name));
  useEffect(() => {
    if (isSaid) setSearch(withoutSaid, { replace: true, preventScrollReset: true });
  }, [isSaid, setSearch]);
  /** What is said of a contact that waits is true while one does. */
  const [waits, setWaits] = useState(false);
  const reached = useReached(askedIn(search));
  const { asked, reach } = reached;
  const forget = () => {
    reached.forget();
    if (askedIn(search)) setSearch({}, { replace: true, preventScrollReset: true });
  };
  const young = youngPeople.find(({ id }) => id === writing?.id);
  const called = youngPeople.find(({ id }) => id === asked?.id);
  const notes = useNotes();
  const begun = (id: string) => notes.find((note) => note.state === "draft" && note.youngPersonId === id);
  const write = (id: string, channel?: Reached["channel"]) => setWriting({ id, channel, note: begun(id) });
  const say = (words: string, onPhone = false) => {
    setSaid(words);
    setWaits(onPhone);
  };
  // A late answer about one closes no form about another.
  const done = (words: string, about: string, onPhone = false) => {
    setWriting((now) => (now?.id === about ? null : now));
    say(words, onPhone);
  };
  return (
    <>
      {/* Without JavaScript the page begins with what was pressed, and with what came of it. */}
      <Sheet
        open={writing !== null}
        onClose={() => setWriting(null)}
        title={young ? t.contactWith(young.firstName) : t.newContact}
        closeLabel={frame.close}
      >
        {young ? (
          <>
            <ContactForm
              key={young.id + (writing?.channel ?? "") + (writing?.note?.id ?? "")}
              person={{ ...young, channel: young.standing.lastChannel, next: young.standing.next }}
              channel={writing?.channel}
              today={today}
              note={writing?.note}
              back={savedAt("contact", young.id)}
              onDone={() => done(t.saved(young.firstName), young.id)}
              onUnsent={(form) => {
                const kept = waitsHere(form);
                if (kept) done(offline.keptNow(young.firstName), young.id, true);
                return kept;
              }}
              onTyped={(form) => keepNote(form, "draft", serverNow())}
            />
            <Worried young={young} onSaid={(words) => done(words, young.id)} />
          </>
        ) : (
          <form method="get" className="field-line">
            <SelectField label={t.who} name="contact" defaultValue="" onChange={(event) => write(event.target.value)}>
              <option value="">{t.choose}</option>
              {youngPeople.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
            <noscript>
              <Button>{t.choose}</Button>
            </noscript>
          </form>
        )}
      </Sheet>
      <p role="status" className="meta">
        {!waits || notes.some(({ state }) => state === "waiting") ? said : ""}
      </p>
      <Strips onSaid={say} />
      <KeptNotes
        notes={notes}
        onWrite={(note) => setWriting({ id: note.youngPersonId, note })}
        notifyOf={(id) => {
          const of = youngPeople.find((one) => one.id === id);
          return of ? numberToNotify(of.bornOn, today, notifyAt.phone) : "";
        }}
      />
      <Filter />
      <Lists onContact={write} onReach={reach} />
      {called && asked ? (
        <ReachedBar
          young={called}
          channel={asked.channel}
          onYes={() => {
            write(called.id, asked.channel);
            forget();
          }}
          onGone={(saved) => {
            if (saved) say(t.saved(called.firstName));
            forget();
          }}
          onUnsent={(form) => {
            const kept = waitsHere(form);
            if (kept) {
              say(offline.keptNow(called.firstName), true);
              forget();
            }
            return kept;
          }}
        />
      ) : (
        youngPeople.length > 0 && (
          <div className="guide-foot">
            <a
              href="/guides?contact"
              className="button button-primary button-wide"
              onClick={(event) => {
                event.preventDefault();
                setWriting({ id: "" });
              }}
            >
              {t.newContact}
            </a>
          </div>
        )
      )}
    </>
  );
}
