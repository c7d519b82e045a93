import { LinkButton } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { DeadlineForm } from "./deadline-form.tsx";
import { useCourse, useDeadlineWords } from "./model.ts";

/** The day of what comes next: planned, or held. What the resource paper keeps is kept there. */
export function NextDeadline() {
  const { stuCourse: t, resourcePaper } = useWords();
  const { standing, row } = useCourse();
  const { nameOf } = useDeadlineWords();
  const next = standing.deadlines.find(({ stand, code }) => stand !== "held" && code !== "course_end");
  if (!next) return null;
  if (next.code === "resource_paper_started" || next.code === "resource_paper_final")
    return (
      <LinkButton to={`/stu/${row.id}/paper`} variant="primary">
        {standing.resourcePaper ? resourcePaper.open : resourcePaper.openToBegin}
      </LinkButton>
    );
  const key = `${next.code} ${next.number}`;
  return <DeadlineForm key={key} deadline={next} label={t.setDayOf(nameOf(next))} variant="primary" group="step" />;
}
