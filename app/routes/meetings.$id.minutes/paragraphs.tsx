import { upperClasses } from "#domain/minutes/classes.ts";
import type { ItemMinutes, Paragraph, UpperParagraph } from "#domain/minutes/draft.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { SavedText } from "#frame/saved-text.tsx";
import { Ask } from "#ui/ask.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { SelectField, TextArea } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useMinutes } from "./use-minutes.ts";

/** A text of the minutes that is saved as it is typed; on paper it is text like all other. */
function Editable({ label, row }: { label: string; row: Paragraph | UpperParagraph }) {
  const { minutes: t } = useWords();
  return (
    <div className="screen-only minutes-field">
      <SavedText
        intent="change-paragraph"
        name="text"
        fields={{ id: row.id }}
        value={row.text}
        version={row.version}
        label={label}
        rows={2}
      />
      <Readers row={row} />
      <Ask label={t.remove} variant="text" dense>
        <CommandForm intent="remove-paragraph" fields={{ id: row.id, version: row.version }}>
          <p>{t.removeAsks}</p>
          <Button dense>{t.remove}</Button>
        </CommandForm>
      </Ask>
    </div>
  );
}

const readersOf = ({ textClass, readers }: UpperParagraph, t: ReturnType<typeof useWords>["minutes"]) =>
  textClass === "named_departments" ? readers.map(({ name }) => name).join(", ") : t.readers[textClass];

/** `Må læses af …`: said afterwards; while it is written live a text is for everybody in the item. */
function Readers({ row }: { row: Paragraph | UpperParagraph }) {
  const { minutes: t, frame } = useWords();
  const { places } = useMinutes();
  const now = "textClass" in row ? row : null;
  return (
    <AskFor intent="set-readers" fields={{ id: row.id }} label={t.mayBeReadBy} variant="text" dense>
      {(close) => (
        <CommandForm intent="set-readers" fields={{ id: row.id, version: row.version }} onDone={close}>
          {({ problem, typed, ticked }) => (
            <>
              <SelectField
                label={t.mayBeReadBy}
                name="textClass"
                defaultValue={typed("textClass") ?? now?.textClass ?? "open_in_forum"}
                error={problem("textClass") ?? problem("departmentIds")}
              >
                <option value="open_in_forum">{t.readers.open_in_forum}</option>
                {upperClasses.map((textClass) => (
                  <option key={textClass} value={textClass}>
                    {t.readers[textClass]}
                  </option>
                ))}
              </SelectField>
              <fieldset>
                <legend>{t.whichDepartments}</legend>
                {places.map(({ id, name }) => (
                  <Choice
                    key={id}
                    name="departmentIds[]"
                    value={id}
                    label={name}
                    defaultChecked={ticked(
                      "departmentIds",
                      id,
                      now?.readers.some((one) => one.id === id),
                    )}
                  />
                ))}
              </fieldset>
              <Button dense>{frame.save}</Button>
            </>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}

function Text({ label, text, paperOnly }: { label: string; text: string; paperOnly?: boolean }) {
  return (
    <p className={paperOnly ? "paper-only minutes-text" : "minutes-text"}>
      <strong>{label}:</strong> {text}
    </p>
  );
}

/** `Kort om drøftelsen`, disagreement and remarks: written here by those who lead the meeting, until the draft is sent. */
export function Paragraphs({ item }: { item: ItemMinutes }) {
  const { minutes: t } = useWords();
  const { id, discussion, dissents, remarks, upper, edits } = item;
  const more: { row: Paragraph | UpperParagraph; label: string }[] = [
    ...dissents.map((row) => ({ row, label: t.dissent })),
    ...remarks.map((row) => ({ row, label: t.remark })),
    ...upper.map((row) => ({ row, label: row.paragraphKind === "dissent" ? t.dissent : t.remark })),
  ];
  return (
    <>
      {edits && (
        <div className="screen-only minutes-field">
          <SavedText
            intent="write-discussion"
            name="text"
            fields={{ itemId: id }}
            value={discussion?.text ?? ""}
            version={discussion?.version ?? 0}
            label={t.discussion}
            hint={t.discussionHint}
          />
        </div>
      )}
      {discussion?.text && <Text label={t.discussion} text={discussion.text} paperOnly={edits} />}
      {more.map(({ row, label }) => (
        <div key={row.id}>
          {"textClass" in row && <p className="meta">{t.readBy(readersOf(row, t))}</p>}
          {edits && <Editable label={label} row={row} />}
          <Text label={label} text={row.text} paperOnly={edits} />
        </div>
      ))}
      {edits && <AddRemark itemId={id} />}
    </>
  );
}

function AddRemark({ itemId }: { itemId: string }) {
  const { minutes: t, frame } = useWords();
  return (
    <AskFor intent="write-remark" fields={{ itemId }} label={t.addRemark} variant="text" dense>
      {(close) => (
        <CommandForm intent="write-remark" fields={{ itemId }} reset onDone={close}>
          {({ problem, typed }) => (
            <>
              <TextArea label={t.remark} name="text" rows={2} defaultValue={typed("text")} error={problem("text")} />
              <Button dense>{frame.save}</Button>
            </>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}

/** What somebody had typed when the item moved on: taken into the minutes, or discarded. */
export function HandedIn({ item: { handedIn } }: { item: ItemMinutes }) {
  const { minutes: t } = useWords();
  return handedIn.map(({ id, version, text, by }) => (
    <div key={id} className="screen-only minutes-handed-in">
      <p className="region-label">{t.handedIn(by)}</p>
      <p className="minutes-text">{text}</p>
      <div className="button-line">
        <CommandForm intent="take-handed-in" fields={{ id, version, as: "remark" }}>
          <Button dense>{t.takeIn}</Button>
        </CommandForm>
        <Ask label={t.drop} variant="text" dense>
          <CommandForm intent="take-handed-in" fields={{ id, version, as: "removed" }}>
            <p>{t.dropAsks}</p>
            <Button dense>{t.drop}</Button>
          </CommandForm>
        </Ask>
      </div>
    </div>
  ));
}
