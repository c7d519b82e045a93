import { useEffect, useRef } from "react";
import { useProblems } from "#frame/problems.ts";
import { useCommand } from "#live/use-command.ts";
import { Button } from "#ui/button.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { useWords } from "#words/words.ts";
import { type Draft, useDrafts } from "./drafts.tsx";
import { useItem } from "./item-context.ts";

const FIELD = "agreement ";

/** An agreement that did not come through, kept as it was pressed: each by itself, so that the next can be written. */
export const outgoing = (itemId: string, form: FormData): Draft => ({
  itemId,
  field: `${FIELD}${form.get("id")}`,
  text: String(form.get("text")),
  form,
});

/** Sends what waits; at the board itself, so that nothing is lost when the item goes. */
export function Outgoing() {
  const { drafts } = useDrafts();
  return drafts.map((draft) => draft.form && <Sender key={draft.field} draft={draft} form={draft.form} />);
}

function Sender({ draft, form }: { draft: Draft; form: FormData }) {
  const { keep, drop } = useDrafts();
  const { sentence } = useProblems();
  const { send, saving } = useCommand(form.has("departmentId") ? "agree" : "advise", () =>
    drop(draft.itemId, draft.field),
  );
  const first = useRef(true);
  useEffect(() => {
    if (first.current) send(form);
    first.current = false;
  }, [send, form]);
  useEffect(() => {
    if (saving.state === "refused") keep({ ...draft, form: undefined, why: sentence(saving.no) });
  }, [saving, draft, keep, sentence]);
  return null;
}

/** At the end of the list: what waits for the net, and what was not taken, which goes back to the entry by a press. */
export function WaitingRows() {
  const { board: t, frame } = useWords();
  const { drafts, drop } = useDrafts();
  const { item, actions } = useItem();
  // The agreement may stand in the list before its own answer is here.
  const own = drafts.filter(
    ({ itemId, field }) =>
      itemId === item.id && field.startsWith(FIELD) && !actions.some(({ id }) => field === `${FIELD}${id}`),
  );
  const again = ({ field, text }: Draft) => {
    drop(item.id, field);
    document.dispatchEvent(new CustomEvent("make-agreement", { detail: { text, departmentId: null } }));
  };
  return own.map((draft) => (
    <li key={draft.field} className="agreement-row agreement-waiting">
      <span />
      <p className="agreement-text">{draft.text}</p>
      <div className="agreement-state">
        {draft.form ? (
          <StatusWord state="near">{frame.saving.waits}</StatusWord>
        ) : (
          <>
            <StatusWord state="late">{frame.saving.notSaved}</StatusWord>
            <span className="meta">{draft.why}</span>
            <Button type="button" variant="text" dense onClick={() => again(draft)}>
              {t.agreements.edit}
            </Button>
          </>
        )}
      </div>
    </li>
  ));
}
