import { useNavigate } from "@remix-run/react";
import type { Provider } from "#domain/stu/queries.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { DayField, SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useLabels, usePerson } from "./model.ts";

/** The team proposes a young person for STU, or takes over a course that another municipality began. */
export function BeginStu({ places }: { places: Provider[] }) {
  const { stuCourse: t } = useWords();
  const { id: youngPersonId, today } = usePerson();
  const { days } = useLabels();
  const navigate = useNavigate();
  const fields = { youngPersonId };
  const toCourse = ({ id }: { id: string }) => navigate(`/stu/${id}`);
  return (
    <div className="button-line screen-only">
      <AskFor intent="refer-course" fields={fields} label={t.refer} variant="text" dense>
        {() => (
          <CommandForm<{ id: string }> intent="refer-course" fields={fields} onDone={toCourse} className="page-form">
            {({ problem, typed, busy }) => (
              <>
                <DayField
                  label={t.referredOn}
                  name="referredOn"
                  defaultValue={typed("referredOn") ?? days.full(today)}
                  error={problem("referredOn") ?? problem("youngPersonId")}
                  short
                />
                <Button disabled={busy}>{t.referYes}</Button>
              </>
            )}
          </CommandForm>
        )}
      </AskFor>
      <AskFor intent="take-over-course" fields={fields} label={t.takeOver} variant="text" dense>
        {() => (
          <CommandForm<{ id: string }>
            intent="take-over-course"
            fields={fields}
            onDone={toCourse}
            className="page-form"
          >
            {({ problem, typed, busy }) => (
              <>
                <TextField
                  label={t.fromWhere}
                  name="fromMunicipality"
                  autoComplete="off"
                  defaultValue={typed("fromMunicipality")}
                  error={problem("fromMunicipality") ?? problem("youngPersonId")}
                  required
                />
                <SelectField
                  label={t.place}
                  name="providerId"
                  defaultValue={typed("providerId") ?? ""}
                  error={problem("providerId")}
                  required
                >
                  <option value="">{t.choose}</option>
                  {places.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </SelectField>
                <div className="field-line">
                  <DayField
                    label={t.decidedOn}
                    name="decidedOn"
                    defaultValue={typed("decidedOn")}
                    error={problem("decidedOn")}
                    required
                    short
                  />
                  <DayField
                    label={t.startOn}
                    name="startOn"
                    defaultValue={typed("startOn")}
                    error={problem("startOn")}
                    required
                    short
                  />
                  <DayField
                    label={t.baseEndOn}
                    name="baseEndOn"
                    defaultValue={typed("baseEndOn")}
                    error={problem("baseEndOn")}
                    short
                  />
                </div>
                <p className="meta">{t.baseEndHint}</p>
                <Button disabled={busy}>{t.takeOverYes}</Button>
              </>
            )}
          </CommandForm>
        )}
      </AskFor>
    </div>
  );
}
