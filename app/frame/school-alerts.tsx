import type { AlertsOf } from "#domain/outreach/alerts.server.ts";
import { Button } from "#ui/button.tsx";
import { DayField, SelectField } from "#ui/fields.tsx";
import { AskFor } from "./ask-for.tsx";
import { CommandForm } from "./command-form.tsx";
import type { useOutreachWords } from "./outreach-words.ts";
import { CodeField } from "./row-forms.tsx";
import { SchoolAlert } from "./school-alert.tsx";

type Props = {
  about: { leadId: string } | { youngPersonId: string };
  shown: Pick<AlertsOf, "alerts" | "kinds" | "reactions" | "places">;
  words: ReturnType<typeof useOutreachWords>;
  mayReact?: boolean;
};

/** What schools have told of one young person, and a new telling. */
export function SchoolAlerts({ about, shown: { alerts, kinds, reactions, places }, words, mayReact = true }: Props) {
  const { t } = words;
  return (
    <section className="page-part" aria-labelledby="alerts">
      <h2 id="alerts">{t.alerts(alerts.length)}</h2>
      {alerts.length > 0 && (
        <ul className="rows rows-fall">
          {alerts.map((alert) => (
            <SchoolAlert
              key={alert.id}
              alert={alert}
              words={words}
              reactions={reactions}
              named={false}
              mayReact={mayReact}
            />
          ))}
        </ul>
      )}
      {mayReact && (
        <AskFor intent="write-dropout-alert" fields={about} label={t.alert} variant="text">
          {(close) => (
            <CommandForm intent="write-dropout-alert" fields={about} onDone={close} reset className="page-form">
              {(form) => (
                <>
                  <div className="field-line">
                    <CodeField form={form} name="kind" stands="" label={t.alertKind} codes={kinds} />
                    <SelectField
                      label={t.school}
                      name="placeId"
                      defaultValue={form.typed("placeId") ?? ""}
                      error={form.problem("placeId")}
                    >
                      <option value="">{t.notSaid}</option>
                      {places
                        .filter(({ kind, open }) => open && kind === "school")
                        .map(({ id, name }) => (
                          <option key={id} value={id}>
                            {name}
                          </option>
                        ))}
                    </SelectField>
                    <DayField
                      label={t.alertOn}
                      name="receivedOn"
                      defaultValue={form.typed("receivedOn")}
                      error={form.problem("receivedOn")}
                    />
                  </div>
                  <Button disabled={form.busy}>{t.writeAlert}</Button>
                </>
              )}
            </CommandForm>
          )}
        </AskFor>
      )}
    </section>
  );
}
