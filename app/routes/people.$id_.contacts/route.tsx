import { Link, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { changeContact, removeContact, writeContact } from "#domain/guides/contact-commands.server.ts";
import { type ContactsPage, contacts } from "#domain/guides/contacts.server.ts";
import { setPhone } from "#domain/guides/rhythm-commands.server.ts";
import { isRowId } from "#domain/input.server.ts";
import { useRefused } from "#frame/command-form.tsx";
import { ContactForm } from "#frame/contact-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { KeptNotes } from "#frame/kept-notes.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { PhoneForm } from "#frame/phone-form.tsx";
import { page, submit } from "#http/door.server.ts";
import { serverNow } from "#live/connection.ts";
import { orKept } from "#live/device/kept-action.ts";
import { isConcern, keepNote, type Note, waitsHere } from "#live/device/notes.ts";
import { useNotes } from "#live/device/use-device.ts";
import { keepWhatStands } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { Ask } from "#ui/ask.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { telOf } from "#ui/phone-link.ts";
import { ScoreBars } from "#ui/score-bars.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { ContactRow } from "./contact-row.tsx";

export const handle: Handle = { title: (words) => words.guides.history };
export const loader = page(contacts, ({ params, search }) => {
  const from = Number(search.get("from") ?? 0);
  return isRowId(params.id) && Number.isInteger(from) && from >= 0 ? { youngPersonId: params.id, from } : null;
});
export const action = submit([writeContact, changeContact, removeContact, setPhone]);
export const clientLoader = keepWhatStands();
export const clientAction = orKept();

/** So many stand in the picture; all are in the plan. */
const MOST_SHOWN = 12;

/** How it goes in the young person's own number: a setback is drawn like a step forward. */
function Progress({ ratings, today }: Pick<ContactsPage, "ratings" | "today">) {
  const { guides: t, support } = useWords();
  const { language } = useFrame();
  const days = dayWords(language, today);
  if (ratings.length < 2) return null;
  const shown = ratings.slice(-MOST_SHOWN);
  const { dayAndScore, picture } = support.wellbeing;
  const told = shown.map(({ ratedOn, score }) => dayAndScore(days.short(ratedOn), score)).join(", ");
  return (
    <section className="page-part" aria-labelledby="progress">
      <h2 id="progress">{t.progress}</h2>
      <p className="meta">{t.progressHint}</p>
      <ScoreBars
        label={picture(t.progress, told)}
        scores={shown.map(({ id, score, ratedOn }) => ({ id, score, day: days.short(ratedOn) }))}
      />
    </section>
  );
}

/** Everything that was written of being in touch with one young person. */
export default function Contacts() {
  const data = useLoaderData<typeof loader>() as ContactsPage;
  const { guides: t, offline } = useWords();
  useReloadOn(data.topics);
  const { person, contacts: rows, olderFrom, today, nextOn, standing } = data;
  // Kept on the device and sent from there, as on the guide's own page.
  const notes = useNotes().filter((one) => one.youngPersonId === person.id && !isConcern(one));
  /** Each in a form of its own: it opens with what was begun, or stands closed and empty. */
  const [{ turn, note }, setWriting] = useState<{ turn: number; note?: Note }>({ turn: 0 });
  const refused = useRefused("write-contact", { youngPersonId: person.id });
  const write = (begun?: Note) => setWriting((now) => ({ turn: now.turn + 1, note: begun }));
  return (
    <PageFrame phone>
      <div className="guide-page">
        <h1>{t.historyOf(person.name)}</h1>
        <p>
          <Link to={`/people/${person.id}`}>{t.openPlan}</Link>
        </p>
        <div className="field-line">
          {person.phone && <a href={telOf(person.phone)}>{person.phone}</a>}
          {data.mayAssign && <PhoneForm young={person} />}
        </div>
        <p role="status" className="meta">
          {notes.some(({ state }) => state === "waiting") && offline.keptNow(person.firstName)}
        </p>
        <Ask key={turn} open={note !== undefined || refused} label={t.newContact} variant="primary" group="contact">
          <ContactForm
            person={{ ...person, channel: standing.lastChannel, nextOn, next: standing.next }}
            today={today}
            note={note}
            onDone={() => write()}
            onUnsent={(form) => {
              const kept = waitsHere(form);
              if (kept) write();
              return kept;
            }}
            onTyped={(form) => keepNote(form, "draft", serverNow())}
          />
        </Ask>
        <KeptNotes notes={notes} onWrite={write} notifyOf={() => ""} />
        <Progress ratings={data.ratings} today={today} />
        {rows.length === 0 && <Empty text={t.historyNone} />}
        <ul className="rows rows-first-line contact-list">
          {rows.map((row) => (
            <ContactRow key={row.id} row={row} page={data} />
          ))}
        </ul>
        {olderFrom !== null && (
          <LinkButton to={`?from=${olderFrom}`} variant="text">
            {t.older}
          </LinkButton>
        )}
      </div>
    </PageFrame>
  );
}
