import { Link, useLoaderData } from "@remix-run/react";
import { changeContact, removeContact, writeContact } from "#domain/guides/contact-commands.server.ts";
import { type ContactsPage, contacts } from "#domain/guides/contacts.server.ts";
import { setPhone } from "#domain/guides/rhythm-commands.server.ts";
import { isRowId } from "#domain/input.server.ts";
import { ContactForm } from "#frame/contact-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { PhoneForm } from "#frame/phone-form.tsx";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
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
export const clientAction = orUnsent();

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
  const { guides: t } = useWords();
  useReloadOn(data.topics);
  const { person, contacts: rows, olderFrom, today, nextOn, standing } = data;
  return (
    <PageFrame>
      <div className="guide-page">
        <h1>{t.historyOf(person.name)}</h1>
        <p>
          <Link to={`/people/${person.id}`}>{t.openPlan}</Link>
        </p>
        <div className="field-line">
          {person.phone && <a href={telOf(person.phone)}>{person.phone}</a>}
          {data.mayAssign && <PhoneForm young={person} />}
        </div>
        <Ask label={t.newContact} variant="primary" group="contact">
          {(close) => (
            <ContactForm
              person={{ ...person, channel: standing.lastChannel, nextOn, next: standing.next }}
              today={today}
              onDone={close}
            />
          )}
        </Ask>
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
