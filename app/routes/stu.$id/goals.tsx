import { courseGoalStates } from "#db/vocabulary.ts";
import { dayOf } from "#domain/moments.ts";
import type { CourseGoalRow } from "#domain/stu/views.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { ChangeRow, RemoveRow } from "#frame/row-forms.tsx";
import { Button } from "#ui/button.tsx";
import { SelectField, TextArea } from "#ui/fields.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { useWords } from "#words/words.ts";
import { DeadlineForm } from "./deadline-form.tsx";
import { useCourse, useDays, useDeadlineWords, useNames } from "./model.ts";
import { useWritesIn, WritesHere } from "./writing.tsx";

const lookOf = { open: "quiet", met: "done", dropped: "quiet" } as const;

/** The goals of the course plan, how each read before, and when they are gone through again. */
export function CourseGoals() {
  const { stuCourse: t, stuParts } = useWords();
  const { standing, row, mayWrite } = useCourse();
  const { goals } = standing;
  const writes = useWritesIn("goal");
  if (!row.startOn && goals.length === 0) return null;
  return (
    <section className="page-part" aria-labelledby="goals">
      <h2 id="goals">{t.parts.goals}</h2>
      <Adjustment />
      {goals.length === 0 && <p className="meta">{stuParts.noGoals}</p>}
      <ul className="rows rows-first-line rows-fall">
        {goals.map((goal) => (
          <li key={goal.id}>
            <Goal goal={goal} />
            <StatusWord state={lookOf[goal.state]}>{stuParts.goalStates[goal.state]}</StatusWord>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <div className="button-line after-rows screen-only">
          <AskFor intent="add-course-goal" fields={{ courseId: row.id }} label={stuParts.addGoal}>
            {(close) => (
              <CommandForm
                intent="add-course-goal"
                fields={{ courseId: row.id, state: "open" }}
                onDone={close}
                onWriting={writes}
                reset
                className="page-form"
              >
                {(form) => <GoalFields form={form} />}
              </CommandForm>
            )}
          </AskFor>
        </div>
      )}
      <WritesHere field="goal" />
    </section>
  );
}

/** When the plan is gone through at least once a year. */
function Adjustment() {
  const { stuParts: t } = useWords();
  const { standing, mayWrite } = useCourse();
  const { why, left } = useDeadlineWords();
  const days = useDays();
  const times = standing.deadlines.filter(({ code }) => code === "plan_adjustment");
  const next = times.find(({ stand }) => stand !== "held");
  const held = times.filter(({ stand }) => stand === "held").at(-1);
  if (!next && !held) return null;
  return (
    <div>
      <p className="meta">
        {[held?.heldOn && t.adjusted(days.full(held.heldOn)), next && t.adjustNext(days.full(next.dueOn), left(next))]
          .filter(Boolean)
          .join(" ")}{" "}
        {next && why(next)}
      </p>
      {next && mayWrite && (
        <div className="button-line screen-only">
          <DeadlineForm key={next.number} deadline={next} label={t.setAdjustment} dense group="adjustment" />
        </div>
      )}
    </div>
  );
}

function Goal({ goal }: { goal: CourseGoalRow }) {
  const { stuParts: t } = useWords();
  const { mayWrite, formerGoals } = useCourse();
  const { nameOf } = useNames();
  const days = useDays();
  const writes = useWritesIn(`goal ${goal.id}`);
  const former = formerGoals.filter(({ id, version }) => id === goal.id && version < goal.version);
  return (
    <div className="row-main">
      <p>{goal.text}</p>
      <WritesHere field={`goal ${goal.id}`} />
      {former.length > 0 && (
        <details className="add-part">
          <summary>{t.history(former.length)}</summary>
          <ul className="plain-list">
            {former.map(({ version, text, state, until, byId }) => (
              <li key={version}>
                {text}{" "}
                <span className="meta">{t.formerLine(t.goalStates[state], days.full(dayOf(until)), nameOf(byId))}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayWrite && (
        <div className="button-line screen-only">
          <ChangeRow intent="change-course-goal" row={goal} title={goal.text} onWriting={writes}>
            {(form) => <GoalFields form={form} goal={goal} />}
          </ChangeRow>
          <RemoveRow intent="remove-course-goal" row={goal} title={goal.text} question={t.removeGoal} />
        </div>
      )}
    </div>
  );
}

function GoalFields({ form: { problem, typed, busy }, goal }: { form: FormState; goal?: CourseGoalRow }) {
  const { stuParts: t } = useWords();
  return (
    <>
      <TextArea
        label={t.goalText}
        name="text"
        rows={2}
        defaultValue={typed("text") ?? goal?.text}
        error={problem("text")}
        required
      />
      {goal && (
        <SelectField label={t.goalState} name="state" defaultValue={typed("state") ?? goal.state}>
          {courseGoalStates.map((state) => (
            <option key={state} value={state}>
              {t.goalStates[state]}
            </option>
          ))}
        </SelectField>
      )}
      <Button disabled={busy}>{t.saveGoal}</Button>
    </>
  );
}
