import { useNavigate } from "@remix-run/react";
import type { Chosen } from "#domain/agenda/young-people.server.ts";
import { monthsUntil, turns } from "#domain/days.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { StaffOptions } from "#frame/meeting-fields.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useAgenda, useNaming } from "./model.ts";

const USUAL_MINUTES = 20;
const SOON = 12;

/** The question and the minutes; what the case knows stands there already. */
export function AddPerson({ young }: { young: Chosen }) {
  const { agenda: t } = useWords();
  const { meetingId, people, today } = useAgenda();
  const { nameOf } = useNaming();
  const navigate = useNavigate();
  const back = `/meetings/${meetingId}`;
  const months = monthsUntil(turns(young.bornOn, 18), today);
  const soon = months >= 0 && months < SOON ? t.add.turns18(months) : "";
  return (
    <CommandForm
      intent="add-item"
      fields={{ meetingId, kind: "person", youngPersonId: young.id }}
      label={t.add.person}
      onDone={() => navigate(back, { preventScrollReset: true })}
    >
      {({ problem, typed, busy }) => (
        <>
          <input type="hidden" name="back" value={back} />
          <p>
            <strong>{young.name}</strong> {soon && <span className="meta">{soon}</span>}{" "}
            <LinkButton to="?add=person" variant="text" dense preventScrollReset>
              {t.add.other}
            </LinkButton>
          </p>
          {problem("youngPersonId") && <p className="form-error-message">{problem("youngPersonId")}</p>}
          <TextArea
            label={t.add.question}
            name="question"
            hint={t.add.example}
            maxLength={200}
            rows={2}
            defaultValue={typed("question")}
            error={problem("question")}
            required
            autoFocus
          />
          <div className="field-line">
            <TextField
              label={t.add.minutes}
              name="minutes"
              type="number"
              min={1}
              max={240}
              defaultValue={typed("minutes") ?? USUAL_MINUTES}
              error={problem("minutes")}
              short
            />
            <SelectField
              label={t.add.lead}
              name="leadWorkerId"
              defaultValue={typed("leadWorkerId") ?? young.leadWorkerId ?? ""}
              error={problem("leadWorkerId")}
            >
              <option value="">{t.add.noLead}</option>
              <StaffOptions staff={people.staff.filter(({ active }) => active)} />
            </SelectField>
          </div>
          {young.contactPersonId && <p className="meta">{t.add.contact(nameOf(young.contactPersonId))}</p>}
          <p className="meta">{t.add.invited(young.invited.map(nameOf).join(", "))}</p>
          <Button disabled={busy}>{t.add.submit}</Button>
        </>
      )}
    </CommandForm>
  );
}
