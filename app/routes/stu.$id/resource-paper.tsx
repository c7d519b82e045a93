import { PaperStanding } from "#frame/paper-standing.tsx";
import { LinkButton } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { hasResourcePaper, useCourse } from "./model.ts";

/** How far the resource paper has come, with its two deadlines; it stands on a page of its own. */
export function ResourcePaper() {
  const { stuCourse, resourcePaper: t } = useWords();
  const { row, standing, mayWrite, today } = useCourse();
  const { resourcePaper, deadlines } = standing;
  if (!hasResourcePaper(standing)) return null;
  return (
    <section className="page-part" aria-labelledby="resourcePaper">
      <h2 id="resourcePaper">{stuCourse.parts.resourcePaper}</h2>
      <PaperStanding paper={resourcePaper} deadlines={deadlines} today={today} />
      {(resourcePaper || mayWrite) && (
        <p className="after-rows screen-only">
          <LinkButton to={`/stu/${row.id}/paper`} dense>
            {resourcePaper ? t.open : t.openToBegin}
          </LinkButton>
        </p>
      )}
    </section>
  );
}
