import { type PaperDays, paperState } from "#domain/resource-paper/rules.ts";
import { type Deadline, isPast } from "#domain/stu/deadlines.ts";
import { StatusWord } from "#ui/status-word.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { deadlineWords } from "./deadline-words.ts";
import { useFrame } from "./frame.ts";

type Props = { paper: PaperDays | null; deadlines: readonly Deadline[]; today: string };

/** The deadlines that a resource paper meets. */
const ITS: readonly string[] = ["resource_paper_started", "resource_paper_final"];

/** How far a resource paper has come, and what it must keep: when, why, and whether it is kept. */
export function PaperStanding({ paper, deadlines, today }: Props) {
  const words = useWords();
  const { resourcePaper: t, stuCourse } = words;
  const { language } = useFrame();
  const days = dayWords(language, today);
  const { nameOf, why, left } = deadlineWords(words, language, today);
  const its = deadlines.filter(({ code }) => ITS.includes(code));
  const state = paper && paperState(paper);
  const reached = paper
    ? [
        t.states.begun(days.full(paper.begunOn)),
        paper.draftOn && t.states.draft(days.full(paper.draftOn)),
        paper.finalOn && t.states.final(days.full(paper.finalOn)),
      ].filter(Boolean)
    : [];
  return (
    <>
      <p role="status">
        {reached.length === 0 ? (
          t.notBegun
        ) : (
          <>
            {reached.length > 1 && <span className="meta">{reached.slice(0, -1).join(" · ")} · </span>}
            <StatusWord state={state === "final" ? "done" : "waiting"}>{reached.at(-1)}</StatusWord>
          </>
        )}
      </p>
      {its.length > 0 && (
        <ul className="rows rows-first-line rows-fall">
          {its.map((deadline) => {
            const { stand, dueOn, heldOn, plannedOn } = deadline;
            const past = isPast(deadline, today);
            return (
              <li key={deadline.code}>
                <div className="row-main">
                  <p>
                    {nameOf(deadline)} {stuCourse.dueBy(days.full(dueOn))}
                    {stand !== "held" && <span className={past ? "late" : "meta"}> · {left(deadline)}</span>}
                  </p>
                  <p className="meta">{why(deadline)}</p>
                </div>
                <StatusWord
                  state={stand === "held" ? "done" : past ? "late" : stand === "planned" ? "waiting" : "near"}
                >
                  {stand === "missing"
                    ? stuCourse.stands.missing
                    : stuCourse.stands[stand](days.full(heldOn ?? plannedOn ?? dueOn))}
                </StatusWord>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
