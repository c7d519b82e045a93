import { Link } from "@remix-run/react";
import { type KeyboardEvent, useRef } from "react";
import { isLimit } from "#domain/stu/deadlines.ts";
import type { ListGroup, ListRow } from "#domain/stu/list.ts";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { DayField } from "#ui/fields.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { useWords } from "#words/words.ts";
import { keyOf, useDays, useDeadlineWords, useList, useNames } from "./model.ts";

/** Those of a group that have no day, and can have one. */
export const toPlan = (rows: readonly ListRow[]): ListRow[] =>
  rows.filter(({ deadline }) => deadline?.stand === "missing" && !isLimit(deadline.code));

/** What is planned in the sheet: whose rows, whatever group they come to stand in meanwhile. */
export type Planning = { open: boolean; title: string; rows: string[] };
export const planningOf = (group: ListGroup, title: string): Planning => ({
  open: true,
  title,
  rows: toPlan(group.rows).map(keyOf),
});

/** Opens the sheet for a group. */
export function PlanMany({ group, onOpen }: { group: ListGroup; onOpen: () => void }) {
  const { stu: t } = useWords();
  const { to } = useList();
  const rows = toPlan(group.rows);
  if (rows.length === 0) return null;
  return (
    <p className="screen-only">
      <Link
        to={to({ plan: group.key })}
        className="button button-secondary button-dense"
        aria-haspopup="dialog"
        onClick={(event) => {
          event.preventDefault();
          onOpen();
        }}
      >
        {t.planMany(rows.length)}
      </Link>
    </p>
  );
}

type Props = { planning: Planning | null; rows: ListRow[]; onClose: () => void; onPlanned: (n: number) => void };

/** Days for all of a group that have none: one sheet with a field each. */
export function PlanSheet({ planning, rows, onClose, onPlanned }: Props) {
  const { stu: t, frame } = useWords();
  const wanted = toPlan(rows).filter((row) => planning?.rows.includes(keyOf(row)));
  return (
    <Sheet
      open={planning?.open === true && wanted.length > 0}
      onClose={onClose}
      title={t.planTitle(wanted.length, planning?.title ?? "")}
      closeLabel={frame.close}
    >
      <CommandForm<{ set: number }>
        intent="plan-deadlines"
        className="stu-plan"
        onDone={({ set }) => {
          onPlanned(set);
          onClose();
        }}
      >
        {(form) => <PlanRows rows={wanted} form={form} />}
      </CommandForm>
    </Sheet>
  );
}

const FIELD = "input[name='days[]']";

/** Enter goes down; in the last field it saves. */
function downOnEnter(event: KeyboardEvent<HTMLInputElement>) {
  if (event.key !== "Enter") return;
  const all = [...(event.currentTarget.form?.querySelectorAll<HTMLElement>(`${FIELD}, [type='submit']`) ?? [])];
  const next = all[all.indexOf(event.currentTarget) + 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function PlanRows({ rows, form: { problem, typed, busy } }: { rows: ListRow[]; form: FormState }) {
  const { stu: t, stuCourse } = useWords();
  const { placeOf } = useNames();
  const { nameOf } = useDeadlineWords();
  const days = useDays();
  const all = useRef<HTMLDivElement>(null);
  const places = [...new Set(rows.map(({ course }) => course.providerId))].sort((one, other) =>
    placeOf(one).localeCompare(placeOf(other), "da"),
  );
  const ordered = places.map((place) => ({ place, rows: rows.filter(({ course }) => course.providerId === place) }));
  const inOrder = ordered.flatMap(({ rows }) => rows);
  const sameDay = (place: string) => {
    const fields = [...(all.current?.querySelectorAll<HTMLInputElement>(`[data-place="${place}"] ${FIELD}`) ?? [])];
    const first = fields.find(({ value }) => value.trim() !== "") ?? fields[0];
    if (first?.value.trim() === "") first.focus();
    else for (const field of fields) field.value = first?.value ?? "";
  };
  return (
    <div ref={all}>
      <p className="meta">{t.planHint}</p>
      {ordered.map(({ place, rows }) => (
        <fieldset key={place ?? ""} data-place={place ?? ""}>
          <legend>{placeOf(place) || t.noPlace}</legend>
          {rows.map((row) => {
            const { course, deadline } = row;
            const seen = `${course.id} ${deadline?.code} ${deadline?.number} ${deadline?.version}`;
            return (
              <div className="stu-plan-row" key={keyOf(row)}>
                <input type="hidden" name="rows[]" value={seen} />
                <DayField
                  label={
                    <>
                      {course.name}{" "}
                      <span className="meta">
                        {deadline && `${nameOf(deadline)} ${stuCourse.dueBy(days.short(deadline.dueOn))}`}
                      </span>
                    </>
                  }
                  name="days[]"
                  defaultValue={typed("days", inOrder.indexOf(row))}
                  error={problem(seen)}
                  onKeyDown={downOnEnter}
                  short
                />
              </div>
            );
          })}
          {rows.length > 1 && (
            <Button
              type="button"
              variant="text"
              dense
              className="script-only"
              title={t.sameDayHint}
              onClick={() => sameDay(place ?? "")}
            >
              {t.sameDay(placeOf(place) || t.noPlace)}
            </Button>
          )}
        </fieldset>
      ))}
      {problem("rows") && <p className="form-error">{problem("rows")}</p>}
      <div className="button-line after-rows">
        <Button variant="primary" disabled={busy}>
          {t.savePlan}
        </Button>
      </div>
    </div>
  );
}
