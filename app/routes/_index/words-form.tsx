import { useState } from "react";
import { type HeardWay, heardWays } from "#db/vocabulary.ts";
import { needsWords } from "#domain/voice/rules.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { SelectField, TextArea } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

/** What the young person says to an item, or why there are no words. Without JavaScript both fields stand there. */
export function WordsForm({ itemId, version }: { itemId: string; version: number }) {
  const { board, start: t } = useWords();
  const [how, setHow] = useState<HeardWay>("contact_person");
  const words = needsWords(how);
  return (
    <CommandForm intent="write-own-words" fields={{ itemId, version }}>
      {({ problem, typed }) => (
        <>
          <SelectField
            label={board.voice.howLabel}
            hint={t.howHint}
            name="how"
            defaultValue={typed("how") ?? how}
            error={problem("how")}
            onChange={(event) => setHow(event.target.value as HeardWay)}
          >
            {heardWays.map((way) => (
              <option key={way} value={way}>
                {board.voice.how[way]}
              </option>
            ))}
          </SelectField>
          {words && (
            <TextArea
              label={board.voice.words}
              hint={board.voice.wordsHint}
              name="words"
              rows={3}
              defaultValue={typed("words")}
              error={problem("words")}
            />
          )}
          <div className={how === "not_reached" ? undefined : "without-script"}>
            <TextArea
              label={board.voice.tries}
              name="tries"
              rows={2}
              defaultValue={typed("tries")}
              error={problem("tries")}
            />
          </div>
          <TextArea
            label={board.voice.notToDiscuss}
            name="notToDiscuss"
            rows={1}
            defaultValue={typed("notToDiscuss")}
            error={problem("notToDiscuss")}
          />
          <Button dense>{t.saveWords}</Button>
        </>
      )}
    </CommandForm>
  );
}
