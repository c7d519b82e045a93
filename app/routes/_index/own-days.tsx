import { Link } from "@remix-run/react";
import type { OwnDays as Own } from "#domain/absence/own.server.ts";
import { useCoverWords } from "#frame/cover-words.ts";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useDays, useStart } from "./use-start.ts";

/** `Fravær`: when the reader is away and who covers, and for whom they cover; it is changed on the page of the team. */
export function OwnDays({ of: { away, covering, names } }: { of: Own }) {
  const { guideTeam: t, guides, stuTeam } = useWords();
  const { today } = useStart();
  const days = useDays();
  const nameOf = (id: string) => names[id] ?? "";
  const coverWords = useCoverWords({ nameOf, days });
  if (away.length + covering.length === 0) return null;
  return (
    <Block title={stuTeam.absences}>
      <ul className="rows">
        {away.map(({ id, fromOn, toOn, covers }) => (
          <li key={id}>
            <span className="row-main">
              {t.youAway(days.short(fromOn), days.short(toOn))} <span className="meta">{coverWords(covers)}</span>
            </span>
          </li>
        ))}
        {covering.map(({ staffId, fromOn, toOn }) => (
          <li key={`${staffId} ${fromOn}`}>
            <span className="row-main">
              {fromOn <= today
                ? guides.covering(nameOf(staffId), days.short(toOn))
                : t.youCover(nameOf(staffId), days.short(fromOn), days.short(toOn))}
            </span>
          </li>
        ))}
      </ul>
      <p className="start-more">
        <Link to="/guides/team#absences">{t.toTeam}</Link>
      </p>
    </Block>
  );
}
