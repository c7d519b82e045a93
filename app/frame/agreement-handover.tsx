import type { OwnAction } from "#domain/actions/shown.server.ts";
import type { Names } from "#domain/actions/shown-person.server.ts";
import type { AskedOver, ToTakeOver } from "#domain/actions/take-over.server.ts";
import { Button } from "#ui/button.tsx";
import { SelectField, TextArea } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { AgreementList } from "./agreement-list.tsx";
import { AskFor } from "./ask-for.tsx";
import { CommandForm } from "./command-form.tsx";
import { useFrame } from "./frame.ts";

/** `Giv videre`: another department, or somebody in it, is asked to take the agreement over. */
export function HandOver({ row: { id, version } }: { row: OwnAction }) {
  const { actions: t, board } = useWords();
  const { people } = useFrame();
  if (!people) return null;
  return (
    <AskFor intent="hand-over" fields={{ id }} label={t.handOver} variant="text" dense group={id}>
      {(close) => (
        <CommandForm intent="hand-over" fields={{ id, version }} onDone={close}>
          {({ problem, typed, busy }) => (
            <>
              <p className="meta">{t.handHint}</p>
              <SelectField
                label={t.handTo}
                name="departmentId"
                defaultValue={typed("departmentId") ?? ""}
                error={problem("departmentId")}
              >
                <option value="">{board.agreements.chooseDepartment}</option>
                {people.departments
                  .filter(({ active }) => active)
                  .map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
              </SelectField>
              <SelectField
                label={t.handToPerson}
                name="staffId"
                defaultValue={typed("staffId") ?? ""}
                error={problem("staffId")}
              >
                <option value="">{t.anyone}</option>
                {people.staff
                  .filter(({ active }) => active)
                  .map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
              </SelectField>
              <TextArea
                label={t.handWhy}
                name="reason"
                rows={2}
                defaultValue={typed("reason")}
                error={problem("reason")}
              />
              <Button dense disabled={busy}>
                {t.handAsk}
              </Button>
            </>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}

/** Whether somebody is asked to take it over, or what they said. */
export function HandoverWord({ of }: { of: AskedOver | undefined }) {
  const { actions: t } = useWords();
  const { people } = useFrame();
  if (!of || of.accepted) return null;
  const who =
    people?.staff.find(({ id }) => id === of.staffId)?.name ??
    people?.departments.find(({ id }) => id === of.departmentId)?.name ??
    "";
  if (of.accepted === null) return <p className="meta">{t.handAsked(who)}</p>;
  return of.declineReason ? <p className="meta">{t.handDeclined(who, of.declineReason)}</p> : null;
}

/** The answer of whoever is asked. */
function TakeOver({ row: { id, handover } }: { row: ToTakeOver }) {
  const { actions: t } = useWords();
  const fields = { id: handover.id, version: handover.version };
  return (
    <>
      <p className="meta">{t.takeOverWhy(handover.reason)}</p>
      <div className="button-line agreement-buttons">
        <CommandForm intent="accept-handover" fields={fields}>
          <Button dense>{t.takeOverYes}</Button>
        </CommandForm>
        <AskFor intent="decline-handover" fields={{ id: handover.id }} label={t.decline} dense group={`over-${id}`}>
          <CommandForm intent="decline-handover" fields={fields}>
            {({ problem, typed }) => (
              <>
                <TextArea
                  label={t.declineReason}
                  name="reason"
                  rows={2}
                  defaultValue={typed("reason")}
                  error={problem("reason")}
                />
                <Button dense>{t.decline}</Button>
              </>
            )}
          </CommandForm>
        </AskFor>
      </div>
    </>
  );
}

type Props = { rows: ToTakeOver[]; names: Names; today: string; label: string };

/** What others ask the reader to take over, with why. */
export function TakeOvers({ rows, ...of }: Props) {
  const asks = new Map(rows.map((row) => [row.id, row]));
  return (
    <AgreementList {...of} rows={rows}>
      {({ id }) => {
        const row = asks.get(id);
        return row && <TakeOver row={row} />;
      }}
    </AgreementList>
  );
}
