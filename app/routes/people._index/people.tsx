import { Link } from "@remix-run/react";
import { age } from "#domain/ages.ts";
import { dayOf } from "#domain/moments.ts";
import { searchOf } from "#domain/people/filters.ts";
import type { ListedPerson, PeopleList } from "#domain/people/list.server.ts";
import type { StaffReference } from "#domain/staff/reference.server.ts";
import { hasStopped } from "#domain/staff/rules.ts";
import { useFrame } from "#frame/frame.ts";
import { usePeople } from "#frame/people.ts";
import { Empty } from "#ui/empty.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

/** Those whom the asker may see, by name. */
export function People({ list }: { list: PeopleList }) {
  const { peopleList: t } = useWords();
  const { people, count, next, filters, peopleEdition, today } = list;
  const { staff } = usePeople(peopleEdition);
  const known = new Map(staff.map((one) => [one.id, one]));
  const now = searchOf(filters);
  if (people.length === 0) return <Empty text={now === "" ? t.empty : t.emptyFiltered} />;
  return (
    <section aria-labelledby="people-count">
      <h2 id="people-count" className="region-label">
        {count === null ? t.manyCount : t.count(count)}
      </h2>
      <ul className="rows rows-compare people-rows">
        {people.map((person) => (
          <Row key={person.id} person={person} contact={known.get(person.contactId ?? "")} today={today} />
        ))}
      </ul>
      {next && (
        <Link to={`/people?${now === "" ? "" : `${now}&`}after=${next}`} className="button button-text">
          {t.next}
        </Link>
      )}
    </section>
  );
}

type RowProps = { person: ListedPerson; contact: StaffReference | undefined; today: string };

function Row({ person: { id, name, bornOn, overdue, lastAt }, contact, today }: RowProps) {
  const { peopleList: t, people: words } = useWords();
  const { short } = dayWords(useFrame().language, today);
  return (
    <li>
      <span className="people-name">
        <Link to={`/people/${id}`}>{name}</Link> <span className="meta">{t.years(age(bornOn, today))}</span>
      </span>
      <span>
        <span className="meta">{`${t.contact}: `}</span>
        {contact?.name ?? t.noContact}
        {hasStopped(contact) && <span className="near"> {words.hasStopped}</span>}
      </span>
      <span>
        <span className="meta">{`${t.last}: `}</span>
        {lastAt ? short(dayOf(lastAt)) : t.noLast}
      </span>
      <span>{overdue > 0 && <StatusWord state="late">{t.late(overdue)}</StatusWord>}</span>
    </li>
  );
}
