import type { OwnAction } from "#domain/actions/shown.server.ts";
import { Button } from "#ui/button.tsx";
import { DayField, TextArea } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { AskFor } from "./ask-for.tsx";
import { CommandForm } from "./command-form.tsx";

type Props = { row: OwnAction };

/** `Sig ja`, `Sig nej` with the reason, `Skift dag`. */
export function AgreementAnswers({ row }: Props) {
  const { actions: t } = useWords();
  const { id, version, declineReason } = row;
  return (
    <div className="button-line agreement-buttons">
      <CommandForm intent="accept-action" fields={{ id, version }}>
        <Button dense>{declineReason ? t.acceptAfterAll : t.accept}</Button>
      </CommandForm>
      {!declineReason && (
        <AskFor intent="decline-action" fields={{ id }} label={t.decline} dense group={id}>
          <CommandForm intent="decline-action" fields={{ id, version }}>
            {({ problem, typed }) => (
              <>
                <TextArea
                  label={t.declineReason}
                  hint={t.declineHint}
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
      )}
      <MoveDay row={row} hint={t.thenAccept} />
    </div>
  );
}

/** `Skift dag`: the owner's side moves its own promise. */
export function MoveDay({ row, hint }: Props & { hint?: string }) {
  const { actions: t } = useWords();
  const { id, version } = row;
  return (
    <AskFor intent="move-day" fields={{ id }} label={t.moveDay} variant="text" dense group={id}>
      {(close) => (
        <CommandForm intent="move-day" fields={{ id, version }} onDone={close}>
          {({ problem, typed }) => (
            <>
              {hint && <p className="meta">{hint}</p>}
              <DayField
                label={t.newDay}
                hint={t.dayHint}
                name="dueOn"
                short
                defaultValue={typed("dueOn")}
                error={problem("dueOn")}
              />
              <Button dense>{t.saveDay}</Button>
            </>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}
