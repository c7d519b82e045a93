import { DayField, TextField } from "#ui/fields.tsx";
import type { FormState } from "./command-form.tsx";

type Props = {
  form: FormState;
  /** What the fields are called. */
  t: Record<"firstName" | "lastName" | "bornOn" | "cpr", string>;
  /** What stands there before anything is typed. */
  named?: { firstName: string; lastName: string };
  bornHint: string;
  bornRequired?: boolean;
  cprHint?: string;
};

/** Who somebody new is: names, birth, number. */
export function WhoFields({ form: { problem, typed }, t, named, bornHint, bornRequired = false, cprHint }: Props) {
  return (
    <>
      <div className="field-line">
        {(["firstName", "lastName"] as const).map((name) => (
          <TextField
            key={name}
            label={t[name]}
            name={name}
            defaultValue={typed(name) ?? named?.[name]}
            error={problem(name)}
            autoComplete="off"
            required
          />
        ))}
      </div>
      <div className="field-line">
        <DayField
          label={t.bornOn}
          hint={bornHint}
          name="bornOn"
          defaultValue={typed("bornOn")}
          error={problem("bornOn")}
          required={bornRequired}
        />
        <TextField
          label={t.cpr}
          hint={cprHint}
          name="cpr"
          defaultValue={typed("cpr")}
          error={problem("cpr")}
          autoComplete="off"
        />
      </div>
    </>
  );
}
