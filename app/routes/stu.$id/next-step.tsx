import { courseEndings } from "#db/vocabulary.ts";
import { addDays } from "#domain/days.ts";
import { clockOf } from "#domain/moments.ts";
import { LEAST_YEAR_HOURS } from "#domain/stu/course.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { DayOf } from "./day-of.tsx";
import { useCourse, useDays } from "./model.ts";
import { NextDeadline } from "./next-deadline.tsx";
import { ChoosePlace, OfferPlace } from "./place-forms.tsx";

type Look = { variant?: "primary" | "outlined" };

/** The end is what comes next from so many days before it. */
const DAYS_BEFORE_END = 31;

/** What is done next, as the one primary button; what else can be done from here beside it. */
export function NextStep() {
  const { standing, row, mayWrite, today } = useCourse();
  if (!mayWrite) return null;
  const { state, plannedEndOn } = standing;
  const ends = plannedEndOn !== null && plannedEndOn <= addDays(today, DAYS_BEFORE_END);
  return (
    <div className="course-steps-line screen-only" key={state}>
      <TakeBack />
      <div className="button-line">
        {state === "referred" && <Assess />}
        {(state === "referred" || state === "in_assessment") && (
          <Decide variant={state === "referred" ? "outlined" : "primary"} />
        )}
        {/* A slip, or a complaint that was upheld: it is decided anew while the refusal is followed. */}
        {state === "refused" && <Decide variant="outlined" />}
        {state === "granted" && <Places />}
        {state === "place_chosen" && <Plan variant={row.startOn ? "outlined" : "primary"} />}
        {(state === "running" || state === "interrupted" || state === "phase_out") && (
          <>
            {ends ? <End variant="primary" /> : <NextDeadline />}
            {!ends && <End />}
            <Plan />
          </>
        )}
      </div>
    </div>
  );
}

function Assess() {
  const { stuCourse: t } = useWords();
  const { row, today } = useCourse();
  const days = useDays();
  const fields = { id: row.id, version: row.version };
  return (
    <AskFor intent="assess-course" fields={{ id: row.id }} label={t.assess} variant="primary" group="step">
      {(close) => (
        <CommandForm intent="assess-course" fields={fields} onDone={close} holdsVersion>
          {(form) => (
            <div className="field-line">
              <DayOf form={form} name="assessedOn" label={t.assessedOn} stands={days.full(today)} />
              <Button disabled={form.busy}>{t.assessYes}</Button>
            </div>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}

function Decide({ variant }: Look) {
  const { stuCourse: t } = useWords();
  const { row, today } = useCourse();
  const days = useDays();
  const fields = { id: row.id, version: row.version };
  return (
    <AskFor intent="decide-course" fields={{ id: row.id }} label={t.decide} variant={variant} group="step">
      {(close) => (
        <CommandForm intent="decide-course" fields={fields} onDone={close} holdsVersion>
          {(form) => (
            <>
              <p className="meta">{t.decideHint}</p>
              <div className="field-line">
                <SelectField
                  label={t.decision}
                  name="decision"
                  defaultValue={form.typed("decision") ?? ""}
                  error={form.problem("decision")}
                  required
                >
                  <option value="">{t.choose}</option>
                  <option value="granted">{t.decisions.granted}</option>
                  <option value="refused">{t.decisions.refused}</option>
                </SelectField>
                <DayOf form={form} name="decidedOn" label={t.decidedOn} stands={days.full(today)} />
              </div>
              <div className="field-line">
                {(["decisionSystem", "decisionNumber"] as const).map((name) => (
                  <TextField
                    key={name}
                    label={t[name]}
                    name={name}
                    autoComplete="off"
                    defaultValue={form.typed(name) ?? row[name]}
                    error={form.problem(name)}
                  />
                ))}
                <Button disabled={form.busy}>{t.decideYes}</Button>
              </div>
            </>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}

/** Two to choose between are offered before one is chosen; where there is one alone, the reason is asked. */
function Places() {
  const { standing } = useCourse();
  const { offers } = standing;
  const enough = offers.length >= 2;
  return (
    <>
      {enough && <ChoosePlace variant="primary" group="step" />}
      <OfferPlace variant={enough ? "outlined" : "primary"} group="step" />
      {offers.length === 1 && <ChoosePlace group="step" />}
    </>
  );
}

function Plan({ variant }: Look) {
  const { stuCourse: t } = useWords();
  const { row } = useCourse();
  const days = useDays();
  const fields = { id: row.id, version: row.version };
  const day = (on: string | null) => (on ? days.full(on) : "");
  return (
    <AskFor
      intent="plan-course"
      fields={{ id: row.id }}
      label={row.startOn ? t.replan : t.plan}
      variant={variant ?? "text"}
      group="step"
    >
      {(close) => (
        <CommandForm intent="plan-course" fields={fields} onDone={close} holdsVersion>
          {(form) => (
            <>
              <div className="field-line">
                <DayOf form={form} name="startOn" label={t.startOn} stands={day(row.startOn)} required />
                <DayOf
                  form={form}
                  name="baseEndOn"
                  label={t.baseEndOn}
                  stands={day(row.baseEndOn)}
                  hint={t.baseEndHint}
                />
              </div>
              <div className="field-line">
                <TextField
                  label={t.yearHours}
                  hint={t.yearHoursHint}
                  name="yearHours"
                  inputMode="numeric"
                  autoComplete="off"
                  defaultValue={form.typed("yearHours") ?? row.yearHours ?? LEAST_YEAR_HOURS}
                  error={form.problem("yearHours")}
                  short
                />
                <TextField
                  label={t.line}
                  name="line"
                  autoComplete="off"
                  defaultValue={form.typed("line") ?? row.line}
                  error={form.problem("line")}
                />
              </div>
              <Button disabled={form.busy}>{t.planYes}</Button>
            </>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}

function End({ variant = "outlined" }: Look) {
  const { stuCourse: t } = useWords();
  const { row, today } = useCourse();
  const days = useDays();
  const fields = { id: row.id, version: row.version };
  return (
    <AskFor intent="end-course" fields={{ id: row.id }} label={t.end} variant={variant} group="step">
      {(close) => (
        <CommandForm intent="end-course" fields={fields} onDone={close} holdsVersion>
          {(form) => (
            <>
              <p className="measure">{t.endHint}</p>
              <div className="field-line">
                <SelectField
                  label={t.ending}
                  name="ending"
                  defaultValue={form.typed("ending") ?? ""}
                  error={form.problem("ending")}
                  required
                >
                  <option value="">{t.choose}</option>
                  {courseEndings.map((ending) => (
                    <option key={ending} value={ending}>
                      {t.states[ending]}
                    </option>
                  ))}
                </SelectField>
                <DayOf form={form} name="endedOn" label={t.endedOn} stands={days.full(today)} />
              </div>
              <TextField
                label={t.toMunicipality}
                hint={t.toMunicipalityHint}
                name="toMunicipality"
                autoComplete="off"
                defaultValue={form.typed("toMunicipality")}
                error={form.problem("toMunicipality")}
              />
              <Button disabled={form.busy}>{t.endYes}</Button>
            </>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}

/** Within ten minutes a wrong press is as if it had not been. */
function TakeBack() {
  const { stuCourse: t } = useWords();
  const { row, takenBackUntil } = useCourse();
  if (takenBackUntil === null || row.endedOn === null) return null;
  return (
    <CommandForm intent="take-back-course-end" fields={{ id: row.id, version: row.version }}>
      <p className="meta measure">{t.takeBackHint(clockOf(takenBackUntil))}</p>
      <Button>{t.takeBack}</Button>
    </CommandForm>
  );
}
