import { resourcePaperWays } from "#db/vocabulary.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { DayField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useDays, usePaper } from "./model.ts";

/** Who writes the paper, and since when. */
export function Begin() {
  const { resourcePaper: t } = useWords();
  const { id, today } = usePaper();
  const days = useDays();
  return (
    <section className="page-part" aria-labelledby="begin">
      <h2 id="begin">{t.begin}</h2>
      <CommandForm intent="begin-resource-paper" fields={{ courseId: id }} className="page-form">
        {({ busy, problem, typed, ticked }) => (
          <>
            <fieldset>
              <legend className="form-label">{t.who}</legend>
              {resourcePaperWays.map((way) => (
                <Choice
                  key={way}
                  type="radio"
                  name="way"
                  value={way}
                  label={t.ways[way]}
                  hint={t.wayHints[way]}
                  defaultChecked={ticked("way", way, way === "here")}
                  required
                />
              ))}
              {problem("way") && <span className="form-error-message">{problem("way")}</span>}
            </fieldset>
            <DayField
              label={t.begunOn}
              name="begunOn"
              defaultValue={typed("begunOn") ?? days.full(today)}
              error={problem("begunOn")}
              required
              short
            />
            <Button variant="primary" disabled={busy}>
              {t.beginYes}
            </Button>
          </>
        )}
      </CommandForm>
    </section>
  );
}
