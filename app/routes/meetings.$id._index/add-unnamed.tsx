import { useNavigate } from "@remix-run/react";
import { CommandForm } from "#frame/command-form.tsx";
import { StaffOptions } from "#frame/meeting-fields.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { SelectField, TextArea } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { MinutesField } from "./item-fields.tsx";
import { useAgenda } from "./model.ts";

const USUAL_MINUTES = 15;

/** A question to the forum about somebody who is not named, and who brings it. */
export function AddUnnamed() {
  const { agenda: t, frame } = useWords();
  const { meetingId, people, me } = useAgenda();
  const navigate = useNavigate();
  const back = `/meetings/${meetingId}`;
  return (
    <CommandForm
      intent="add-item"
      fields={{ meetingId, kind: "unnamed" }}
      label={t.add.unnamed}
      onDone={() => navigate(back, { preventScrollReset: true })}
    >
      {(form) => (
        <>
          <input type="hidden" name="back" value={back} />
          <TextArea
            label={t.add.question}
            name="question"
            hint={t.add.unnamedHint}
            rows={2}
            defaultValue={form.typed("question")}
            error={form.problem("question")}
            required
            autoFocus
          />
          <div className="field-line">
            <MinutesField usual={USUAL_MINUTES} form={form} />
            <SelectField
              label={t.add.asker}
              name="askerId"
              defaultValue={form.typed("askerId") ?? me}
              error={form.problem("askerId")}
            >
              <StaffOptions staff={people.staff.filter(({ active }) => active)} />
            </SelectField>
            <Button disabled={form.busy}>{t.add.submit}</Button>
            <LinkButton to={back} variant="text" preventScrollReset>
              {frame.cancel}
            </LinkButton>
          </div>
        </>
      )}
    </CommandForm>
  );
}
