import { StaffOptions } from "#frame/meeting-fields.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useAgenda } from "./model.ts";

type Form = { problem: (field: string) => string | undefined; typed: (field: string) => string | undefined };

export function MinutesField({ usual, form: { problem, typed } }: { usual: number; form: Form }) {
  const { agenda: t } = useWords();
  return (
    <TextField
      label={t.add.minutes}
      name="minutes"
      type="number"
      min={1}
      max={240}
      defaultValue={typed("minutes") ?? usual}
      error={problem("minutes")}
      short
    />
  );
}

/** Who leads the case: a colleague, or the one who stands there already though they have left. */
export function LeadField({ standing, form: { problem, typed } }: { standing: string | null; form: Form }) {
  const { agenda: t } = useWords();
  const { people } = useAgenda();
  return (
    <SelectField
      label={t.add.lead}
      name="leadWorkerId"
      defaultValue={typed("leadWorkerId") ?? standing ?? ""}
      error={problem("leadWorkerId")}
    >
      <option value="">{t.add.noLead}</option>
      <StaffOptions staff={people.staff.filter(({ active, id }) => active || id === standing)} />
    </SelectField>
  );
}
