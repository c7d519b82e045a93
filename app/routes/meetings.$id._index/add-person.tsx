import { useNavigate } from "@remix-run/react";
import type { Chosen } from "#domain/agenda/young-people.server.ts";
import { monthsUntil, turns } from "#domain/days.ts";
import { hasStopped } from "#domain/staff/rules.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { TextArea } from "#ui/fields.tsx";
import { listed } from "#words/lists.ts";
import { useWords } from "#words/words.ts";
import { LeadField, MinutesField } from "./item-fields.tsx";
import { useAgenda, useNaming } from "./model.ts";

const USUAL_MINUTES = 20;
const SOON = 12;

/** The question and the minutes; what the case knows stands there already. */
export function AddPerson({ young }: { young: Chosen }) {
  const { agenda: t, network, people } = useWords();
  const { language } = useFrame();
  const { meetingId, today } = useAgenda();
  const { nameOf, staff } = useNaming();
  const navigate = useNavigate();
  // On to the next one, with the focus in the field that finds them.
  const back = `/meetings/${meetingId}?add=person`;
  const months = monthsUntil(turns(young.bornOn, 18), today);
  const soon = months >= 0 && months < SOON ? t.add.turns18(months) : "";
  return (
    <CommandForm
      intent="add-item"
      fields={{ meetingId, kind: "person", youngPersonId: young.id }}
      label={t.add.person}
      onDone={() => navigate(back, { preventScrollReset: true })}
    >
      {(form) => (
        <>
          <input type="hidden" name="back" value={back} />
          <p>
            <strong>{young.name}</strong> {soon && <span className="meta">{soon}</span>}{" "}
            <LinkButton to="?add=person" variant="text" dense preventScrollReset>
              {t.add.other}
            </LinkButton>
          </p>
          {form.problem("youngPersonId") && <p className="form-error-message">{form.problem("youngPersonId")}</p>}
          <TextArea
            label={t.add.question}
            name="question"
            hint={t.add.example}
            rows={2}
            defaultValue={form.typed("question")}
            error={form.problem("question")}
            required
            autoFocus
          />
          <div className="field-line">
            <MinutesField usual={USUAL_MINUTES} form={form} />
            <LeadField standing={young.leadWorkerId} form={form} />
          </div>
          {young.contactPersonId && (
            <p className="meta">
              {hasStopped(staff(young.contactPersonId))
                ? people.stopped(nameOf(young.contactPersonId))
                : t.add.contact(nameOf(young.contactPersonId))}
            </p>
          )}
          {young.unwanted.length > 0 && (
            <p className="not-wanted">{network.unwantedHere(listed(young.unwanted, language))}</p>
          )}
          <p className="meta">{t.add.invited(young.invited.map(nameOf).join(", "))}</p>
          <Button disabled={form.busy}>{t.add.submit}</Button>
        </>
      )}
    </CommandForm>
  );
}
