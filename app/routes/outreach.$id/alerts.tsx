import type { OutreachLead } from "#domain/outreach/queries.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import type { useOutreachWords } from "#frame/outreach-words.ts";
import { SchoolAlert } from "#frame/school-alert.tsx";
import { Button } from "#ui/button.tsx";
import { DayField, SelectField } from "#ui/fields.tsx";

type Props = { shown: OutreachLead; words: ReturnType<typeof useOutreachWords> };

/** What schools have told of the young person, and a new telling. */
export function Alerts({ shown: { id, alerts, kinds, reactions, places }, words }: Props) {
  const { t } = words;
  const { language } = useFrame();
  return (
    <section className="page-part" aria-labelledby="alerts">
      <h2 id="alerts">{t.alerts(alerts.length)}</h2>
      {alerts.length > 0 && (
        <ul className="rows rows-fall">
          {alerts.map((alert) => (
            <SchoolAlert key={alert.id} alert={alert} words={words} reactions={reactions} named={false} />
          ))}
        </ul>
      )}
      <AskFor intent="write-dropout-alert" fields={{ leadId: id }} label={t.alert} variant="text">
        {(close) => (
          <CommandForm intent="write-dropout-alert" fields={{ leadId: id }} onDone={close} reset className="page-form">
            {({ busy, problem, typed }) => (
              <>
                <div className="field-line">
                  <SelectField
                    label={t.alertKind}
                    name="kind"
                    defaultValue={typed("kind") ?? ""}
                    error={problem("kind")}
                    required
                  >
                    <option value="">{t.choose}</option>
                    {kinds.map(({ code, label }) => (
                      <option key={code} value={code}>
                        {label[language]}
                      </option>
                    ))}
                  </SelectField>
                  <SelectField
                    label={t.school}
                    name="placeId"
                    defaultValue={typed("placeId") ?? ""}
                    error={problem("placeId")}
                  >
                    <option value="">{t.notSaid}</option>
                    {places
                      .filter(({ kind, open }) => open && kind === "school")
                      .map(({ id: placeId, name }) => (
                        <option key={placeId} value={placeId}>
                          {name}
                        </option>
                      ))}
                  </SelectField>
                  <DayField
                    label={t.alertOn}
                    name="receivedOn"
                    defaultValue={typed("receivedOn")}
                    error={problem("receivedOn")}
                  />
                </div>
                <Button disabled={busy}>{t.writeAlert}</Button>
              </>
            )}
          </CommandForm>
        )}
      </AskFor>
    </section>
  );
}
