import type { ReactNode } from "react";
import { type Deadline, isLimit, isPast } from "#domain/stu/deadlines.ts";
import { StatusWord } from "#ui/status-word.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { deadlineWords, ownRule, standWord } from "./deadline-words.ts";
import { useFrame } from "./frame.ts";

type Props = { deadline: Deadline; today: string; strong?: boolean; children?: ReactNode };

/** A deadline: due when and why, and how it stands; under it what the page has to say and to press. */
export function DeadlineLine({ deadline, today, strong, children }: Props) {
  const words = useWords();
  const { language } = useFrame();
  const days = dayWords(language, today);
  const { nameOf, why, left } = deadlineWords(words, language, today, ownRule);
  const { stand, dueOn, code } = deadline;
  const past = isPast(deadline, today);
  const name = nameOf(deadline);
  return (
    <>
      <div className="row-main">
        <p>
          {strong ? <strong>{name}</strong> : name} {words.stuCourse.dueBy(days.full(dueOn))}
          {stand !== "held" && <span className={past ? "late" : "meta"}> · {left(deadline)}</span>}
        </p>
        <p className="meta">{why(deadline)}</p>
        {children}
      </div>
      {!isLimit(code) && (
        <StatusWord state={stand === "held" ? "done" : past ? "late" : stand === "planned" ? "waiting" : "near"}>
          {standWord(words, deadline, days.full)}
        </StatusWord>
      )}
    </>
  );
}
