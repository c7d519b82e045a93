import { useNavigate } from "@remix-run/react";
import { clockOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { StaffOptions } from "#frame/meeting-fields.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { type Place, useAgenda, useNaming } from "./model.ts";

/** A row that is written in, in its place: question, minutes, fixed time, lead worker. */
export function EditRow({ place }: { place: Place }) {
  const { agenda: t, frame } = useWords();
  const { meetingId, people } = useAgenda();
  const { about, placeName } = useNaming();
  const navigate = useNavigate();
  const back = `/meetings/${meetingId}`;
  const { card, itemKind, fixedAt } = place;
  const person = itemKind === "person";
  return (
    <CommandForm
      intent="change-item"
      fields={{ itemId: place.id, version: place.version }}
      className="place-edit"
      label={`${placeName(place)}, ${about(place)}`}
      onDone={() => navigate(back, { preventScrollReset: true })}
    >
      {({ problem, typed, busy }) => (
        <>
          <input type="hidden" name="back" value={back} />
          {person && <p className="lead">{about(place)}</p>}
          <TextField
            label={person ? t.add.question : t.add.title}
            name="question"
            maxLength={200}
            defaultValue={typed("question") ?? (person ? card?.question : (place.title ?? ""))}
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
              defaultValue={typed("minutes") ?? place.minutes}
              error={problem("minutes")}
              short
            />
            <TextField
              label={t.add.fixed}
              name="fixedClock"
              hint={t.add.fixedHint}
              defaultValue={typed("fixedClock") ?? (fixedAt ? clockOf(fixedAt) : "")}
              error={problem("fixedClock")}
              autoComplete="off"
              short
            />
            {person && (
              <SelectField
                label={t.add.lead}
                name="leadWorkerId"
                defaultValue={typed("leadWorkerId") ?? card?.leadWorkerId ?? ""}
                error={problem("leadWorkerId")}
              >
                <option value="">{t.add.noLead}</option>
                <StaffOptions staff={people.staff.filter(({ active, id }) => active || id === card?.leadWorkerId)} />
              </SelectField>
            )}
          </div>
          <div className="button-line">
            <Button disabled={busy}>{frame.save}</Button>
            <LinkButton to={back} variant="text" preventScrollReset>
              {frame.cancel}
            </LinkButton>
          </div>
        </>
      )}
    </CommandForm>
  );
}
