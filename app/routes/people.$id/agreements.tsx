import { Link } from "@remix-run/react";
import type { PlanAction } from "#domain/plan/plan-of.server.ts";
import { AgreementDecision } from "#frame/agreement-decision.tsx";
import { AgreementList } from "#frame/agreement-list.tsx";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { usePerson } from "./model.ts";

/** So many stand open; the others are folded. */
const AT_ONCE = 10;

/** What is promised and not done yet; what the young person does stands apart, and is never late. */
export function OpenAgreements() {
  const { plan: t } = useWords();
  const { id, agreements, name } = usePerson();
  const { rows, more } = agreements;
  const own = rows.filter(({ byYoungPerson }) => byYoungPerson);
  const promised = rows.filter(({ byYoungPerson }) => !byYoungPerson);
  return (
    <section aria-labelledby="agreements">
      <h2 className="region-label" id="agreements">
        {t.parts.agreements}
      </h2>
      {rows.length === 0 && <p className="meta">{t.noAgreements}</p>}
      {promised.length > 0 && <Folded rows={promised} label={t.parts.agreements} />}
      {own.length > 0 && (
        <>
          <h3 className="region-label">{t.withYoungPerson(name.split(" ")[0] ?? name)}</h3>
          <Folded rows={own} label={t.withYoungPerson(name)} />
        </>
      )}
      {more && (
        <p className="screen-only">
          <Link to={`/people/${id}?agreements=all#agreements`} preventScrollReset>
            {t.allAgreements}
          </Link>
        </p>
      )}
    </section>
  );
}

function Folded({ rows, label }: { rows: PlanAction[]; label: string }) {
  const { plan: t } = useWords();
  const { agreements, today } = usePerson();
  const list = (some: PlanAction[]) => (
    <AgreementList rows={some} names={agreements.names} today={today} label={label} ofOne>
      {(row) => {
        const one = some.find(({ id }) => id === row.id);
        return one && <Under row={one} />;
      }}
    </AgreementList>
  );
  const others = rows.slice(AT_ONCE);
  return (
    <>
      {list(rows.slice(0, AT_ONCE))}
      {others.length > 0 && (
        <details className="add-part">
          <summary>{t.moreAgreements(others.length)}</summary>
          {list(others)}
        </details>
      )}
    </>
  );
}

function Under({ row }: { row: PlanAction }) {
  const { plan: t } = useWords();
  const { goals, mayWrite } = usePerson();
  const served = goals.find((goal) => goal.id === row.goalId);
  const chooses = mayWrite && goals.length > 0;
  return (
    <>
      {served && (
        <p className="meta">
          {t.servesGoal}: {served.text}
        </p>
      )}
      {(chooses || row.mayFollow) && (
        <div className="button-line agreement-buttons">
          {chooses && <GoalChoice row={row} />}
          {row.mayFollow && <AgreementDecision row={row} name={row.text} />}
        </div>
      )}
    </>
  );
}

/** Which goal it serves: said by those who write in the plan. */
function GoalChoice({ row: { id, version, text, goalId } }: { row: PlanAction }) {
  const { plan: t } = useWords();
  const { goals } = usePerson();
  return (
    <AskFor
      intent="set-action-goal"
      fields={{ id }}
      label={t.servesGoal}
      name={`${t.servesGoal}: ${text}`}
      variant="text"
      dense
      group={id}
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
  );
}
