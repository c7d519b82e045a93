import type { CourseState } from "#db/vocabulary.ts";
import { useWords } from "#words/words.ts";
import { useCourse } from "./model.ts";

const STEPS = ["referred", "in_assessment", "granted", "place_chosen", "running", "phase_out", "ended"] as const;
type Step = (typeof STEPS)[number];
const REFUSED = ["referred", "in_assessment", "refused"] as const;

/** Where on its way a course in that state is. */
const stepOf = (state: CourseState): Step | "refused" => {
  if (state === "interrupted") return "running";
  return state === "refused" ? "refused" : (STEPS.find((step) => step === state) ?? "ended");
};

/** The way of a course as a small picture: what was reached, and where it is. */
export function Steps() {
  const { stuCourse: t } = useWords();
  const { standing } = useCourse();
  const here = stepOf(standing.state);
  const steps: readonly (Step | "refused")[] = here === "refused" ? REFUSED : STEPS;
  const at = steps.indexOf(here);
  return (
    <ol className="course-steps" aria-label={t.stepsLabel}>
      {steps.map((step, n) => (
        <li key={step} className={n < at ? "step-done" : undefined} aria-current={n === at ? "step" : undefined}>
          <span>
            {t.steps[step]}
            {n <= at && <span className="sr-only">, {n === at ? t.stepHere : t.stepDone}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
