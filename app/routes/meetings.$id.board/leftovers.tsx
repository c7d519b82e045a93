import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { type Draft, useDrafts } from "./drafts.tsx";

/** What somebody was writing in items that are no longer on the screen. */
export function Leftovers({ drafts }: { drafts: Draft[] }) {
  return drafts.map((draft) => <Leftover key={`${draft.itemId} ${draft.field}`} draft={draft} />);
}

/** A text that was being written when the item moved on: it stays, alone, until it is handed in or thrown away. */
function Leftover({ draft }: { draft: Draft }) {
  const { board: t } = useWords();
  const { drop, keep } = useDrafts();
  const away = () => drop(draft.itemId, draft.field);
  return (
    <CommandForm intent="hand-in" fields={{ itemId: draft.itemId }} onDone={away} className="leftover">
      <label className="form-label" htmlFor={`leftover-${draft.field}`}>
        {t.change.leftover} {t.change.finishWriting}
      </label>
      <textarea
        id={`leftover-${draft.field}`}
        name="text"
        className="form-input growing"
        rows={3}
        data-lands
        value={draft.text}
        onChange={(event) => keep({ ...draft, text: event.target.value })}
      />
      <div className="button-line">
        <Button>{t.change.sendToMinuteTaker}</Button>
        <Button type="button" variant="text" onClick={away}>
          {t.change.discard}
        </Button>
      </div>
    </CommandForm>
  );
}
