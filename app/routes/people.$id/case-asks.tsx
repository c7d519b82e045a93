import { lapseReasons } from "#db/vocabulary.ts";
import type { CaseRow } from "#domain/cases/views.server.ts";
import type { Code } from "#domain/codes/queries.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Button } from "#ui/button.tsx";
import { DayField, SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { usePerson } from "./model.ts";

type Props = { of: CaseRow };

function Options({ codes }: { codes: Code[] }) {
  const { cases: t } = useWords();
  const { language } = useFrame();
  return (
    <>
      <option value="">{t.choose}</option>
      {codes.map(({ code, label }) => (
        <option key={code} value={code}>
          {label[language]}
        </option>
      ))}
    </>
  );
}

export function Pause({ of: { id, version } }: Props) {
  const { cases: t } = useWords();
  const { steering } = usePerson();
  return (
    <AskFor intent="pause-case" fields={{ id }} label={t.pause} group="case">
      <CommandForm intent="pause-case" fields={{ id, version }}>
        {({ problem, typed, busy }) => (
          <>
            <p className="meta measure">{t.pauseHint}</p>
            <div className="field-line field-line-level">
              <SelectField label={t.pauseWhy} name="pause" defaultValue={typed("pause") ?? ""} error={problem("pause")}>
                <Options codes={steering.pauses} />
              </SelectField>
              <DayField
                label={t.resumeOn}
                hint={t.resumeHint}
                name="resumeOn"
                defaultValue={typed("resumeOn")}
                error={problem("resumeOn")}
                short
              />
              <Button disabled={busy}>{t.pauseYes}</Button>
            </div>
          </>
        )}
      </CommandForm>
    </AskFor>
  );
}

export function BeginClosing({ of: { id, version } }: Props) {
  const { cases: t } = useWords();
  const { steering } = usePerson();
  return (
    <AskFor intent="begin-closing" fields={{ id }} label={t.beginClosing} group="case">
      <CommandForm intent="begin-closing" fields={{ id, version }}>
        {({ problem, typed, busy }) => (
          <>
            <p className="meta measure">{t.beginHint}</p>
            <div className="field-line">
              <SelectField label={t.exit} name="exit" defaultValue={typed("exit") ?? ""} error={problem("exit")}>
                <Options codes={steering.exits} />
              </SelectField>
              <Button disabled={busy}>{t.beginYes}</Button>
            </div>
          </>
        )}
      </CommandForm>
    </AskFor>
  );
}

/** Moved, dead, or the young person's wish: said in full what comes of it before it is done. */
export function Stop({ of: { id, version } }: Props) {
  const { cases: t } = useWords();
  const { name } = usePerson();
  return (
    <AskFor intent="end-case" fields={{ id }} label={t.stop} group="case" variant="text">
      <CommandForm intent="end-case" fields={{ id, version }}>
        {({ problem, typed, busy }) => (
          <>
            <p className="meta">{t.stopHint}</p>
            <SelectField
              label={t.because}
              name="because"
              defaultValue={typed("because") ?? ""}
              error={problem("because")}
            >
              <option value="">{t.choose}</option>
              {lapseReasons.map((reason) => (
                <option key={reason} value={reason}>
                  {t.becauses[reason]}
                </option>
              ))}
            </SelectField>
            <p className="measure">{t.stopQuestion(name)}</p>
            <Button disabled={busy}>{t.stopYes}</Button>
          </>
        )}
      </CommandForm>
    </AskFor>
  );
}
