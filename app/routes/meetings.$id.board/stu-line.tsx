import { Link } from "@remix-run/react";
import { daysBetween } from "#domain/days.ts";
import { deadlineName } from "#frame/deadline-words.ts";
import { Levels } from "#ui/levels.tsx";
import { useWords } from "#words/words.ts";
import { useItem } from "./item-context.ts";
import { useBoard } from "./model.ts";
import { useDays } from "./use-days.ts";

/** The young person's STU: how it stands, what must be kept next, and how clear the time after it is. */
export function StuLine() {
  const { board: t, stuCourse } = useWords();
  const { stuLine } = useItem();
  const { courses } = useBoard();
  if (!stuLine) return null;
  const { id, state, year, levels } = stuLine;
  return (
    <section className="item-part stu-line" aria-labelledby="stu-line">
      <h3 className="region-label" id="stu-line">
        {t.stuLine.title}
      </h3>
      <p>
        {[stuCourse.states[state], year !== null && stuCourse.year(year)].filter(Boolean).join(" · ")}
        {courses.includes(id) && (
          <>
            {" · "}
            <Link to={`/stu/${id}`}>{t.stuLine.open}</Link>
          </>
        )}
      </p>
      <Next />
      <div className="stu-line-levels">
        <span>{t.stuLine.clear}</span> <Levels levels={levels} />
      </div>
    </section>
  );
}

function Next() {
  const words = useWords();
  const { stuCourse: t } = words;
  const { stuLine } = useItem();
  const { today } = useBoard();
  const days = useDays();
  const next = stuLine?.next;
  if (!next) return <p className="meta">{t.noDeadline}</p>;
  const { dueOn, plannedOn } = next;
  const name = deadlineName(words, next, next.repeats);
  return (
    <p>
      {t.next(name, days.short(dueOn))} ·{" "}
      <span className={dueOn < today ? "late" : undefined}>{t.left(daysBetween(today, dueOn))}</span>
      {plannedOn && ` · ${t.stands.planned(days.short(plannedOn))}`}
    </p>
  );
}
