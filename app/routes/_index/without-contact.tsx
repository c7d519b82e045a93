import { Link } from "@remix-run/react";
import type { ForumBlocks } from "#domain/start/queries.server.ts";
import { FirstFew } from "#frame/first-few.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useDays } from "./use-start.ts";

/** `3 unge uden kontaktperson`: who has nobody to ring, until somebody is found. */
export function WithoutContact({ forum: { withoutContact } }: { forum: ForumBlocks }) {
  const { start: t, people, guideTeam } = useWords();
  if (withoutContact.length === 0) return null;
  return (
    <Block title={t.withoutContact(withoutContact.length)}>
      <FirstFew of={withoutContact}>
        {(some) => (
          <ul className="rows rows-fall">
            {some.map(({ youngPerson: { id, name }, stopped, searched }) => (
              <li key={id}>
                <span className="row-main">
                  <Link to={`/people/${id}`}>{name}</Link>{" "}
                  <span className="meta">
                    {[stopped ? people.stopped(stopped) : people.noContact, searched && t.guideSearched]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </span>
                <Link to={`/people/${id}/guide`} aria-label={people.newGuideFor(name)}>
                  {people.newGuide}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </FirstFew>
      <p>
        <Link to="/guides/team?from=none#move">{guideTeam.of.moveFromNobody}</Link>
      </p>
    </Block>
  );
}

/** A guide is looked for, and nobody is proposed: the one before said no, or has stopped. */
export function ToPropose({ forum: { toPropose } }: { forum: ForumBlocks }) {
  const { start: t } = useWords();
  const days = useDays();
  if (toPropose.length === 0) return null;
  return (
    <Block title={t.toPropose(toPropose.length)}>
      <FirstFew of={toPropose}>
        {(some) => (
          <ul className="rows rows-fall">
            {some.map(({ youngPerson: { id, name }, since }) => (
              <li key={id}>
                <span className="row-main">
                  <Link to={`/people/${id}/guide`}>{name}</Link>{" "}
                  <span className="meta">{t.searchedSince(days.short(since))}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </FirstFew>
    </Block>
  );
}
