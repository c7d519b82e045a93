import { clockOf, dayOf } from "#domain/moments.ts";
import { useFrame } from "#frame/frame.ts";
import { useWords } from "#words/words.ts";
import { type Place, useAgenda, useNaming } from "./model.ts";

const LINES = 5;

/** The meeting's paper reserve: initials, questions, and empty lines for what is agreed. */
export function PaperAgenda() {
  const { agenda: t } = useWords();
  const { name, language } = useFrame();
  const { meeting, typeLabel, places, now } = useAgenda();
  const { days, nameOf } = useNaming();
  const { startsAt, endsAt, place } = meeting;
  const printedAt = t.lockedAt(days.withWeekday(dayOf(now)), clockOf(now));
  return (
    <div className="paper-only paper-agenda" aria-hidden="true">
      <div className="print-head">
        <strong>{t.title(typeLabel[language], days.long(dayOf(startsAt)), clockOf(startsAt), clockOf(endsAt))}</strong>
        <strong>{t.paper.confidential}</strong>
        <span>
          {[place, t.chair(nameOf(meeting.chairId)), t.minuteTaker(nameOf(meeting.minuteTakerId))]
            .filter(Boolean)
            .join(" · ")}
        </span>
        <span>{t.paper.printed(name ?? "", printedAt)}</span>
      </div>
      <ol className="paper-places">
        {places.map((one) => (
          <li key={one.id}>
            <PaperPlace place={one} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function PaperPlace({ place }: { place: Place }) {
  const { agenda: t } = useWords();
  const { number, expected, card, name, title, minutes, itemKind } = place;
  const whom = itemKind === "unnamed" ? t.add.unnamed : (title ?? card?.initials ?? name ?? t.taken);
  return (
    <>
      <p>
        <strong>{[number, expected && clockOf(expected.startsAt), whom].filter(Boolean).join(" · ")}</strong>{" "}
        {t.minutes(minutes)}
      </p>
      {(itemKind === "person" || itemKind === "unnamed") && card && (
        <>
          <p>{card.question}</p>
          <p className="meta">
            {t.paper.agreements}: {t.paper.line}
          </p>
          {Array.from({ length: LINES }, (_, line) => (
            <div key={line} className="paper-line" />
          ))}
        </>
      )}
    </>
  );
}
