import type { Outreach } from "#domain/outreach/queries.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { LeadFields } from "#frame/lead-fields.tsx";
import { CodeField } from "#frame/row-forms.tsx";
import { Button } from "#ui/button.tsx";
import { DayField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

/** The six facts of somebody who is to be looked for, and no field more. */
export function AddLead({ outreach: { sources, statuses, places } }: { outreach: Outreach }) {
  const { outreach: t } = useWords();
  return (
    <div className="screen-only outreach-add">
      <AskFor intent="add-lead" fields={{}} label={t.add} variant="primary">
        <CommandForm intent="add-lead" className="page-form">
          {(form) => (
            <>
              <div className="field-line">
                <TextField
                  label={t.firstName}
                  name="firstName"
                  defaultValue={form.typed("firstName")}
                  error={form.problem("firstName")}
                  autoComplete="off"
                  required
                />
                <TextField
                  label={t.lastName}
                  name="lastName"
                  defaultValue={form.typed("lastName")}
                  error={form.problem("lastName")}
                  autoComplete="off"
                  required
                />
              </div>
              <div className="field-line">
                <DayField
                  label={t.bornOn}
                  hint={t.bornHint}
                  name="bornOn"
                  defaultValue={form.typed("bornOn")}
                  error={form.problem("bornOn")}
                />
                <TextField
                  label={t.cpr}
                  name="cpr"
                  defaultValue={form.typed("cpr")}
                  error={form.problem("cpr")}
                  autoComplete="off"
                />
              </div>
              <LeadFields form={form} statuses={statuses} places={places} />
              <div className="field-line">
                <CodeField form={form} name="source" stands="" label={t.source} codes={sources} />
                <DayField
                  label={t.alertOn}
                  name="receivedOn"
                  defaultValue={form.typed("receivedOn")}
                  error={form.problem("receivedOn")}
                />
              </div>
              <Button disabled={form.busy}>{t.save}</Button>
            </>
          )}
        </CommandForm>
      </AskFor>
    </div>
  );
}
