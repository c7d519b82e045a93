import { useNavigate } from "@remix-run/react";
import { clockOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { LeadField, MinutesField } from "./item-fields.tsx";
import { type Place, useAgenda, useNaming } from "./model.ts";

/** A row that is written in, in its place: question, minutes, fixed time, lead worker. */
export function EditRow({ place }: { place: Place }) {
  const { agenda: t, frame } = useWords();
  const { meetingId } = useAgenda();
  const { about, placeName } = useNaming();
  const navigate = useNavigate();
  const back = `/meetings/${meetingId}`;
  const { card, itemKind, fixedAt } = place;
  const person = itemKind === "person";
  const asks = person || itemKind === "unnamed";
  return (
    <CommandForm
      intent="change-item"
      fields={{ itemId: place.id, version: place.version }}
      className="place-edit"
      label={`${placeName(place)}, ${about(place)}`}
      onDone={() => navigate(back, { preventScrollReset: true })}
    >
      {(form) => (
        <>
          <input type="hidden" name="back" value={back} />
          {asks && <p className="lead">{about(place)}</p>}
          <TextField
            label={asks ? t.add.question : t.add.title}
            name="question"
            defaultValue={form.typed("question") ?? (asks ? card?.question : (place.title ?? ""))}
            error={form.problem("question")}
            required
            autoFocus
          />
          <div className="field-line">
            <MinutesField usual={place.minutes} form={form} />
            <TextField
              label={t.add.fixed}
              name="fixedClock"
              hint={t.add.fixedHint}
              defaultValue={form.typed("fixedClock") ?? (fixedAt ? clockOf(fixedAt) : "")}
              error={form.problem("fixedClock")}
              autoComplete="off"
              short
            />
            {person && <LeadField standing={card?.leadWorkerId ?? null} form={form} />}
          </div>
          <div className="button-line">
            <Button disabled={form.busy}>{frame.save}</Button>
            <LinkButton to={back} variant="text" preventScrollReset>
              {frame.cancel}
            </LinkButton>
          </div>
        </>
      )}
    </CommandForm>
  );
}
