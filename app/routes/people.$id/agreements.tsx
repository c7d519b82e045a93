import type { OwnAction } from "#domain/actions/queries.server.ts";
import { AgreementList } from "#frame/agreement-list.tsx";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { usePerson } from "./model.ts";

/** What is promised and not done yet; what the young person does stands apart, and is never late. */
export function OpenAgreements() {
  const { plan: t } = useWords();
  const { agreements, name, today } = usePerson();
  const { rows, names } = agreements;
  const own = rows.filter(({ byYoungPerson }) => byYoungPerson);
  const promised = rows.filter(({ byYoungPerson }) => !byYoungPerson);
  return (
    <section aria-labelledby="agreements">
      <h2 className="region-label" id="agreements">
        {t.parts.agreements}
      </h2>
      {rows.length === 0 && <p className="meta">{t.noAgreements}</p>}
      {promised.length > 0 && (
        <AgreementList rows={promised} names={names} today={today} label={t.parts.agreements} ofOne>
          {(row) => <ServesGoal row={row} />}
        </AgreementList>
      )}
      {own.length > 0 && (
        <>
          <h3 className="region-label">{t.withYoungPerson(name.split(" ")[0] ?? name)}</h3>
          <AgreementList rows={own} names={names} today={today} label={t.withYoungPerson(name)} ofOne>
            {(row) => <ServesGoal row={row} />}
          </AgreementList>
        </>
      )}
    </section>
  );
}

/** Which goal it serves: said by those who write in the plan. */
function ServesGoal({ row: { id, version, text, goalId } }: { row: OwnAction }) {
  const { plan: t } = useWords();
  const { goals, mayWrite } = usePerson();
  const served = goals.find((goal) => goal.id === goalId);
  if (goals.length === 0) return null;
  return (
    <>
      {served && (
        <p className="meta">
          {t.servesGoal}: {served.text}
        </p>
      )}
      {mayWrite && (
        <AskFor
          intent="set-action-goal"
          fields={{ id }}
          label={t.servesGoal}
          name={`${t.servesGoal}: ${text}`}
          variant="text"
          dense
        >
          {(close) => (
            <CommandForm intent="set-action-goal" fields={{ id, version }} onDone={close} className="field-line">
              {({ problem, busy }) => (
                <>
                  <SelectField label={t.goal} name="goalId" defaultValue={goalId ?? ""} error={problem("goalId")}>
                    <option value="">{t.noArea}</option>
                    {goals.map((goal) => (
                      <option key={goal.id} value={goal.id}>
                        {goal.text}
                      </option>
                    ))}
                  </SelectField>
                  <Button disabled={busy}>{t.saveState}</Button>
                </>
              )}
            </CommandForm>
          )}
        </AskFor>
      )}
    </>
  );
}
