import { Link } from "@remix-run/react";
import { useFrame } from "#frame/frame.ts";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useDays, useStart } from "./use-start.ts";

/** Paused cases whose day has come. */
export function PausedDue() {
  const { cases: t } = useWords();
  const { language } = useFrame();
  const { pausedDue } = useStart();
  const days = useDays();
  if (pausedDue.length === 0) return null;
  return (
    <Block title={t.due}>
      <ul className="rows rows-compare">
        {pausedDue.map(({ caseId, youngPerson: { id, name }, resumeOn, pause }) => (
          <li key={caseId}>
            <span className="row-main">
              <Link to={`/people/${id}#case`}>{name}</Link>{" "}
              <span className="meta">{t.dueLine(days.short(resumeOn), pause[language])}</span>
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}
