import { Link, useLoaderData } from "@remix-run/react";
import { isRowId } from "#domain/input.server.ts";
import { clockOf, dayOf } from "#domain/moments.ts";
import { noteOnePagePrint, type OnePage, onePage } from "#domain/plan/one-page.server.ts";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { PrintButton } from "#frame/print-button.tsx";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { Voice } from "#ui/voice.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.plan.sheet.title };
export const loader = page(onePage, ({ params: { id } }) => (isRowId(id) ? { id } : null));
export const action = submit([noteOnePagePrint]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** `Aftalerne på én side`: one sheet to take along. */
export default function OnePageSheet() {
  const found = useLoaderData<typeof loader>();
  const { plan: t } = useWords();
  const { id, name, waiting, more, whole } = found;
  return (
    <PageFrame>
      <p className="screen-only">
        <Link to={`/people/${id}`}>{name}</Link>
      </p>
      <Sheet found={found} />
      <div className="screen-only page-part">
        <PrintButton label={t.sheet.print} intent="note-one-page-print" of={{ id }} />
        {waiting > 0 && <p className="meta">{t.sheet.waiting(waiting)}</p>}
        {(more > 0 || !whole) && <p className="meta">{t.sheet.tooMuch}</p>}
      </div>
    </PageFrame>
  );
}

function Sheet({ found }: { found: OnePage }) {
  const { plan: t } = useWords();
  const { language } = useFrame();
  const { firstName, contact, words, agreements, more, nextAt, today } = found;
  const days = dayWords(language, today);
  const who = ({ byYoungPerson, owner, department }: OnePage["agreements"][number]) =>
    byYoungPerson ? firstName : [owner, department].filter(Boolean).join(", ");
  // The young person is never late: what they do themselves is talked about again, or has no day.
  const until = ({ byYoungPerson, dueOn }: OnePage["agreements"][number]) => {
    if (!dueOn || (byYoungPerson && dueOn < today)) return null;
    return byYoungPerson ? t.talkedAgain(days.long(dueOn)) : t.sheet.by(days.long(dueOn));
  };
  return (
    <article className="one-page">
      <h1>{t.sheet.heading(firstName)}</h1>
      <section>
        <h2>{t.contact}</h2>
        {contact ? (
          <p className="contact-name">{[contact.name, contact.phone].filter(Boolean).join(" · ")}</p>
        ) : (
          <p>{t.sheet.noContact}</p>
        )}
      </section>
      {words !== "" && (
        <section>
          <h2>{t.wish}</h2>
          <Voice words={words} />
        </section>
      )}
      <section>
        <h2>{t.sheet.agreed}</h2>
        {agreements.length === 0 && <p>{t.sheet.nothingAgreed}</p>}
        <ul className="one-page-agreements">
          {agreements.map((one) => (
            <li key={one.id}>
              <p>{one.text}</p>
              <p className="one-page-who">{[who(one), until(one)].filter(Boolean).join(" · ")}</p>
            </li>
          ))}
        </ul>
        {more > 0 && <p>{t.sheet.more(more)}</p>}
      </section>
      <section>
        <h2>{t.sheet.next}</h2>
        <p>{nextAt ? t.sheet.nextAt(days.withWeekday(dayOf(nextAt)), clockOf(nextAt)) : t.sheet.noNext}</p>
      </section>
      <p className="meta one-page-made">{t.sheet.made(days.long(today))}</p>
    </article>
  );
}
