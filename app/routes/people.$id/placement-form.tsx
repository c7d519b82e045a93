import type { PlacementRow } from "#domain/placements/views.server.ts";
import type { FormState } from "#frame/command-form.tsx";
import { CodeField } from "#frame/row-forms.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { DayField, SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useLabels, usePerson } from "./model.ts";

/** The fields of a place; a new one is from today, and whether it is paid is said each time. */
export function PlacementFields({ form, row }: { form: FormState; row?: PlacementRow }) {
  const { support, efforts } = useWords();
  const t = support.placements;
  const { placementKinds, today } = usePerson();
  const { days } = useLabels();
  const { problem, typed, ticked } = form;
  const text = (name: "employer" | "contactName" | "contactPhone", label: string) => (
    <TextField
      label={label}
      name={name}
      type={name === "contactPhone" ? "tel" : "text"}
      autoComplete="off"
      defaultValue={typed(name) ?? row?.[name]}
      error={problem(name)}
      required={name === "employer"}
    />
  );
  const day = (name: "fromOn" | "toOn", label: string, on: string | null | undefined) => (
    <DayField
      label={label}
      name={name}
      defaultValue={typed(name) ?? (on ? days.full(on) : "")}
      error={problem(name)}
      short
    />
  );
  const pay = row && (row.paid ? "paid" : "unpaid");
  return (
    <>
      {text("employer", t.employer)}
      <div className="field-line">
        <CodeField form={form} name="placementKind" label={t.kind} stands={row?.placementKind} codes={placementKinds} />
        <SelectField label={t.pay} name="pay" defaultValue={typed("pay") ?? pay ?? ""} error={problem("pay")} required>
          {!pay && <option value="">{support.notChosen}</option>}
          <option value="paid">{t.pays.paid}</option>
          <option value="unpaid">{t.pays.unpaid}</option>
        </SelectField>
        <TextField
          label={efforts.hoursField}
          name="hours"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed("hours") ?? (row?.weekMinutes ? efforts.hoursOf(row.weekMinutes) : "")}
          error={problem("hours")}
          short
        />
      </div>
      <div className="field-line">
        {day("fromOn", efforts.from, row ? row.fromOn : today)}
        {day("toOn", efforts.to, row?.toOn)}
      </div>
      <div className="field-line">
        {text("contactName", t.contactName)}
        {text("contactPhone", t.contactPhone)}
      </div>
      <Choice
        label={t.municipal}
        name="municipal"
        value="yes"
        defaultChecked={ticked("municipal", "yes", row?.municipal)}
      />
      <Button disabled={form.busy}>{t.save}</Button>
    </>
  );
}
