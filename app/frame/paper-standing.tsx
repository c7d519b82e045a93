import { type PaperDays, paperState } from "#domain/resource-paper/rules.ts";
import type { Deadline } from "#domain/stu/deadlines.ts";
import { StatusWord } from "#ui/status-word.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { DeadlineLine } from "./deadline-line.tsx";
import { useFrame } from "./frame.ts";

type Props = { paper: PaperDays | null; deadlines: readonly Deadline[]; today: string };

/** The deadlines that a resource paper meets. */
const ITS: readonly string[] = ["resource_paper_started", "resource_paper_final"];

/** How far a resource paper has come, and what it must keep: when, why, and whether it is kept. */
export function PaperStanding({ paper, deadlines, today }: Props) {
  const { resourcePaper: t } = useWords();
  const { language } = useFrame();
  const days = dayWords(language, today);
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
          {its.map((deadline) => (
            <li key={deadline.code}>
              <DeadlineLine deadline={deadline} today={today} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
