import { Link } from "@remix-run/react";
import type { Outreach } from "#domain/outreach/queries.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { LeadFields } from "#frame/lead-fields.tsx";
import { CodeField } from "#frame/row-forms.tsx";
import { WhoFields } from "#frame/who-fields.tsx";
import { Button } from "#ui/button.tsx";
import { DayField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

/** The six facts of somebody who is to be looked for, and no field more. */
export function AddLead({ outreach: { sources, statuses, places } }: { outreach: Outreach }) {
  const { outreach: t } = useWords();
  return (
    <div className="outreach-add">
      <AskFor intent="add-lead" fields={{}} label={t.add} variant="primary">
        <CommandForm intent="add-lead" className="page-form">
          {(form) => (
            <>
              <WhoFields form={form} t={t} bornHint={t.bornHint} />
              {form.found && (
                <p>
                  <Link to={`/outreach/${form.found}`}>{t.toStanding}</Link>
                </p>
              )}
              {form.foundCase && (
                <p>
                  <Link to={`/people/${form.foundCase}`}>{t.openCase}</Link>
                </p>
              )}
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
