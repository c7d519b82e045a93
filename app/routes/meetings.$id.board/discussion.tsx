import { useState } from "react";
import { CommandForm } from "#frame/command-form.tsx";
import { SavedText } from "#frame/saved-text.tsx";
import { Button } from "#ui/button.tsx";
import { TextArea } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useDraft } from "./drafts.tsx";
import { DepartmentField } from "./efforts.tsx";
import { useItem } from "./item-context.ts";
import { useBoard, useNames } from "./model.ts";
import { SaveOrClose } from "./save-or-close.tsx";

/** `Kort om drøftelsen`: one text by the minute-taker that all see at pauses; dissent stands under it by department. */
export function Discussion() {
  const { board: t } = useWords();
  const { paragraphs, item, write } = useItem();
  const { me, handedIn } = useBoard();
  const { nameOf } = useNames();
  const draft = useDraft(item.id, "discussion");
  const [dissenting, setDissenting] = useState(false);
  const discussion = paragraphs.find(({ paragraphKind }) => paragraphKind === "discussion");
  const others = paragraphs.filter(({ paragraphKind }) => paragraphKind !== "discussion");
  return (
    <section className="item-part" aria-labelledby="discussion">
      <h3 className="region-label" id="discussion">
        {t.discussion.title}
      </h3>
      {me.runs && me.writes ? (
        <SavedText
          id="discussion-text"
          intent="write-discussion"
          name="text"
          fields={{ itemId: item.id }}
          value={discussion?.text ?? ""}
          version={discussion?.version ?? 0}
          label={t.discussion.title}
          labelHidden
          hint={t.discussion.hint}
          onWriting={(writing) => write(writing ? "discussion" : "")}
          draft={draft}
        />
      ) : (
        <p className={discussion?.text ? "item-text" : "meta"}>{discussion?.text || t.discussion.empty}</p>
      )}
      {others.map((row) => (
        <p key={row.id} className="item-text">
          {row.text}
        </p>
      ))}
      {me.writes && !dissenting && (
        <Button type="button" variant="text" dense onClick={() => setDissenting(true)}>
          {t.discussion.dissent}
        </Button>
      )}
      {dissenting && <Dissent onClose={() => setDissenting(false)} />}
      {handedIn.length > 0 && (
        <div className="handed-in">
          <h4 className="region-label">{t.discussion.handedIn}</h4>
          {handedIn.map(({ id, version, authorId, text }) => (
            <div key={id}>
              <p className="item-text">
                {nameOf(authorId)}: {text}
              </p>
              <div className="button-line">
                <CommandForm intent="take-handed-in" fields={{ id, version, as: "remark" }}>
                  <Button dense>{t.discussion.takeIn}</Button>
                </CommandForm>
                <CommandForm intent="take-handed-in" fields={{ id, version, as: "removed" }}>
                  <Button dense variant="text">
                    {t.discussion.drop}
                  </Button>
                </CommandForm>
              </div>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

/** Past the end of any text: the browser stops at the end. */
const FAR = Number.MAX_SAFE_INTEGER;

function Dissent({ onClose }: { onClose: () => void }) {
  const { board: t } = useWords();
  const { item } = useItem();
  const { me, people } = useBoard();
  const { departmentName } = useNames();
  const [departmentId, setDepartmentId] = useState(
    people.staff.find(({ id }) => id === me.staffId)?.departmentId ?? "",
  );
  return (
    <CommandForm intent="write-dissent" fields={{ itemId: item.id }} onDone={onClose}>
      {({ problem }) => (
        <>
          <DepartmentField
            label={t.discussion.dissentWho}
            value={departmentId}
            onChange={setDepartmentId}
            error={problem("departmentId")}
          />
          {departmentId && (
            <TextArea
              key={departmentId}
              label={t.discussion.dissent}
              labelHidden
              name="text"
              defaultValue={t.discussion.dissentText(departmentName(departmentId))}
              error={problem("text")}
              rows={2}
              autoFocus
              // What is typed goes on after the words that stand there.
              onFocus={({ currentTarget }) => currentTarget.setSelectionRange(FAR, FAR)}
            />
          )}
          <SaveOrClose save={t.discussion.dissentSave} onClose={onClose} />
        </>
      )}
    </CommandForm>
  );
}
