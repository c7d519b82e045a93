import { Link } from "@remix-run/react";
import type { PlacementRow } from "#domain/placements/views.server.ts";
import { OutcomeForm } from "#frame/outcome-form.tsx";
import { useLabelIn } from "#frame/row-forms.tsx";
import { useWords } from "#words/words.ts";
import { useCourse, useDays } from "./model.ts";

/** Where the young person has worked since the start, and how it went; they are written in the plan. */
export function Internships() {
  const { stuCourse: t, stuParts } = useWords();
  const { row, person, placements, mayOpenPerson } = useCourse();
  const { startOn } = row;
  if (!startOn || !mayOpenPerson) return null;
  const since = placements.filter(({ fromOn }) => fromOn >= startOn);
  return (
    <section className="page-part" aria-labelledby="internships">
      <h2 id="internships">{t.parts.internships}</h2>
      {since.length === 0 && <p className="meta">{stuParts.noPlacements}</p>}
      <ul className="rows rows-first-line rows-fall">
        {since.map((placement) => (
          <li key={placement.id}>
            <Placement placement={placement} />
          </li>
        ))}
      </ul>
      <p className="after-rows screen-only">
        <Link to={`/people/${person.id}#placements`}>{stuParts.inPlan}</Link>
      </p>
    </section>
  );
}

function Placement({ placement }: { placement: PlacementRow }) {
  const { efforts, support } = useWords();
  const { placementKinds, placementOutcomes, mayWrite } = useCourse();
  const labelIn = useLabelIn();
  const days = useDays();
  const { employer, placementKind, fromOn, toOn, outcome } = placement;
  const period = toOn ? efforts.period(days.full(fromOn), days.full(toOn)) : efforts.ongoing(days.full(fromOn));
  return (
    <div className="row-main">
      <p>
        {employer} · {labelIn(placementKinds, placementKind)}
      </p>
      <p className="meta">{period}</p>
      {outcome && <p>{support.placements.went(labelIn(placementOutcomes, outcome))}</p>}
      {mayWrite && (
        <div className="button-line screen-only">
          <OutcomeForm row={placement} codes={placementOutcomes} />
        </div>
      )}
    </div>
  );
}
