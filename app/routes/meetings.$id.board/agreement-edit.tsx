import { useEffect, useRef, useState } from "react";
import type { ActionRow } from "#domain/actions/views.server.ts";
import { CommandForm, useTypedBefore } from "#frame/command-form.tsx";
import { SavingWord } from "#frame/saving-word.tsx";
import { BothTexts } from "#ui/both-texts.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { DayInput } from "./day-input.tsx";
import { DepartmentField } from "./efforts.tsx";
import { BackToBoard } from "./in-place.tsx";
import { useItem } from "./item-context.ts";
import { Owner } from "./owner.tsx";
import { SaveOrClose } from "./save-or-close.tsx";

/**
 * Edits an agreement in its place. When somebody else has edited it meanwhile both texts stand beside each other in the row,
 * never as a dialog over the work.
 */
export function AgreementEdit({ row, onClose }: { row: ActionRow; onClose: () => void }) {
  const { board: t, frame } = useWords();
  const { write } = useItem();
  const before = useTypedBefore("change-action");
  const typed = before?.id === row.id ? before : undefined;
  const [seen] = useState(typed ? Number(typed.version) : row.version);
  const [text, setText] = useState(String(typed?.text ?? row.text));
  const [departmentId, setDepartmentId] = useState(row.departmentId ?? "");
  const [ownerId, setOwnerId] = useState(row.ownerId ?? "");
  const other = row.version !== seen && row.text !== text ? row : null;
  // At the top of the list, so that what comes beside the field later is in sight without a move.
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: "start" });
  }, []);
  const done = () => {
    write("");
    onClose();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc in its fields closes it
    <div ref={form} className="agreement-edit" onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <CommandForm intent="change-action" fields={{ id: row.id, version: other ? row.version : seen }} onDone={done}>
        {({ problem, saving }) => (
          <>
            <BackToBoard />
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
            {other && (
              <BothTexts
                name="text"
                mine={text}
                theirs={other.text}
                words={{
                  heading: t.agreements.alsoEdited(row.number),
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
                value={departmentId}
                error={problem("departmentId")}
                onChange={(id) => {
                  setDepartmentId(id);
                  setOwnerId("");
                }}
              />
            )}
            {!row.byYoungPerson && departmentId && (
              <Owner departmentId={departmentId} ownerId={ownerId} onOwner={setOwnerId} error={problem("ownerId")} />
            )}
            <DayInput name="dueOn" label={t.agreements.due} day={row.dueOn} error={problem("dueOn")} />
            <TextField
              label={t.agreements.howSeen}
              name="howSeen"
              defaultValue={row.howSeen}
              error={problem("howSeen")}
            />
            {!other && (
              <SaveOrClose save={t.agreements.save} onClose={onClose}>
                {saving.state !== "waiting" && <SavingWord saving={saving} />}
              </SaveOrClose>
            )}
          </>
        )}
      </CommandForm>
    </div>
  );
}
