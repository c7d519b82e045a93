import { useState } from "react";
import type { ActionRow } from "#domain/actions/views.server.ts";
import { useProblems } from "#frame/problems.ts";
import { SavingWord } from "#frame/saving-word.tsx";
import { useCommand } from "#live/use-command.ts";
import { BothTexts } from "#ui/both-texts.tsx";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { DayInput } from "./day-input.tsx";
import { DepartmentField } from "./efforts.tsx";
import { useItem } from "./item-context.ts";
import { Owner } from "./owner.tsx";

/**
 * Edits an agreement in its place. When somebody else has edited it meanwhile both texts stand beside each other in the row,
 * never as a dialog over the work.
 */
export function AgreementEdit({ row, onClose }: { row: ActionRow; onClose: () => void }) {
  const { board: t, frame } = useWords();
  const { write } = useItem();
  const { problemIn } = useProblems();
  const [seen] = useState(row);
  const [text, setText] = useState(row.text);
  const [departmentId, setDepartmentId] = useState(row.departmentId ?? "");
  const [ownerId, setOwnerId] = useState(row.ownerId ?? "");
  const command = useCommand("change-action", () => {
    write("");
    onClose();
  });
  const no = command.saving.state === "refused" ? command.saving.no : null;
  const other = row.version !== seen.version && row.text !== text ? row : null;

  function save(form: FormData, version: number, chosen?: string) {
    form.set("version", String(version));
    if (chosen !== undefined) form.set("text", chosen);
    form.set("key", crypto.randomUUID());
    command.send(form);
  }

  return (
    <form
      method="post"
      className="agreement-edit"
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent;
        const form = new FormData(event.currentTarget, submitter);
        const chosen = String(form.getAll("text").at(-1) ?? text);
        save(form, other ? row.version : seen.version, chosen);
      }}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <input type="hidden" name="intent" value="change-action" />
      <input type="hidden" name="id" value={row.id} />
      <TextField
        label={t.agreements.editTitle(row.number)}
        name="text"
        value={text}
        error={problemIn(no, "text")}
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
          error={problemIn(no, "departmentId")}
          onChange={(id) => {
            setDepartmentId(id);
            setOwnerId("");
          }}
        />
      )}
      {!row.byYoungPerson && departmentId && (
        <Owner departmentId={departmentId} ownerId={ownerId} onOwner={setOwnerId} error={problemIn(no, "ownerId")} />
      )}
      <DayInput name="dueOn" label={t.agreements.due} day={row.dueOn} error={problemIn(no, "dueOn")} />
      <TextField
        label={t.agreements.howSeen}
        name="howSeen"
        defaultValue={row.howSeen}
        error={problemIn(no, "howSeen")}
      />
      {!other && (
        <div className="button-line">
          <Button>{t.agreements.save}</Button>
          <Button type="button" variant="text" onClick={onClose}>
            {t.voice.cancel}
          </Button>
          <SavingWord saving={command.saving} />
        </div>
      )}
    </form>
  );
}
