import type { Code } from "#domain/codes/queries.server.ts";
import type { Place } from "#domain/outreach/shown.server.ts";
import { Choice } from "#ui/choice.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import type { FormState } from "./command-form.tsx";
import { useFrame } from "./frame.ts";
import { Stands } from "./stands.tsx";

type Facts = { address: string; protected: boolean; phone: string; status: string; placeId: string | null };
type Props = { form: FormState; statuses: Code[]; places: Place[]; now?: Facts };

/** The facts of somebody who is looked for that can change; the others are written once. */
export function LeadFields({ form: { problem, typed, ticked, stands }, statuses, places, now }: Props) {
  const { outreach: t } = useWords();
  const { language } = useFrame();
  const placeOf = (id: string | undefined) => places.find((one) => one.id === id)?.name;
  const meanwhile = [
    stands("protected") === "true" ? t.protected : stands("address"),
    stands("phone"),
    statuses.find(({ code }) => code === stands("status"))?.label[language],
    placeOf(stands("placeId")),
  ].filter(Boolean);
  return (
    <>
      <div className="field-line">
        <TextField
          label={t.address}
          hint={t.addressHint}
          name="address"
          defaultValue={typed("address") ?? now?.address}
          error={problem("address")}
          autoComplete="off"
        />
        <TextField
          label={t.phone}
          type="tel"
          name="phone"
          defaultValue={typed("phone") ?? now?.phone}
          error={problem("phone")}
          autoComplete="off"
        />
      </div>
      <Choice
        label={t.protected}
        name="protected"
        value="yes"
        defaultChecked={ticked("protected", "yes", now?.protected ?? false)}
      />
      <div className="field-line">
        <SelectField
          label={t.status}
          name="status"
          defaultValue={typed("status") ?? now?.status}
          error={problem("status")}
        >
          <option value="">{t.notSaid}</option>
          {statuses.map(({ code, label }) => (
            <option key={code} value={code}>
              {label[language]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t.place}
          name="placeId"
          defaultValue={typed("placeId") ?? now?.placeId ?? ""}
          error={problem("placeId")}
        >
          <option value="">{t.noneChosen}</option>
          {places
            .filter(({ id, open }) => open || id === now?.placeId)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </SelectField>
      </div>
      <Stands now={meanwhile.join(" · ")} />
    </>
  );
}
