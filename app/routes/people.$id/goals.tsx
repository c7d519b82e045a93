import { goalStates, planVoices } from "#db/vocabulary.ts";
import { dayOf } from "#domain/moments.ts";
import type { GoalRow } from "#domain/plan/views.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { DayField, SelectField, TextArea } from "#ui/fields.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { useWords } from "#words/words.ts";
import { HistoryLink } from "./history-link.tsx";
import { useLabels, usePerson } from "./model.ts";

/** What the young person wants to reach, in the first person: why, how it is seen, how it goes and who says so. */
export function Goals() {
  const { plan: t } = useWords();
  const { goals, mayWrite, id: youngPersonId } = usePerson();
  return (
    <section className="page-part" aria-labelledby="goals">
      <h2 id="goals">{t.parts.goals}</h2>
      {goals.length === 0 && <p className="meta">{t.noGoals}</p>}
      <ul className="rows rows-first-line">
        {goals.map((goal) => (
          <li key={goal.id}>
            <Goal goal={goal} />
            <StatusWord state={lookOf[goal.state]}>{t.goalStates[goal.state]}</StatusWord>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <div className="after-rows">
          <AskFor intent="add-goal" fields={{ youngPersonId }} label={t.addGoal}>
            {(close) => (
              <CommandForm intent="add-goal" fields={{ youngPersonId }} onDone={close} reset className="page-form">
                {(form) => (
                  <>
                    <GoalFields form={form} />
                    <Button disabled={form.busy}>{t.saveGoal}</Button>
                  </>
                )}
              </CommandForm>
            )}
          </AskFor>
        </div>
      )}
    </section>
  );
}

const lookOf = { open: "quiet", on_track: "done", at_risk: "near", met: "done", dropped: "quiet" } as const;

function Goal({ goal }: { goal: GoalRow }) {
  const { plan: t } = useWords();
  const { mayWrite, agreements } = usePerson();
  const { areaOf, days } = useLabels();
  const under = agreements.rows.filter(({ goalId }) => goalId === goal.id);
  const { text, why, howSeen, targetOn, area, state, stateVoice, stateAt } = goal;
  const facts = [
    area && areaOf(area),
    targetOn && `${t.targetOn.toLowerCase()} ${days.short(targetOn)}`,
    stateVoice && stateAt && t.stateSaid(t.goalStates[state], t.voices[stateVoice], days.short(dayOf(stateAt))),
  ];
  return (
    <div className="row-main">
      <p className="lead">{text}</p>
      {why && (
        <p>
          <span className="meta">{t.why}:</span> {why}
        </p>
      )}
      {howSeen && (
        <p>
          <span className="meta">{t.howSeen}:</span> {howSeen}
        </p>
      )}
      <p className="meta">{facts.filter(Boolean).join(" · ")}</p>
      {under.length > 0 && (
        <>
          <p className="region-label">{t.underGoal}</p>
          <ul className="plain-list">
            {under.map((row) => (
              <li key={row.id}>{[row.text, row.dueOn && days.short(row.dueOn)].filter(Boolean).join(" · ")}</li>
            ))}
          </ul>
        </>
      )}
      <div className="button-line">
        {mayWrite && <ChangeGoal goal={goal} />}
        <HistoryLink row={goal} of={text} />
      </div>
    </div>
  );
}

function ChangeGoal({ goal }: { goal: GoalRow }) {
  const { plan: t } = useWords();
  const { id, version } = goal;
  return (
    <>
      <AskFor intent="set-goal-state" fields={{ id }} label={t.goalState} variant="text" dense group={`goal-${id}`}>
        {(close) => <StateForm goal={goal} onDone={close} />}
      </AskFor>
      <AskFor intent="change-goal" fields={{ id }} label={t.changeGoal} variant="text" dense group={`goal-${id}`}>
        {(close) => (
          <CommandForm intent="change-goal" fields={{ id, version }} onDone={close} holdsVersion className="page-form">
            {(form) => (
              <>
                <GoalFields form={form} goal={goal} />
                <Button disabled={form.busy}>{t.saveGoal}</Button>
              </>
            )}
          </CommandForm>
        )}
      </AskFor>
      <AskFor intent="remove-goal" fields={{ id }} label={t.removeGoal} variant="text" dense group={`goal-${id}`}>
        <CommandForm intent="remove-goal" fields={{ id, version }}>
          {({ problem, busy }) => (
            <>
              <p>{t.removeGoalQuestion}</p>
              {problem("id") && (
                <p role="alert" className="form-error">
                  {problem("id")}
                </p>
              )}
              <Button dense disabled={busy}>
                {t.removeYes}
              </Button>
            </>
          )}
        </CommandForm>
      </AskFor>
    </>
  );
}

function StateForm({ goal, onDone }: { goal: GoalRow; onDone: () => void }) {
  const { plan: t } = useWords();
  const { id, version, state, stateVoice } = goal;
  return (
    <CommandForm intent="set-goal-state" fields={{ id, version }} onDone={onDone} holdsVersion>
      {({ problem, typed, busy }) => (
        <div className="field-line">
          <SelectField label={t.goalState} name="state" defaultValue={typed("state") ?? state} error={problem("state")}>
            {goalStates.map((one) => (
              <option key={one} value={one}>
                {t.goalStates[one]}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t.whoSays}
            name="stateVoice"
            defaultValue={typed("stateVoice") ?? stateVoice ?? "young_person"}
            error={problem("stateVoice")}
          >
            {planVoices.map((voice) => (
              <option key={voice} value={voice}>
                {t.voices[voice]}
              </option>
            ))}
          </SelectField>
          <Button disabled={busy}>{t.saveState}</Button>
        </div>
      )}
    </CommandForm>
  );
}

function GoalFields({ form: { problem, typed }, goal }: { form: FormState; goal?: GoalRow }) {
  const { plan: t } = useWords();
  const { areas } = usePerson();
  const { areaOf, days } = useLabels();
  const targetOn = goal?.targetOn ? days.full(goal.targetOn) : "";
  return (
    <>
      <TextArea
        label={t.goalText}
        hint={t.goalTextHint}
        name="text"
        rows={2}
        defaultValue={typed("text") ?? goal?.text}
        error={problem("text")}
        required
      />
      <TextArea label={t.why} name="why" rows={2} defaultValue={typed("why") ?? goal?.why} error={problem("why")} />
      <TextArea
        label={t.howSeen}
        name="howSeen"
        rows={2}
        defaultValue={typed("howSeen") ?? goal?.howSeen}
        error={problem("howSeen")}
      />
      <div className="field-line">
        <SelectField
          label={t.area}
          name="area"
          defaultValue={typed("area") ?? goal?.area ?? ""}
          error={problem("area")}
        >
          <option value="">{t.noArea}</option>
          {areas.map(({ code }) => (
            <option key={code} value={code}>
              {areaOf(code)}
            </option>
          ))}
        </SelectField>
        <DayField
          label={t.targetOn}
          name="targetOn"
          defaultValue={typed("targetOn") ?? targetOn}
          error={problem("targetOn")}
          short
        />
      </div>
    </>
  );
}
