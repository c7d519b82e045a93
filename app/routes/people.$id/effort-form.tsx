import { useId } from "react";
import { WEEKDAYS } from "#domain/people/efforts.ts";
import type { EffortRow } from "#domain/people/views.server.ts";
import { ActiveOptions } from "#frame/active-options.tsx";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { DayField, SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useLabels, usePerson } from "./model.ts";

export function AddEffort() {
  const { efforts: t } = useWords();
  const { id: youngPersonId } = usePerson();
  return (
    <AskFor intent="add-effort" fields={{ youngPersonId }} label={t.add}>
      {(close) => (
        <CommandForm intent="add-effort" fields={{ youngPersonId }} onDone={close} reset className="page-form">
          {(form) => (
            <>
              <EffortFields form={form} />
              <Button disabled={form.busy}>{t.save}</Button>
            </>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}

/** The fields of an effort; a new one is of one's own department, from today. */
export function EffortFields({ form, effort }: { form: FormState; effort?: EffortRow }) {
  const { efforts: t } = useWords();
  const { areas, effortKinds, departments: own, people, today } = usePerson();
  const { areaOf, kindOf, days } = useLabels();
  const { problem, typed, ticked } = form;
  const day = (on: string | null | undefined) => (on ? days.full(on) : "");
  const departmentId = effort?.departmentId ?? own[0] ?? "";
  const text = (name: "title" | "provider", label: string, required: boolean) => (
    <TextField
      label={label}
      name={name}
      defaultValue={typed(name) ?? effort?.[name]}
      error={problem(name)}
      required={required}
    />
  );
  const dayIn = (name: "fromOn" | "toOn" | "validUntilOn", label: string, on: string | null | undefined) => (
    <DayField label={label} name={name} defaultValue={typed(name) ?? day(on)} error={problem(name)} short />
  );
  return (
    <>
      {text("title", t.what, true)}
      {text("provider", t.provider, false)}
      <div className="field-line">
        <SelectField
          label={t.department}
          name="departmentId"
          defaultValue={typed("departmentId") ?? departmentId}
          error={problem("departmentId")}
        >
          {departmentId === "" && <option value="">{t.noKind}</option>}
          <ActiveOptions of={people.departments} stands={effort?.departmentId} />
        </SelectField>
        <SelectField
          label={t.kind}
          name="kind"
          defaultValue={typed("kind") ?? effort?.effortKind ?? ""}
          error={problem("kind")}
        >
          <option value="">{t.noKind}</option>
          {effortKinds.map(({ code }) => (
            <option key={code} value={code}>
              {kindOf(code)}
            </option>
          ))}
        </SelectField>
      </div>
      <AreaField form={form} area={effort?.area} areas={areas.map(({ code }) => ({ code, name: areaOf(code) }))} />
      <div className="field-line">
        {dayIn("fromOn", t.from, effort?.fromOn ?? today)}
        {dayIn("toOn", t.to, effort?.toOn)}
      </div>
      <div className="field-line">
        {dayIn("validUntilOn", t.validUntilField, effort?.validUntilOn)}
        <TextField
          label={t.hoursField}
          name="hours"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed("hours") ?? (effort?.weekMinutes ? t.hoursOf(effort.weekMinutes) : "")}
          error={problem("hours")}
          short
        />
      </div>
      <Weekdays form={form} chosen={effort?.weekdays ?? []} />
      <Choice
        label={t.contactRole}
        name="contactRole"
        value="yes"
        defaultChecked={ticked("contactRole", "yes", effort?.contactRole)}
      />
    </>
  );
}

type AreaProps = { form: FormState; area: string | undefined; areas: { code: string; name: string }[] };

function AreaField({ form: { problem, typed }, area = "", areas }: AreaProps) {
  const { plan: t } = useWords();
  return (
    <SelectField label={t.area} name="area" defaultValue={typed("area") ?? area} error={problem("area")}>
      <option value="">{t.noArea}</option>
      {areas.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

function Weekdays({ form: { problem, ticked }, chosen }: { form: FormState; chosen: number[] }) {
  const { efforts: t } = useWords();
  const { days } = useLabels();
  const wrong = problem("weekdays");
  const errorId = useId();
  return (
    <fieldset className="weekday-choice" aria-describedby={wrong ? errorId : undefined}>
      <legend>{t.weekdays}</legend>
      {wrong && (
        <p className="form-error" id={errorId}>
          {wrong}
        </p>
      )}
      <div>
        {WEEKDAYS.map((weekday) => (
          <Choice
            key={weekday}
            label={days.ofWeek(weekday)}
            name="weekdays[]"
            value={weekday}
            defaultChecked={ticked("weekdays", String(weekday), chosen.includes(weekday))}
          />
        ))}
      </div>
    </fieldset>
  );
}
