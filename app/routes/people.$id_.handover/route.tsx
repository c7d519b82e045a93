import { Link, useLoaderData } from "@remix-run/react";
import { age } from "#domain/days.ts";
import { type HandoverPage, handoverPage } from "#domain/guides/handover.server.ts";
import { acceptGuideHandover, recordHandoverYes } from "#domain/guides/handover-accept.server.ts";
import {
  declineGuideHandover,
  noteGuideHandover,
  proposeGuideHandover,
  withdrawGuideHandover,
} from "#domain/guides/handover-commands.server.ts";
import { isRowId } from "#domain/input.server.ts";
import { dayOf } from "#domain/moments.ts";
import { hasStopped } from "#domain/staff/rules.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { useWords } from "#words/words.ts";
import { Answer, YesThere } from "./answer.tsx";
import { Begin } from "./begin.tsx";
import { Former } from "./former.tsx";
import { Checks, Noted } from "./list.tsx";
import { HandoverProvider, useDays } from "./model.ts";

export const handle: Handle = { title: (words) => words.guideHandover.title };
export const loader = page(handoverPage, ({ params }) => (isRowId(params.id) ? { youngPersonId: params.id } : null));
export const action = submit(
  [
    ...[proposeGuideHandover, noteGuideHandover, acceptGuideHandover],
    ...[recordHandoverYes, declineGuideHandover, withdrawGuideHandover],
  ],
  {
    // Whoever does not know of the young person any more has no page to come back to.
    "decline-guide-handover": () => "/",
    "record-guide-handover": ({ goesOn }: { goesOn: boolean }) => (goesOn ? null : "/"),
  },
);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** A young person is given on: the list of what must be in order, and the receiver's yes. */
export default function Handover() {
  const data = useLoaderData<typeof loader>() as HandoverPage;
  useReloadOn(data.topics);
  if (data.taken)
    return (
      <PageFrame>
        <div className="guide-page">
          <Taken of={data.taken} />
        </div>
      </PageFrame>
    );
  return (
    <PageFrame>
      <HandoverProvider value={data}>
        <div className="guide-page">
          <Head />
          {data.open && <Open of={data.open} />}
          {!data.open && data.gives && data.contact && <Begin />}
          <Former />
        </div>
      </HandoverProvider>
    </PageFrame>
  );
}

/** Somebody has taken over from the reader just now: it stands on their start page too, until they have seen it. */
function Taken({ of: { name, by } }: { of: NonNullable<HandoverPage["taken"]> }) {
  const { guideHandover: t, frame } = useWords();
  return (
    <>
      <h1>{t.titleOf(name)}</h1>
      <p role="status">{t.takenOf(by, name)}</p>
      <p>
        <Link to="/">{frame.errors.toStart}</Link>
      </p>
    </>
  );
}

function Head() {
  const { guideHandover: t, people, board } = useWords();
  const { person, gives, contact, open, today } = useLoaderData<typeof loader>() as HandoverPage;
  return (
    <>
      <h1>{t.titleOf(person.name)}</h1>
      <p>
        {gives ? (
          <Link to={`/people/${person.id}`}>{t.toPlan}</Link>
        ) : (
          <span className="meta">{board.person.age(age(person.bornOn, today))}</span>
        )}
      </p>
      {contact && hasStopped(contact) ? (
        <p className="near">
          {people.stopped(contact.name)}. {gives && <Link to={`/people/${person.id}/guide`}>{people.newGuide}</Link>}
        </p>
      ) : (
        <p>{contact ? t.contactNow(contact.name, people.kinds[contact.kind]) : t.noContact}</p>
      )}
      {open && !hasStopped(contact) && <p>{t.stays(person.firstName, open.from)}</p>}
    </>
  );
}

function Open({ of }: { of: NonNullable<HandoverPage["open"]> }) {
  const { guideHandover: t } = useWords();
  const { gives, answers } = useLoaderData<typeof loader>() as HandoverPage;
  const days = useDays();
  return (
    <section aria-labelledby="open" className="page-part">
      <h2 id="open">{t.kinds[of.kind]}</h2>
      <p role="status">
        <strong>{t.fromTo(of.from, of.to)}</strong>{" "}
        <span className="meta">{t.since(days.short(dayOf(of.askedAt)))}</span>
      </p>
      <Checks of={of} />
      {gives && <Noted of={of} />}
      {answers && <Answer of={of} />}
      {gives && <YesThere of={of} />}
    </section>
  );
}
