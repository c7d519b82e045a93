import { useWords } from "#words/words.ts";
import { useCase, useLabels, usePerson } from "./model.ts";

/** How the case stands, in the head of the page, and the way to change it. */
export function CaseLine() {
  const { cases: t } = useWords();
  const { steering } = usePerson();
  const { days, labelIn } = useLabels();
  const { now, over } = useCase();
  if (!now) return null;
  const { state, sinceOn, pause, resumeOn } = now;
  const said =
    state === "paused" && resumeOn
      ? t.paused(days.short(resumeOn), labelIn(steering.pauses, pause))
      : (over ? t.lineEnded : t.line)(t.states[state], days.short(sinceOn));
  return (
    <p className="case-line">
      <span role="status" className={over || state === "paused" || state === "closing" ? "case-word" : "meta"}>
        {said}
      </span>{" "}
      {steering.maySteer && (
        <a className="screen-only" href="#case">
          {over ? t.see : t.change}
        </a>
      )}
    </p>
  );
}
