import { Link } from "@remix-run/react";
import { isPast } from "#domain/stu/deadlines.ts";
import { Strip } from "#ui/strip.tsx";
import { useWords } from "#words/words.ts";
import { useCourse, useDays, useDeadlineWords, useNames } from "./model.ts";
import { NextStep } from "./next-step.tsx";
import { Steps } from "./steps.tsx";

/** Who it is about, how the course stands, what it must keep next, and what is done next. */
export function CourseHead() {
  const { stuCourse: t } = useWords();
  const { row, standing, person, mayOpenPerson } = useCourse();
  const { nameOf, providerOf } = useNames();
  const days = useDays();
  const { state, year, plannedEndOn } = standing;
  const member = nameOf(person.memberId);
  const facts = [
    year !== null && row.endedOn === null && t.year(year),
    row.providerId && providerOf(row.providerId),
    row.line,
    row.startOn && year === null && t.starts(days.full(row.startOn)),
    row.endedOn ? t.ended(days.full(row.endedOn)) : plannedEndOn && t.runsTo(days.full(plannedEndOn)),
    row.fromMunicipality && t.fromMunicipality(row.fromMunicipality),
    row.toMunicipality && t.toOther(row.toMunicipality),
    member ? t.member(member) : t.noMember,
  ];
  return (
    <header className="course-head">
      <p className="region-label">{t.title}</p>
      <h1>{mayOpenPerson ? <Link to={`/people/${person.id}`}>{person.name}</Link> : person.name}</h1>
      <p>
        <span className="course-state" role="status">
          {t.states[state]}
        </span>{" "}
        <span className="meta">{facts.filter(Boolean).join(" · ")}</span>
      </p>
      <Away />
      <Steps />
      <Next />
      <NextStep />
    </header>
  );
}

function Next() {
  const { stuCourse: t } = useWords();
  const { standing, today } = useCourse();
  const days = useDays();
  const { nameOf, why, left } = useDeadlineWords();
  const { next } = standing;
  if (!next) return null;
  return (
    <div className="course-next">
      <p className="lead">
        {t.next(nameOf(next), days.full(next.dueOn))}{" "}
        <span className={isPast(next, today) ? "late" : "course-left"}>{left(next)}</span>
      </p>
      <p className="meta">{why(next)}</p>
    </div>
  );
}

/** While the member is away, who looks after the course. */
function Away() {
  const { stuTeam: t } = useWords();
  const { person } = useCourse();
  const { nameOf } = useNames();
  const days = useDays();
  const { away } = person;
  if (!away) return null;
  return <Strip text={t.banner(nameOf(away.staffId), days.full(away.toOn), nameOf(away.coveredById))} />;
}
