import { Link } from "@remix-run/react";
import { dayOf } from "#domain/moments.ts";
import type { PeopleAround } from "#domain/people/around.server.ts";
import { useFrame } from "#frame/frame.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

/** The items about the young person that the reader sees, each with its way in. */
export function Items({ person: { items, today } }: { person: PeopleAround }) {
  const { access: t } = useWords();
  const { language } = useFrame();
  const days = dayWords(language, today);
  return (
    <section className="page-part" aria-labelledby="items">
      <h2 id="items">{t.meetings}</h2>
      {items.length === 0 && <p className="meta">{t.noMeetings}</p>}
      <ul className="rows rows-compare">
        {items.map(({ id, meetingId, question, startsAt, held }) => (
          <li key={id}>
            <span className="row-main">
              <Link to={held ? `/meetings/${meetingId}/minutes` : `/meetings/${meetingId}`}>
                {held ? t.minutes : t.agenda} {days.short(dayOf(startsAt))}
              </Link>{" "}
              <span className="meta">{question}</span>
            </span>
            <Link to={`/items/${id}/access`} aria-label={t.whyOf(question)} className="screen-only">
              {t.why}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
