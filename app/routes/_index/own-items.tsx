import { Link } from "@remix-run/react";
import { clockOf, dayOf } from "#domain/moments.ts";
import { LinkButton } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useDays, useStart } from "./use-start.ts";

/** `Mine punkter på tirsdag` with the times they are expected. */
export function OwnItems() {
  const { start: t, board } = useWords();
  const { ownItems } = useStart();
  const days = useDays();
  if (!ownItems) return null;
  const { meetingId, startsAt, running, items } = ownItems;
  return (
    <Block title={running ? t.ownItemsNow : t.ownItems(days.near(dayOf(startsAt)))}>
      <ul className="rows rows-compare">
        {items.map(({ itemId, youngPerson, question, startsAt: at }) => (
          <li key={itemId}>
            <span className="row-main">
              {youngPerson ? (
                <>
                  {youngPerson.name} <span className="meta">{question}</span>
                </>
              ) : (
                question
              )}
            </span>
            <span className="meta keep-together">{t.about(clockOf(at))}</span>
          </li>
        ))}
      </ul>
      <div className="button-line start-more">
        {running ? (
          <LinkButton to={`/meetings/${meetingId}/board`} variant="primary">
            {board.title}
          </LinkButton>
        ) : (
          <Link to={`/meetings/${meetingId}`}>{t.seeAgenda}</Link>
        )}
      </div>
    </Block>
  );
}
