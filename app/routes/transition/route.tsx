import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { checkStates } from "#db/vocabulary.ts";
import { addItem } from "#domain/agenda/commands.server.ts";
import { dayOf } from "#domain/moments.ts";
import {
  setClarification,
  setClarifiedFrom,
  setTransition,
  setTransitionCheck,
  setTransitionMeeting,
} from "#domain/transition/commands.server.ts";
import { type OnTheWay, type TransitionBoard, transitionBoard } from "#domain/transition/queries.server.ts";
import { transitionDays } from "#domain/transition/rules.ts";
import { standingOf } from "#domain/transition/standing.ts";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { usePeople } from "#frame/people.ts";
import { ToAgenda } from "#frame/to-agenda.tsx";
import { TransitionFacts } from "#frame/transition-facts.tsx";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Light } from "#ui/light.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { countdown } from "./countdown.ts";
import { Edit } from "./edit.tsx";
import { Shares } from "./shares.tsx";

export const handle: Handle = { title: (words) => words.transition.title };
export const loader = page(transitionBoard, () => ({}));
export const action = submit([
  ...[setTransition, setTransitionCheck, setClarification, setTransitionMeeting, setClarifiedFrom],
  addItem,
]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** Everybody on the way to 18, the nearest birthday first; the figures beneath. */
export default function Transition() {
  const board = useLoaderData<typeof loader>() as TransitionBoard;
  const { people, next, today } = board;
  const { staffId } = useFrame();
  const { transition: t } = useWords();
  useReloadOn([`staff:${staffId}`]);
  const grown = ({ bornOn }: OnTheWay) => transitionDays(bornOn).adultOn <= today;
  const { near } = useDays(today);
  return (
    <PageFrame>
      <h1>{t.title}</h1>
      {people && (
        <>
          <p className="meta">
            {t.intro} {next && people.length > 0 && t.nextAgenda(near(dayOf(next.startsAt)))}
          </p>
          {people.length === 0 ? <Empty text={t.none} /> : <Legend />}
          <People board={board} people={people.filter((one) => !grown(one))} label={t.toTurn} />
          <People board={board} people={people.filter(grown)} label={t.turned} />
        </>
      )}
      <Shares board={board} />
    </PageFrame>
  );
}

function useDays(today: string) {
  const { language } = useFrame();
  return dayWords(language, today);
}

function Legend() {
  const { transition: t } = useWords();
  return (
    <div className="lights-legend">
      <span className="meta">{t.legend}</span>
      <ul className="lights">
        {checkStates.map((state) => (
          <li key={state}>
            <Light state={state} /> {t.checkStates[state]}
          </li>
        ))}
      </ul>
    </div>
  );
}

type Of = { board: TransitionBoard; people: OnTheWay[]; label: (n: number) => string };

function People({ board, people, label }: Of) {
  if (people.length === 0) return null;
  return (
    <section className="page-part">
      <h2>{label(people.length)}</h2>
      <ul className="rows rows-first-line transition-list">
        {people.map((person) => (
          <li key={person.id} id={`person-${person.id}`}>
            <Person board={board} person={person} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Person({ board: { today, next, peopleEdition }, person }: { board: TransitionBoard; person: OnTheWay }) {
  const { transition: t } = useWords();
  const days = useDays(today);
  const { staff } = usePeople(peopleEdition);
  const [search] = useSearchParams();
  const isOpen = search.get("open") === person.id;
  const standing = standingOf(person, today);
  const { id, name, bornOn, coming, mayWrite } = person;
  return (
    <>
      <div className="transition-who">
        <h3>
          <Link to={`/people/${id}`}>{name}</Link>
        </h3>
        <p className="meta">{countdown(t, days, bornOn, today)}</p>
        <div className="button-line">
          {mayWrite && (
            <LinkButton
              to={isOpen ? "/transition" : `/transition?open=${id}#person-${id}`}
              variant="text"
              dense
              preventScrollReset
              aria-expanded={isOpen}
              aria-label={isOpen ? t.closeWhom(name) : t.editWhom(name)}
            >
              {isOpen ? t.close : t.edit}
            </LinkButton>
          )}
          {coming && (
            <Link to={`/meetings/${coming.meetingId}`} className="meta">
              {t.onAgenda(days.near(dayOf(coming.startsAt)))}
            </Link>
          )}
          {next && next.meetingId !== coming?.meetingId && <Ask person={person} next={next} today={today} />}
        </div>
      </div>
      <TransitionFacts standing={standing} short={days.short} />
      {isOpen && mayWrite && (
        <Edit person={person} standing={standing} staff={staff} short={days.short} full={days.full} />
      )}
    </>
  );
}

/** One press: the question is suggested, and changed on the agenda where another is asked. */
function Ask({
  person,
  next: { meetingId, startsAt },
  today,
}: {
  person: OnTheWay;
  next: NonNullable<TransitionBoard["next"]>;
  today: string;
}) {
  const { transition: t } = useWords();
  const { near } = useDays(today);
  const question = transitionDays(person.bornOn).adultOn > today ? t.question : t.questionAfter;
  return (
    <ToAgenda
      youngPerson={person}
      meetingId={meetingId}
      day={near(dayOf(startsAt))}
      question={question(person.firstName)}
    />
  );
}
