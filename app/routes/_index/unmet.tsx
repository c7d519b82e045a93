import { Link } from "@remix-run/react";
import { dayOf } from "#domain/moments.ts";
import type { ForumBlocks } from "#domain/start/queries.server.ts";
import { ToAgenda } from "#frame/to-agenda.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useDays } from "./use-start.ts";

/** So many stand open; the rest by a press. */
const AT_ONCE = 5;

/** `30 dage uden kontakt`: whom the next meeting should speak of. */
export function Unmet({ forum: { unmet } }: { forum: ForumBlocks }) {
  const { start: t } = useWords();
  if (unmet.length === 0) return null;
  return (
    <Block title={t.unmet(unmet.length)}>
      <Rows of={unmet.slice(0, AT_ONCE)} />
      {unmet.length > AT_ONCE && (
        <details className="start-part">
          <summary>{t.unmetMore(unmet.length - AT_ONCE)}</summary>
          <Rows of={unmet.slice(AT_ONCE)} />
        </details>
      )}
    </Block>
  );
}

function Rows({ of }: { of: ForumBlocks["unmet"] }) {
  const { start: t } = useWords();
  const days = useDays();
  return (
    <ul className="rows">
      {of.map(({ youngPerson, days: without, next }) => (
        <li key={youngPerson.id}>
          <span className="row-main">
            <Link to={`/people/${youngPerson.id}`}>{youngPerson.name}</Link>{" "}
            <span className="meta">{t.unmetFor(without)}</span>
          </span>
          {next && (
            <ToAgenda
              youngPerson={youngPerson}
              meetingId={next.meetingId}
              day={days.near(dayOf(next.startsAt))}
              question={t.unmetQuestion(youngPerson.firstName)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
