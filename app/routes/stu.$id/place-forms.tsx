import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { DayOf } from "./day-of.tsx";
import { useCourse, useDays, useNames } from "./model.ts";

type Props = { variant?: "primary" | "outlined" | "text"; group: string };

/** One more place that the young person can choose. */
export function OfferPlace({ variant, group }: Props) {
  const { stuCourse: t } = useWords();
  const { row, standing, providers, today } = useCourse();
  const days = useDays();
  const offered = standing.offers.map(({ providerId }) => providerId);
  const left = providers.filter(({ id, closedOn }) => closedOn === null && !offered.includes(id));
  const fields = { courseId: row.id };
  return (
    <AskFor intent="offer-place" fields={fields} label={t.offer} variant={variant} group={group}>
      {(close) => (
        <CommandForm intent="offer-place" fields={fields} onDone={close} reset className="page-form">
          {(form) => (
            <>
              <div className="field-line">
                <SelectField
                  label={t.place}
                  name="providerId"
                  defaultValue={form.typed("providerId") ?? ""}
                  error={form.problem("providerId")}
                >
                  <option value="">{t.choose}</option>
                  {left.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </SelectField>
                <TextField
                  label={t.newPlace}
                  name="newPlace"
                  autoComplete="off"
                  defaultValue={form.typed("newPlace")}
                  error={form.problem("newPlace")}
                />
                <DayOf form={form} name="offeredOn" label={t.offeredOn} stands={days.full(today)} />
              </div>
              <Choice
                label={t.ownProposal}
                name="ownProposal"
                value="yes"
                defaultChecked={form.ticked("ownProposal", "yes")}
              />
              <Button disabled={form.busy}>{t.offerYes}</Button>
            </>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}

/** Which of those offered the young person chose; where one alone was offered, why. */
export function ChoosePlace({ variant, group }: Props) {
  const { stuCourse: t } = useWords();
  const { row, standing, today } = useCourse();
  const { providerOf } = useNames();
  const days = useDays();
  const { offers } = standing;
  return (
    <AskFor intent="choose-place" fields={{ id: row.id }} label={t.choosePlace} variant={variant} group={group}>
      {(close) => (
        <CommandForm
          intent="choose-place"
          fields={{ id: row.id, version: row.version }}
          onDone={close}
          holdsVersion
          className="page-form"
        >
          {(form) => (
            <>
              <div className="field-line">
                <SelectField
                  label={t.chosenPlace}
                  name="providerId"
                  defaultValue={form.typed("providerId") ?? row.providerId ?? ""}
                  error={form.problem("providerId")}
                  required
                >
                  <option value="">{t.choose}</option>
                  {offers.map(({ providerId }) => (
                    <option key={providerId} value={providerId}>
                      {providerOf(providerId)}
                    </option>
                  ))}
                </SelectField>
                <DayOf
                  form={form}
                  name="placeChosenOn"
                  label={t.placeChosenOn}
                  stands={days.full(row.placeChosenOn ?? today)}
                />
              </div>
              {offers.length === 1 && (
                <TextField
                  label={t.onlyPlaceReason}
                  hint={t.onlyPlaceHint}
                  name="onlyPlaceReason"
                  autoComplete="off"
                  defaultValue={form.typed("onlyPlaceReason") ?? row.onlyPlaceReason}
                  error={form.problem("onlyPlaceReason")}
                  required
                />
              )}
              <Button disabled={form.busy}>{t.choosePlaceYes}</Button>
            </>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}
