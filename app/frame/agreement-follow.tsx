import type { ReactNode } from "react";
import { blockedReasons } from "#db/vocabulary.ts";
import { canHandOver, isOpen, nextStates } from "#domain/actions/rules.ts";
import type { OwnAction } from "#domain/actions/shown.server.ts";
import type { AskedOver } from "#domain/actions/take-over.server.ts";
import { Button } from "#ui/button.tsx";
import { SelectField, TextArea } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { AgreementAnswers, MoveDay } from "./agreement-answers.tsx";
import { HandOver, HandoverWord } from "./agreement-handover.tsx";
import { AskFor } from "./ask-for.tsx";
import { CommandForm } from "./command-form.tsx";

type Props = { row: OwnAction; over?: AskedOver };

/** What became of it: done, under way, not done and then what, stuck and why, another day. */
export function AgreementFollow({ row, over, more }: Props & { more?: ReactNode }) {
  const { actions: t } = useWords();
  const { id, version, state, declineReason, blockedReason } = row;
  const fields = { id, version };
  if (state === "proposed" && declineReason) return <AgreementAnswers row={row} />;
  return (
    <>
      <HandoverWord of={over} />
      <div className="button-line agreement-buttons">
        <CommandForm intent="finish-action" fields={fields}>
          <Button dense>{t.done}</Button>
        </CommandForm>
        {nextStates(state).includes("in_progress") && (
          <CommandForm intent="start-action" fields={fields}>
            <Button dense variant="text">
              {t.inProgress}
            </Button>
          </CommandForm>
        )}
        <NotDone row={row} />
        {isOpen(row) &&
          (blockedReason ? (
            <CommandForm intent="unblock-action" fields={fields}>
              <Button dense variant="text">
                {t.unstuck}
              </Button>
            </CommandForm>
          ) : (
            <Stuck row={row} />
          ))}
        {isOpen(row) && <MoveDay row={row} />}
        {canHandOver(row) && <HandOver row={row} />}
        {more}
      </div>
    </>
  );
}

function NotDone({ row: { id, version } }: Props) {
  const { actions: t } = useWords();
  return (
    <AskFor intent="not-done-action" fields={{ id }} label={t.notDone} variant="text" dense group={id}>
      <CommandForm intent="not-done-action" fields={{ id, version }}>
        {({ problem, typed }) => (
          <>
            <TextArea
              label={t.andThen}
              name="resultNote"
              rows={2}
              defaultValue={typed("resultNote")}
              error={problem("resultNote")}
            />
            <Button dense>{t.saveNotDone}</Button>
          </>
        )}
      </CommandForm>
    </AskFor>
  );
}

function Stuck({ row: { id, version } }: Props) {
  const { actions: t, board } = useWords();
  return (
    <AskFor intent="block-action" fields={{ id }} label={t.stuck} variant="text" dense group={id}>
      {(close) => (
        <CommandForm intent="block-action" fields={{ id, version }} onDone={close}>
          {({ problem, typed }) => (
            <>
              <SelectField
                label={t.why}
                name="blockedReason"
                defaultValue={typed("blockedReason") ?? ""}
                error={problem("blockedReason")}
              >
                <option value="">{board.agreements.chooseDepartment}</option>
                {blockedReasons.map((reason) => (
                  <option key={reason} value={reason}>
                    {t.reasons[reason]}
                  </option>
                ))}
              </SelectField>
              <TextArea
                label={t.whatNext}
                name="blockedNote"
                rows={2}
                defaultValue={typed("blockedNote")}
                error={problem("blockedNote")}
              />
              <Button dense>{t.saveStuck}</Button>
            </>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}

/** A wrong press on done or not done is taken back. */
export function AgreementTakeBack({ row: { id, version, state } }: Props) {
  const { actions: t } = useWords();
  if (!nextStates(state).includes("in_progress")) return null;
  return (
    <div className="button-line agreement-buttons">
      <CommandForm intent="start-action" fields={{ id, version }}>
        <Button dense variant="text">
          {t.takeBack}
        </Button>
      </CommandForm>
    </div>
  );
}
