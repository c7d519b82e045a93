import { useState } from "react";
import { runningOn } from "#domain/people/efforts.ts";
import { hasStopped } from "#domain/staff/rules.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { daysShown } from "#ui/day-scale.ts";
import { SelectField, TextField } from "#ui/fields.tsx";
import { TimeAxis } from "#ui/time-axis.tsx";
import { useWords } from "#words/words.ts";
import { DayInput } from "./day-input.tsx";
import { useItem } from "./item-context.ts";
import { markOf, useBoard, useNames } from "./model.ts";
import { SaveOrClose } from "./save-or-close.tsx";
import { useDays } from "./use-days.ts";

const MOST_CONTACTS = 1;

/** `Kører nu`: what runs, on one time axis, and how many contact persons run at once. */
export function Efforts() {
  const { board: t } = useWords();
  const { efforts, item } = useItem();
  const { today, me } = useBoard();
  const { department, staff } = useNames();
  const contact = staff(item.contactPersonId);
  const days = useDays();
  const [adding, setAdding] = useState(false);
  const running = runningOn(efforts, today);
  const contacts = running.filter(({ contactRole }) => contactRole).length + (contact && !hasStopped(contact) ? 1 : 0);
  const axis = daysShown(
    running.map(({ fromOn, toOn }) => ({ from: fromOn, to: toOn })),
    today,
  );
  const line = [t.efforts.line(running.length), contacts > MOST_CONTACTS && t.efforts.contacts(contacts)]
    .filter(Boolean)
    .join(" · ");
  return (
    <section className="item-part" aria-labelledby="efforts">
      <h3 className="region-label" id="efforts">
        {t.efforts.title}
      </h3>
      {running.length === 0 ? <p className="meta">{t.efforts.none}</p> : <p>{line}</p>}
      {running.length > 0 && (
        <TimeAxis
          today={today}
          limit={6}
          rows={running.map((row) => {
            const of = department(row.departmentId);
            return {
              id: row.id,
              label: row.provider ? `${row.title} · ${row.provider}` : row.title,
              from: row.fromOn,
              to: row.toOn,
              pair: of ? markOf(of).pair : 0,
              words: `${of?.name ?? ""}: ${t.efforts.since(days.short(row.fromOn))} ${row.toOn ? t.efforts.until(days.short(row.toOn)) : t.efforts.ongoing}`,
            };
          })}
          words={{ from: days.short(axis.from), today: t.efforts.today, to: days.short(axis.to) }}
          more={t.efforts.showAll(running.length)}
        />
      )}
      {me.runs && !adding && (
        <Button type="button" variant="text" dense onClick={() => setAdding(true)}>
          {t.efforts.add}
        </Button>
      )}
      {adding && item.youngPersonId && (
        <CommandForm
          intent="add-effort"
          fields={{ youngPersonId: item.youngPersonId }}
          onDone={() => setAdding(false)}
          className="effort-form"
        >
          {({ problem }) => (
            <>
              <TextField label={t.efforts.what} name="title" error={problem("title")} autoFocus required />
              <TextField label={t.efforts.provider} name="provider" error={problem("provider")} />
              <DepartmentField label={t.efforts.department} error={problem("departmentId")} />
              <div className="field-line">
                <DayInput
                  label={t.efforts.from}
                  name="fromOn"
                  day={today}
                  error={problem("fromOn")}
                  suggestions={false}
                />
                <DayInput label={t.efforts.to} name="toOn" error={problem("toOn")} suggestions={false} />
              </div>
              <Choice type="checkbox" label={t.efforts.contactRole} name="contactRole" value="yes" />
              <SaveOrClose save={t.efforts.add} onClose={() => setAdding(false)} />
            </>
          )}
        </CommandForm>
      )}
    </section>
  );
}

export function DepartmentField({
  label,
  error,
  value,
  onChange,
}: {
  label: string;
  error?: string;
  value?: string;
  onChange?: (id: string) => void;
}) {
  const { board: t } = useWords();
  const { people } = useBoard();
  return (
    <SelectField
      label={label}
      name="departmentId"
      error={error}
      defaultValue={onChange ? undefined : (value ?? "")}
      value={onChange ? value : undefined}
      onChange={onChange && ((event) => onChange(event.target.value))}
      required
    >
      <option value="">{t.agreements.chooseDepartment}</option>
      {people.departments
        .filter(({ active }) => active)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </SelectField>
  );
}
