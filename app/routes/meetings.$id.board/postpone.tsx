import { useState } from "react";
import { postponeReasons } from "#db/vocabulary.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { useWords } from "#words/words.ts";
import { useItem } from "./item-context.ts";

/** `Udsæt`: asks why; the item goes to the next meeting at once, and the agenda can take it back. */
export function Postpone() {
  const { board: t, frame } = useWords();
  const { item } = useItem();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button type="button" variant="text" onClick={() => setAsking(true)} id="postpone">
        {t.before.postpone}
      </Button>
      <Sheet
        open={asking}
        onClose={() => setAsking(false)}
        title={t.before.postponeTitle}
        closeLabel={frame.close}
        place="middle"
      >
        <div className="button-column">
          {postponeReasons.map((reason) => (
            <CommandForm
              key={reason}
              intent="postpone-item"
              fields={{ itemId: item.id, reason }}
              onDone={() => setAsking(false)}
            >
              <Button wide>{t.before.reasons[reason]}</Button>
            </CommandForm>
          ))}
        </div>
      </Sheet>
    </>
  );
}
