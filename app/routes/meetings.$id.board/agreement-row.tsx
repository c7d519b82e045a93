import { youthAnswers } from "#db/vocabulary.ts";
import { canAccept, canChange, isAdvice, isOverdue } from "#domain/actions/rules.ts";
import type { ActionRow } from "#domain/actions/views.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { DepartmentMark } from "#ui/department-mark.tsx";
import { TextField } from "#ui/fields.tsx";
import { RowMenu, RowMenuItem } from "#ui/row-menu.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { Voice } from "#ui/voice.tsx";
import { useWords } from "#words/words.ts";
import { AgreementEdit } from "./agreement-edit.tsx";
import type { Arrived } from "./arrivals.ts";
import { BackToBoard, InPlace } from "./in-place.tsx";
import { useItem } from "./item-context.ts";
import { markOf, useBoard, useNames } from "./model.ts";
import { useDays } from "./use-days.ts";

type Props = {
  row: ActionRow;
  arrival: Arrived["arrival"];
  editing: boolean;
  removing: boolean;
  onEdit: (on: boolean) => void;
  onRemove: (on: boolean) => void;
};

/** One agreement: its number, the sentence, who and by when, and whether the department has said yes. */
export function AgreementRow({ row, arrival, editing, removing, onEdit, onRemove }: Props) {
  const { board: t } = useWords();
  const { me, today } = useBoard();
  const { item } = useItem();
  const { nameOf, department } = useNames();
  const days = useDays();
  const of = department(row.departmentId);
  const advice = isAdvice(row);
  if (editing && !advice) return <AgreementEdit row={row} onClose={() => onEdit(false)} />;
  const gone = arrival === "removed";
  return (
    <>
      <span className="agreement-number figures">{row.number}</span>
      <div className="agreement-body">
        <p className={gone ? "agreement-text struck" : "agreement-text"}>{row.text}</p>
        <p className="meta mark-line">
          {advice ? null : row.byYoungPerson || !of ? (
            <DepartmentMark shape="person" name={item.firstName ?? ""} nameBeside />
          ) : (
            <DepartmentMark {...markOf(of)} name={of.name} nameBeside />
          )}
          <span>
            {[
              advice
                ? t.agreements.adviceTo(nameOf(row.ownerId))
                : row.byYoungPerson
                  ? t.agreements.withYoungPerson(item.firstName ?? "")
                  : nameOf(row.ownerId) || of?.name,
              row.dueOn && t.agreements.by(days.short(row.dueOn)),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </p>
        {row.youthWords && <Voice words={row.youthWords} />}
        {row.declineReason && row.state === "proposed" && (
          <p className="meta late">{t.agreements.declined(row.declineReason)}</p>
        )}
        {arrival === "edited" && <p className="meta">{t.agreements.editedNow}</p>}
        {removing && (
          <CommandForm
            intent="cancel-action"
            fields={{ id: row.id, version: row.version }}
            onDone={() => onRemove(false)}
            className="field-line"
          >
            {({ problem }) => (
              <>
                <BackToBoard />
                <TextField label={t.agreements.removeReason} name="reason" error={problem("reason")} autoFocus />
                <Button>{t.agreements.removePress}</Button>
                <Button type="button" variant="text" onClick={() => onRemove(false)}>
                  {t.voice.cancel}
                </Button>
              </>
            )}
          </CommandForm>
        )}
      </div>
      <div className="agreement-state">
        {!(advice && row.state === "agreed") && (
          <StatusWord
            state={
              row.state === "agreed" || row.state === "done"
                ? "done"
                : row.declineReason && row.state === "proposed"
                  ? "late"
                  : isOverdue(row, today)
                    ? "late"
                    : "waiting"
            }
          >
            {row.state === "proposed" && row.declineReason ? t.agreements.said.no : t.agreements.states[row.state]}
          </StatusWord>
        )}
        {row.youthAnswer !== "not_asked" && (
          <span className="meta">{t.agreements.youth(t.agreements.youthAnswers[row.youthAnswer])}</span>
        )}
        {me.writes && !gone && canChange(row) && (
          <RowMenu label={t.agreements.menu(row.number)} tabIndex={-1}>
            {!advice && (
              <RowMenuItem>
                <InPlace of="edit" id={row.id} onPress={() => onEdit(true)}>
                  {t.agreements.edit}
                </InPlace>
              </RowMenuItem>
            )}
            {me.runs && canAccept(row) && (
              <RowMenuItem>
                <CommandForm intent="accept-in-meeting" fields={{ id: row.id, version: row.version }}>
                  <button type="submit" className="button button-text">
                    {t.agreements.saidYes}
                  </button>
                </CommandForm>
              </RowMenuItem>
            )}
            {me.runs &&
              !advice &&
              youthAnswers
                .filter((answer) => answer !== row.youthAnswer && answer !== "not_asked")
                .map((answer) => (
                  <RowMenuItem key={answer}>
                    <CommandForm
                      intent="set-youth-answer"
                      fields={{ id: row.id, version: row.version, youthAnswer: answer }}
                    >
                      <button type="submit" className="button button-text">
                        {t.agreements.youth(t.agreements.youthAnswers[answer])}
                      </button>
                    </CommandForm>
                  </RowMenuItem>
                ))}
            <RowMenuItem>
              <CommandForm intent="move-action-up" fields={{ id: row.id }}>
                <button type="submit" className="button button-text">
                  {t.agreements.moveUp}
                </button>
              </CommandForm>
            </RowMenuItem>
            <RowMenuItem>
              <InPlace of="remove" id={row.id} onPress={() => onRemove(true)}>
                {t.agreements.remove}
              </InPlace>
            </RowMenuItem>
          </RowMenu>
        )}
      </div>
    </>
  );
}
