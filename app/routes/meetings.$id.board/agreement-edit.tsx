import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { ActionRow } from "#domain/actions/views.server.ts";
import { CommandForm, useTypedBefore } from "#frame/command-form.tsx";
import { SavingWord } from "#frame/saving-word.tsx";
import { BothTexts } from "#ui/both-texts.tsx";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { DayInput } from "./day-input.tsx";
import { DepartmentField } from "./efforts.tsx";
import { GoalField } from "./goal-field.tsx";
import { BackToBoard } from "./in-place.tsx";
import { useItem } from "./item-context.ts";
import { useNames } from "./model.ts";
import { Owner } from "./owner.tsx";
import { SaveOrClose } from "./save-or-close.tsx";

/**
 * Edits an agreement in its place. When somebody else has written another sentence meanwhile a line says who, and one press shows
 * both texts beside each other in the row, never as a dialog over the work. What is not touched here follows what others change.
 */
export function AgreementEdit({ row, onClose }: { row: ActionRow; onClose: () => void }) {
  const { board: t, frame } = useWords();
  const { write } = useItem();
  const { sideOf } = useNames();
  const before = useTypedBefore("change-action");
  const typed = before?.id === row.id ? before : undefined;
  const [seen] = useState(typed ? { version: Number(typed.version), text: null } : row);
  const [text, setText] = useState(String(typed?.text ?? row.text));
  const [chosen, setChosen] = useState<{ departmentId: string; ownerId: string } | null>(null);
  const { departmentId, ownerId } = chosen ?? row;
  const other = row.version !== seen.version && row.text !== seen.text && row.text !== text ? row : null;
  const [sideBySide, setSideBySide] = useState(typed !== undefined);
  const both = other !== null && sideBySide;
  const alsoEdited = t.agreements.alsoEdited(sideOf(row.editedById), row.number);
  // At the top of the list, so that what comes beside the field later is in sight without a move.
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: "start" });
  }, []);
  const [goalTouched, setGoalTouched] = useState(false);
  const { revalidate } = useRevalidator();
  const done = () => {
    write("");
    // Which goal it serves travels in no topic of the item.
    if (goalTouched) revalidate();
    onClose();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc in its fields closes it
    <div ref={form} className="agreement-edit" onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <CommandForm
        intent="change-action"
        fields={{ id: row.id, version: other && !both ? seen.version : row.version }}
        onDone={done}
      >
        {({ problem, saving }) => (
          <>
            <BackToBoard />
            <div className="also-edited">
              {other && !both && (
                <>
                  <p>{alsoEdited}</p>
                  <Button type="button" variant="text" onClick={() => setSideBySide(true)}>
                    {t.agreements.seeBoth}
                  </Button>
                </>
              )}
            </div>
            <TextField
              label={t.agreements.editTitle(row.number)}
              name="text"
              value={text}
              error={problem("text")}
              autoFocus
              onChange={(event) => {
                setText(event.target.value);
                write("agreement");
              }}
            />
            {both && (
              <BothTexts
                name="text"
                lands
                mine={text}
                theirs={other.text}
                words={{
                  heading: alsoEdited,
                  mine: frame.both.mine,
                  theirs: frame.both.theirs,
                  keepMine: frame.both.keepMine,
                  takeTheirs: frame.both.takeTheirs,
                  combine: frame.both.combine,
                  combined: frame.both.combine,
                  save: frame.both.saveCombined,
                }}
              />
            )}
            {!row.byYoungPerson && (
              <DepartmentField
                label={t.agreements.department}
                value={departmentId ?? ""}
                error={problem("departmentId")}
                onChange={(id) => setChosen({ departmentId: id, ownerId: "" })}
              />
            )}
            {!row.byYoungPerson && departmentId && (
              <Owner
                departmentId={departmentId}
                ownerId={ownerId ?? ""}
                onOwner={(id) => setChosen({ departmentId, ownerId: id })}
                error={problem("ownerId")}
              />
            )}
            <DayInput name="dueOn" label={t.agreements.due} day={row.dueOn} error={problem("dueOn")} />
            <TextField
              label={t.agreements.howSeen}
              name="howSeen"
              defaultValue={row.howSeen}
              error={problem("howSeen")}
            />
            <GoalField actionId={row.id} onChange={() => setGoalTouched(true)} />
            {!both && (
              <SaveOrClose
                save={t.agreements.save}
                // Neither text wins unseen.
                onSave={(event) => {
                  if (!other) return;
                  event.preventDefault();
                  setSideBySide(true);
                }}
                onClose={onClose}
              >
                {saving.state !== "waiting" && <SavingWord saving={saving} />}
              </SaveOrClose>
            )}
          </>
        )}
      </CommandForm>
    </div>
  );
}
