import type { Deadline } from "#domain/stu/deadlines.ts";
import type { DeadlineRow } from "#domain/stu/views.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { DayOf } from "./day-of.tsx";
import { useCourse, useDays, useDeadlineWords } from "./model.ts";

type Props = {
  deadline: Deadline;
  label?: string;
  variant?: "primary" | "outlined" | "text";
  dense?: boolean;
  group?: string;
};

/** The days of one deadline: when it is planned, when it was held. Where that follows from something else, only the first. */
export function DeadlineForm({ deadline, label, variant = "text", dense, group = "deadlines" }: Props) {
  const { stuCourse: t } = useWords();
  const { row, rows, standing } = useCourse();
  const { nameOf } = useDeadlineWords();
  const days = useDays();
  const { code, number } = deadline;
  const kept = rows.find(
    (one): one is DeadlineRow => one.kind === "deadline" && one.code === code && one.number === number,
  );
  const fields = { courseId: row.id, code, number };
  const day = (on: string | null | undefined) => (on ? days.full(on) : "");
  const derived = standing.derived.includes(code);
  return (
    <AskFor
      intent="set-deadline"
      fields={fields}
      label={label ?? t.setDay}
      name={t.setDayOf(nameOf(deadline))}
      variant={variant}
      dense={dense}
      group={group}
    >
      {(close) => (
        <CommandForm
          intent="set-deadline"
          fields={{ ...fields, version: kept?.version ?? 0, ...(derived && { heldOn: "" }) }}
          onDone={close}
          holdsVersion
        >
          {(form) => (
            <>
              <div className="field-line">
                <DayOf form={form} name="plannedOn" label={t.plannedOn} stands={day(kept?.plannedOn)} />
                {!derived && <DayOf form={form} name="heldOn" label={t.heldOn} stands={day(kept?.heldOn)} />}
                <Button disabled={form.busy}>{t.saveDay}</Button>
              </div>
              {!derived && <p className="form-hint">{t.heldHint}</p>}
            </>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}
