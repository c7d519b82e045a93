import { Link } from "@remix-run/react";
import { isInTransition } from "#domain/transition/rules.ts";
import { standingOf } from "#domain/transition/standing.ts";
import { TransitionFacts } from "#frame/transition-facts.tsx";
import { useWords } from "#words/words.ts";
import { useLabels, usePerson } from "./model.ts";

/** How far it is to 18, while that is near; it is written on the page of all who are on the way. */
export function Transition() {
  const { transition: t } = useWords();
  const { id, bornOn, today, transition: rows, mayWrite } = usePerson();
  const { days } = useLabels();
  if (!isInTransition(bornOn, today)) return null;
  return (
    <section className="page-part" aria-labelledby="transition">
      <h2 id="transition">{t.title}</h2>
      <TransitionFacts standing={standingOf({ rows, bornOn }, today)} short={days.short} />
      {mayWrite && (
        <p className="screen-only after-rows">
          <Link to={`/transition?open=${id}#person-${id}`}>{t.openBoard}</Link>
        </p>
      )}
    </section>
  );
}
