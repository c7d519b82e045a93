import { useNavigate } from "@remix-run/react";
import { leadYesWays } from "#db/vocabulary.ts";
import type { OutreachLead } from "#domain/outreach/queries.server.ts";
import { canBecome, isOpen } from "#domain/outreach/rules.ts";
import type { LeadRow } from "#domain/outreach/shown.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { LeadFields } from "#frame/lead-fields.tsx";
import { Button } from "#ui/button.tsx";
import { DayField, SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

type Props = { shown: OutreachLead; lead: LeadRow };

/** Who looks for them. */
export function Give({ shown: { workers }, lead: { id, version, assignedToId, standing } }: Props) {
  const { outreach: t } = useWords();
  if (!isOpen(standing)) return null;
  return (
    <AskFor intent="give-lead" fields={{ id, version }} label={t.who} group="lead">
      {(close) => (
        <CommandForm intent="give-lead" fields={{ id, version }} onDone={close} className="page-form">
          {({ busy, problem }) => (
            <>
              <SelectField label={t.who} name="staffId" defaultValue={assignedToId ?? ""} error={problem("staffId")}>
                <option value="">{t.nobody}</option>
                {workers
                  .filter(({ works }) => works)
                  .map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.name}
                    </option>
                  ))}
              </SelectField>
              <Button disabled={busy}>{t.give}</Button>
            </>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}

/** The facts, corrected. */
export function Change({ shown: { statuses, places }, lead }: Props) {
  const { outreach: t } = useWords();
  const { id, version, standing } = lead;
  if (!isOpen(standing)) return null;
  return (
    <AskFor intent="change-lead" fields={{ id, version }} label={t.change} group="lead">
      {(close) => (
        <CommandForm intent="change-lead" fields={{ id, version }} holdsVersion onDone={close} className="page-form">
          {(form) => (
            <>
              <LeadFields form={form} statuses={statuses} places={places} now={lead} />
              <Button disabled={form.busy}>{t.save}</Button>
            </>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}

export type MadeCase = { youngPersonId: string };

/** A case: by the young person's own yes, or by a basis. */
export function ToCase({ shown: { bases }, lead: { id, version, standing, caseOf } }: Props) {
  const { outreach: t } = useWords();
  const { language, roles } = useFrame();
  const navigate = useNavigate();
  if (!canBecome(standing, "case") || caseOf) return null;
  const mayHaveSaidYes = standing === "met" || standing === "wants_help";
  return (
    <AskFor intent="lead-to-case" fields={{ id, version }} label={t.toCase} group="lead">
      <CommandForm<MadeCase>
        intent="lead-to-case"
        fields={{ id, version }}
        onDone={({ youngPersonId }) => navigate(`/people/${youngPersonId}`)}
        className="page-form"
      >
        {({ busy, problem, typed }) => (
          <>
            <p>{roles.includes("coordinator") ? t.toCaseHintCoordinator : t.toCaseHint}</p>
            {mayHaveSaidYes && (
              <div className="field-line">
                <SelectField label={t.yes} name="yesHow" defaultValue={typed("yesHow") ?? ""} error={problem("yesHow")}>
                  <option value="">{t.noYes}</option>
                  {leadYesWays.map((way) => (
                    <option key={way} value={way}>
                      {t.ways[way]}
                    </option>
                  ))}
                </SelectField>
                <DayField
                  label={t.yesOn}
                  hint={t.places.onHint}
                  name="yesOn"
                  defaultValue={typed("yesOn")}
                  error={problem("yesOn")}
                />
              </div>
            )}
            <SelectField
              label={t.basis}
              name="legalBasisId"
              defaultValue={typed("legalBasisId") ?? ""}
              error={problem("legalBasisId") ?? (mayHaveSaidYes ? undefined : problem("yesHow"))}
            >
              <option value="">{t.noBasis}</option>
              {bases.map((basis) => (
                <option key={basis.id} value={basis.id}>
                  {basis.label[language]}
                </option>
              ))}
            </SelectField>
            <Button disabled={busy}>{t.begin}</Button>
          </>
        )}
      </CommandForm>
    </AskFor>
  );
}
