import { type Deadline, isLimit } from "#domain/stu/deadlines.ts";
import { metByOther } from "#domain/stu/met-elsewhere.ts";
import { useRefusedAmong } from "#frame/command-form.tsx";
import { DeadlineLine } from "#frame/deadline-line.tsx";
import { useWords } from "#words/words.ts";
import { DeadlineForm } from "./deadline-form.tsx";
import { useCourse } from "./model.ts";

/** What the course must keep: due when and why, planned or held; of what comes again the earlier times folded. */
export function Deadlines() {
  const { stuCourse: t } = useWords();
  const { standing, row } = useCourse();
  const { deadlines } = standing;
  const former = deadlines.filter((one) => isFormer(one, deadlines));
  const refused = useRefusedAmong(former.map(({ code, number }) => ({ courseId: row.id, code, number })));
  const rest = deadlines.filter((one) => !former.includes(one));
  return (
    <section className="page-part" aria-labelledby="deadlines">
      <h2 id="deadlines" tabIndex={-1}>
        {t.parts.deadlines}
      </h2>
      {deadlines.length === 0 && <p className="meta">{row.endedOn ? t.noDeadlinesAfter : t.noDeadlines}</p>}
      <Rows of={rest} />
      {former.length > 0 && (
        <details className="add-part" open={refused || undefined}>
          <summary>{t.former(former.length)}</summary>
          <Rows of={former} />
        </details>
      )}
    </section>
  );
}

/** A time of what comes again that is followed by another. */
const isFormer = ({ code, number }: Deadline, all: readonly Deadline[]) =>
  all.some((other) => other.code === code && other.number > number);

function Rows({ of }: { of: readonly Deadline[] }) {
  if (of.length === 0) return null;
  return (
    <ul className="rows rows-first-line rows-fall">
      {of.map((deadline) => (
        <li key={`${deadline.code} ${deadline.number}`}>
          <Row deadline={deadline} />
        </li>
      ))}
    </ul>
  );
}

function Row({ deadline }: { deadline: Deadline }) {
  const { stuCourse: t } = useWords();
  const { mayWrite, today, standing } = useCourse();
  const { code, heldOn } = deadline;
  const met = metByOther.find((one) => one === code && standing.derived.includes(one));
  return (
    <DeadlineLine deadline={deadline} today={today} strong>
      {met && <p className="meta measure">{t.metBy[met]}</p>}
      {mayWrite && !isLimit(code) && !(met && heldOn) && (
        <div className="button-line screen-only">
          <DeadlineForm deadline={deadline} dense />
        </div>
      )}
    </DeadlineLine>
  );
}
