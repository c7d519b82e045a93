import { Link } from "@remix-run/react";
import { dayOf } from "#domain/moments.ts";
import type { ForumBlocks } from "#domain/start/queries.server.ts";
import { FirstFew } from "#frame/first-few.tsx";
import { ToAgenda } from "#frame/to-agenda.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useDays } from "./use-start.ts";

/** `30 dage uden kontakt`: whom the next meeting should speak of. */
export function Unmet({ forum: { unmet } }: { forum: ForumBlocks }) {
  const { start: t } = useWords();
  if (unmet.length === 0) return null;
  return (
    <Block title={t.unmet(unmet.length)}>
      <FirstFew of={unmet}>{(some) => <Rows of={some} />}</FirstFew>
    </Block>
  );
}

function Rows({ of }: { of: readonly ForumBlocks["unmet"][number][] }) {
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
