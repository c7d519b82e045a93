import type { FormState } from "#frame/command-form.tsx";
import { DayField } from "#ui/fields.tsx";

type Props = { form: FormState; name: string; label: string; stands: string; hint?: string; required?: boolean };

/** A day in a form: as it was typed before a "no", else as it stands. */
export function DayOf({ form, name, label, stands, hint, required }: Props) {
  return (
    <DayField
      label={label}
      hint={hint}
      name={name}
      defaultValue={form.typed(name) ?? stands}
      error={form.problem(name)}
      required={required}
      short
    />
  );
}
