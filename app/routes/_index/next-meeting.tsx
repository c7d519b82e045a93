import { Link } from "@remix-run/react";
import { clockOf, dayOf } from "#domain/moments.ts";
import type { NextMeeting as Next, NotReady } from "#domain/start/next-meeting.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useDays } from "./use-start.ts";

/** `I dag kl. 9.00 · 7 unge · 2 er ikke klar`, the ones who are not, and the way in. */
export function NextMeeting({ next }: { next: Next | null }) {
  const { start: t, agenda } = useWords();
  const days = useDays();
  if (!next)
    return (
      <Block title={t.next}>
        <Empty text={t.noNext} action={<LinkButton to="/meetings">{t.toMeetings}</LinkButton>} />
      </Block>
    );
  const { id, startsAt, people, notReady, isToday, state } = next;
  const open = isToday || state === "running";
  const line = [
    days.first(t.nextAt(days.near(dayOf(startsAt)), clockOf(startsAt))),
    people > 0 && agenda.people(people),
    notReady.length > 0 && t.notReady(notReady.length),
  ];
  return (
    <Block title={t.next}>
      <p className="start-next">{line.filter(Boolean).join(" · ")}</p>
      {people === 0 && <p>{t.noPeople}</p>}
      {people > 0 && notReady.length === 0 && <p>{t.allReady}</p>}
      {notReady.length > 0 && (
        <ul className="rows rows-compare">
          {notReady.map((one) => (
            <NotReadyRow key={one.itemId} one={one} href={`/meetings/${id}`} />
          ))}
        </ul>
      )}
      <div className="button-line">
        {open && (
          <LinkButton to={`/meetings/${id}/board`} variant="primary">
            {t.openBoard}
          </LinkButton>
        )}
        <LinkButton to={`/meetings/${id}`} variant={open ? "outlined" : "primary"}>
          {t.seeAgenda}
        </LinkButton>
      </div>
    </Block>
  );
}

function NotReadyRow({
  one: { itemId, name, ownWords, ask, absent, lacksBasis },
  href,
}: {
  one: NotReady;
  href: string;
}) {
  const { start: t, people } = useWords();
  const way = ownWords ? (lacksBasis.length > 0 ? "basis" : null) : "words";
  const lacks = [
    !ownWords && `${t.lacksWords}, ${ask ? (ask.there ? t.ask(ask.name) : people.stopped(ask.name)) : t.nobodyToAsk}`,
    lacksBasis.length > 0 && t.lacksBasis(lacksBasis.join(", ")),
    absent.length > 0 && t.absent(absent.join(", ")),
  ];
  return (
    <li>
      <span className="row-main">
        {way ? <Link to={`${href}?${way}=${itemId}`}>{name}</Link> : name}{" "}
        <span className="meta">{lacks.filter(Boolean).join(" · ")}</span>
      </span>
    </li>
  );
}
