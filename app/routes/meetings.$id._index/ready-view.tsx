import { Link } from "@remix-run/react";
import { hasStopped } from "#domain/staff/rules.ts";
import { useFrame } from "#frame/frame.ts";
import { Empty } from "#ui/empty.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { listed } from "#words/lists.ts";
import { useWords } from "#words/words.ts";
import { type Place, useAgenda, useNaming } from "./model.ts";

/** What each item still needs before the meeting, and who to ask. */
export function ReadyView() {
  const { agenda: t } = useWords();
  const { places, absent, bases } = useAgenda();
  const people = places.filter(({ itemKind, card, state }) => itemKind === "person" && card && state === "planned");
  const open = people.filter(({ id, card }) => !card?.heard || absent[id] || bases[id]?.lacks.length);
  if (people.length === 0) return <Empty text={t.empty} />;
  return (
    <>
      <p className="lead">{open.length === 0 ? t.ready.all : t.ready.count(open.length)}</p>
      <ul className="rows rows-first-line ready-rows">
        {people.map((place) => (
          <li key={place.id}>
            <span className="figures">{place.number}</span>
            <Item place={place} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Item({ place }: { place: Place }) {
  const { agenda: t, sharing: b, people: words } = useWords();
  const { language } = useFrame();
  const { absent, bases, hears, assigns } = useAgenda();
  const { about, staff, departmentName } = useNaming();
  const { card } = place;
  if (!card) return null;
  const missing = absent[place.id] ?? [];
  const lacks = bases[place.id]?.lacks ?? [];
  const contact = staff(card.contactPersonId);
  const stopped = hasStopped(contact);
  const toAsk = stopped
    ? `${words.stopped(contact?.name ?? "")}.`
    : contact
      ? t.ready.ask(contact.name)
      : t.ready.noContact;
  return (
    <div>
      <p>
        <strong>{about(place)}</strong>{" "}
        {card.heard && missing.length + lacks.length === 0 && <StatusWord state="done">{t.ready.isReady}</StatusWord>}
      </p>
      {!card.heard && (
        <p>
          <StatusWord state="near">{t.ready.notHeard}</StatusWord> {toAsk}{" "}
          {(!contact || stopped) && assigns.includes(place.id) && (
            <Link to={`/people/${card.youngPersonId}`}>{t.ready.chooseContact}</Link>
          )}{" "}
          {hears.includes(place.id) && (
            <Link to={`?words=${place.id}`} preventScrollReset>
              {t.ready.writeWords}
            </Link>
          )}
        </p>
      )}
      {missing.length > 0 && (
        <p>
          <StatusWord state="near">{t.ready.absent(missing.map(departmentName).join(", "))}</StatusWord>{" "}
          <Link to="?view=people" preventScrollReset>
            {t.ready.invite}
          </Link>
        </p>
      )}
      {lacks.length > 0 && (
        <p>
          <StatusWord state="near">{b.lacks(listed(lacks.map(departmentName), language), lacks.length)}</StatusWord>{" "}
          <Link to={`?basis=${place.id}`} preventScrollReset>
            {b.toBases}
          </Link>
        </p>
      )}
      <p className="meta">
        {card.heard && t.ready.heard}{" "}
        {missing.length === 0 && t.ready.seats(card.participants.filter(({ staffId }) => staffId).length)}
      </p>
    </div>
  );
}
