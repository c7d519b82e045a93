import { ActiveOptions } from "#frame/active-options.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { AskForRow, ChosenField, type ChosenProps, type RowProps } from "#frame/row-forms.tsx";
import { Button } from "#ui/button.tsx";
import { DayField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useLabels, usePerson } from "./model.ts";

/** A department of the forum; one that has closed since stays where it stands. */
export function DepartmentField(chosen: ChosenProps) {
  const { support: t } = useWords();
  const { people } = usePerson();
  return (
    <ChosenField {...chosen} none={t.notChosen}>
      <ActiveOptions of={people.departments} stands={chosen.stands ?? ""} />
    </ChosenField>
  );
}

/** The day on which something that runs ends; today unless another is said. */
export function EndRow(of: RowProps) {
  const { support: t } = useWords();
  const { today } = usePerson();
  const { days } = useLabels();
  const { id, version } = of.row;
  return (
    <AskForRow {...of} label={t.end}>
      {(close) => (
        <CommandForm intent={of.intent} fields={{ id, version }} onDone={close}>
          {({ problem, typed, busy }) => (
            <div className="field-line">
              <DayField
                label={t.endOn}
                name="toOn"
                defaultValue={typed("toOn") ?? days.full(today)}
                error={problem("toOn")}
                short
              />
              <Button disabled={busy}>{t.endYes}</Button>
            </div>
          )}
        </CommandForm>
      )}
    </AskForRow>
  );
}
