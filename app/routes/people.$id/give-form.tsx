import { assignmentKinds } from "#db/vocabulary.ts";
import type { PeopleAround } from "#domain/people/around.server.ts";
import { CommandForm, useRefused } from "#frame/command-form.tsx";
import { StaffOptions } from "#frame/meeting-fields.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { DayField, SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

/** Gives somebody a place with the young person: a role, a colleague and a day. */
export function GiveForm({ person: { id, colleagues } }: { person: PeopleAround }) {
  const { people: t } = useWords();
  return (
    <details className="add-part screen-only" open={useRefused("assign", { youngPersonId: id }) || undefined}>
      <summary>{t.give}</summary>
      <CommandForm intent="assign" fields={{ youngPersonId: id }} className="page-form" reset>
        {({ problem, typed, busy }) => (
          <>
            <div className="field-line">
              <SelectField label={t.role} name="kind" defaultValue={typed("kind")} error={problem("kind")}>
                {assignmentKinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t.kinds[kind]}
                  </option>
                ))}
              </SelectField>
              <SelectField
                label={t.colleague}
                name="staffId"
                defaultValue={typed("staffId") ?? ""}
                error={problem("staffId")}
              >
                <option value="">{t.chooseColleague}</option>
                <StaffOptions staff={colleagues} />
              </SelectField>
              <DayField
                label={t.from}
                hint={t.fromHint}
                name="fromOn"
                defaultValue={typed("fromOn")}
                error={problem("fromOn")}
                short
              />
            </div>
            <Choice name="primary" value="yes" label={t.primary} defaultChecked={typed("primary") === "yes"} />
            <p className="form-hint">{t.oneOfEach}</p>
            <Button variant="primary" disabled={busy}>
              {t.giveYes}
            </Button>
          </>
        )}
      </CommandForm>
    </details>
  );
}
