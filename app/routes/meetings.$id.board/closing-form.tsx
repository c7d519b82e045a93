import { useState } from "react";
import { type NextKind, nextKinds } from "#db/vocabulary.ts";
import { dayOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Choice } from "#ui/choice.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { DayInput } from "./day-input.tsx";
import { useItem } from "./item-context.ts";
import { useBoard } from "./model.ts";
import { SaveOrClose } from "./save-or-close.tsx";
import { useDays } from "./use-days.ts";

export type ClosingPart = "informs" | "next" | "agreement";

/** One part of what is to be written; the others go with it as they stand. */
export function ClosingForm({ part, onClose }: { part: ClosingPart; onClose: () => void }) {
  const { board: t } = useWords();
  const { closing, item, seats } = useItem();
  const { people, nextMeeting } = useBoard();
  const days = useDays();
  const [next, setNext] = useState<NextKind | "">(closing?.nextKind ?? (nextMeeting ? "meeting" : "outside"));
  // Nobody is told by who has stopped.
  const around = people.staff.filter(
    ({ id, active, there }) =>
      (there && (id === item.contactPersonId || id === item.leadWorkerId)) ||
      (active && seats.some(({ staffId }) => staffId === id)),
  );
  const standing = {
    itemId: item.id,
    version: closing?.version,
    ...(part === "informs" ? {} : { informStaffId: closing?.informStaffId, informOn: closing?.informOn }),
    ...(part === "next"
      ? {}
      : { nextKind: closing?.nextKind, nextMeetingId: closing?.nextMeetingId, nextOn: closing?.nextOn }),
    ...(part === "agreement" ? {} : { noAgreementReason: closing?.noAgreementReason }),
  };
  const words: Record<NextKind, string> = {
    meeting: nextMeeting ? t.before.nextMeeting(days.short(dayOf(nextMeeting.startsAt))) : t.before.nextMeetingNone,
    outside: t.before.nextOutside,
    over: t.before.nextOver,
  };
  return (
    <CommandForm intent="set-closing" fields={standing} onDone={onClose} className="closing-form">
      {({ problem }) => (
        <>
          {part === "informs" && (
            <div className="field-line">
              <SelectField
                label={t.before.informWho}
                name="informStaffId"
                defaultValue={closing?.informStaffId ?? item.contactPersonId ?? ""}
                error={problem("informStaffId")}
              >
                {around.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </SelectField>
              <DayInput
                name="informOn"
                label={t.before.informWhen}
                day={closing?.informOn}
                error={problem("informOn")}
              />
            </div>
          )}
          {part === "next" && (
            <fieldset className="choice-line">
              <legend className="form-label">{t.before.next}</legend>
              {nextKinds.map((kind) => (
                <Choice
                  key={kind}
                  type="radio"
                  name="nextKind"
                  value={kind}
                  label={words[kind]}
                  checked={next === kind}
                  disabled={kind === "meeting" && !nextMeeting}
                  onChange={() => setNext(kind)}
                />
              ))}
              {next === "outside" && (
                <DayInput name="nextOn" label={t.before.informWhen} day={closing?.nextOn} error={problem("nextOn")} />
              )}
            </fieldset>
          )}
          {part === "agreement" && (
            <TextField
              label={t.before.noAgreement}
              name="noAgreementReason"
              defaultValue={closing?.noAgreementReason ?? ""}
              error={problem("noAgreementReason")}
              autoFocus
            />
          )}
          <SaveOrClose save={t.before.save} onClose={onClose} />
        </>
      )}
    </CommandForm>
  );
}
