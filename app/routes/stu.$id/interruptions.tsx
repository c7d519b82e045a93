import { cutDays, hardEnd } from "#domain/stu/course.ts";
import type { InterruptionRow } from "#domain/stu/views.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { ChangeRow, CodeField, RemoveRow, useLabelIn } from "#frame/row-forms.tsx";
import { Button } from "#ui/button.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { useWords } from "#words/words.ts";
import { DayOf } from "./day-of.tsx";
import { useCourse, useDays } from "./model.ts";

/** When the course rested: the planned end as it moved, and what the five years take from that. */
export function Interruptions() {
  const { stuCourse: t } = useWords();
  const { standing, row, mayWrite, today } = useCourse();
  const { interruptions, facts, plannedEndOn } = standing;
  const days = useDays();
  if (!row.startOn) return null;
  const cut = cutDays(facts, today);
  const rests = [...interruptions].sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1));
  return (
    <section className="page-part" aria-labelledby="interruptions">
      <h2 id="interruptions">{t.parts.interruptions}</h2>
      <p>
        {plannedEndOn &&
          (row.baseEndOn === plannedEndOn ? t.endStays : t.endMoved)(
            days.full(plannedEndOn),
            days.full(row.baseEndOn ?? plannedEndOn),
          )}{" "}
        {t.hardEnd(days.full(hardEnd(row.startOn)))}
      </p>
      {cut > 0 && <p className="near measure">{t.cut(cut)}</p>}
      {rests.length === 0 && <p className="meta">{t.noRests}</p>}
      <ul className="rows rows-first-line rows-fall">
        {rests.map((rest) => (
          <li key={rest.id}>
            <Rest rest={rest} />
          </li>
        ))}
      </ul>
      {mayWrite && row.endedOn === null && (
        <div className="button-line after-rows screen-only">
          <AskFor intent="interrupt-course" fields={{ courseId: row.id }} label={t.interrupt}>
            {(close) => (
              <CommandForm
                intent="interrupt-course"
                fields={{ courseId: row.id }}
                onDone={close}
                reset
                className="page-form"
              >
                {(form) => <RestFields form={form} />}
              </CommandForm>
            )}
          </AskFor>
        </div>
      )}
    </section>
  );
}

function Rest({ rest }: { rest: InterruptionRow }) {
  const { stuCourse: t } = useWords();
  const { mayWrite, interruptionReasons, today } = useCourse();
  const labelIn = useLabelIn();
  const days = useDays();
  const { id, version, fromOn, resumedOn, reason } = rest;
  const title = labelIn(interruptionReasons, reason);
  const period = resumedOn ? t.restedTo(days.full(fromOn), days.full(resumedOn)) : t.restsFrom(days.full(fromOn));
  // Sent with anything else it was the form that changes the rest.
  const again = { id, fromOn: days.full(fromOn), reason };
  const lasts = fromOn <= today && (resumedOn === null || resumedOn > today);
  return (
    <>
      <div className="row-main">
        <p>{title}</p>
        <p className="meta">{period}</p>
        {mayWrite && (
          <div className="button-line screen-only">
            {resumedOn === null && (
              <AskFor intent="change-interruption" fields={again} label={t.goesOn} dense group={id}>
                {(close) => (
                  <CommandForm intent="change-interruption" fields={{ ...again, version }} onDone={close}>
                    {(form) => (
                      <div className="field-line">
                        <DayOf form={form} name="resumedOn" label={t.resumedOn} stands={days.full(today)} required />
                        <Button disabled={form.busy}>{t.saveDay}</Button>
                      </div>
                    )}
                  </CommandForm>
                )}
              </AskFor>
            )}
            <ChangeRow intent="change-interruption" row={rest} title={title}>
              {(form) => <RestFields form={form} rest={rest} />}
            </ChangeRow>
            <RemoveRow intent="remove-interruption" row={rest} title={title} question={t.removeRest} />
          </div>
        )}
      </div>
      {lasts && <StatusWord state="waiting">{t.states.interrupted}</StatusWord>}
    </>
  );
}

function RestFields({ form, rest }: { form: FormState; rest?: InterruptionRow }) {
  const { stuCourse: t } = useWords();
  const { interruptionReasons, today } = useCourse();
  const days = useDays();
  return (
    <>
      <CodeField form={form} name="reason" label={t.reason} stands={rest?.reason} codes={interruptionReasons} />
      <div className="field-line">
        <DayOf form={form} name="fromOn" label={t.restFrom} stands={days.full(rest?.fromOn ?? today)} required />
        <DayOf
          form={form}
          name="resumedOn"
          label={t.resumedOn}
          hint={t.resumedHint}
          stands={rest?.resumedOn ? days.full(rest.resumedOn) : ""}
        />
      </div>
      <Button disabled={form.busy}>{t.saveRest}</Button>
    </>
  );
}
