import { attendModes } from "#db/vocabulary.ts";
import type { Hearing } from "#domain/voice/hearing.server.ts";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Stands } from "#frame/stands.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

/** The questions one after another; it closes with reading aloud, and with the young person's own yes. */
export function HearForm({ of }: { of: Hearing }) {
  const { telling } = useWords();
  const { language } = useFrame();
  const t = telling.hear;
  const { itemId, firstName, voice, prepared, today } = of;
  const days = dayWords(language, today);
  const text = (form: FormState, name: "words" | "notToDiscuss" | "helps" | "company", rows: number) => (
    <div>
      <TextArea
        label={t[name]}
        name={name}
        rows={rows}
        defaultValue={form.typed(name) ?? { ...voice, ...prepared }[name]}
        error={form.problem(name)}
      />
      <Stands now={form.stands(name)} />
    </div>
  );
  return (
    <CommandForm
      intent="hear-before-meeting"
      fields={{ itemId, version: voice?.version ?? 0, preparedVersion: prepared?.version ?? 0 }}
      holdsVersion
    >
      {(form) => {
        const attends = form.typed("attends") ?? prepared?.attends ?? "";
        const stands = form.stands("attends");
        return (
          <>
            <div className="voice hear-words">
              {text(form, "words", 5)}
              {text(form, "helps", 3)}
              {text(form, "company", 3)}
              {text(form, "notToDiscuss", 2)}
              <fieldset>
                <legend>{t.attends}</legend>
                {[...attendModes, "" as const].map((mode) => (
                  <Choice
                    key={mode}
                    type="radio"
                    name="attends"
                    value={mode}
                    label={mode ? t.attendsModes[mode] : t.noAnswer}
                    defaultChecked={attends === mode}
                  />
                ))}
                <Stands
                  now={
                    stands === undefined
                      ? stands
                      : (t.attendsModes[stands as keyof typeof t.attendsModes] ?? t.noAnswer)
                  }
                />
              </fieldset>
              <TextField
                label={t.follower}
                name="follower"
                autoComplete="off"
                defaultValue={form.typed("follower") ?? prepared?.follower}
                error={form.problem("follower")}
              />
              <Stands now={form.stands("follower")} />
            </div>
            <div className="button-line">
              <Button disabled={form.busy}>{t.save}</Button>
            </div>
            <section className="page-part" aria-labelledby="read-aloud">
              <h2 id="read-aloud">{t.readAloud(firstName)}</h2>
              <Button variant="primary" wide name="confirmed" value="yes" disabled={form.busy}>
                {t.right}
              </Button>
            </section>
            <p role="status">
              {[
                form.saving.state === "saved" && t.saved,
                prepared?.confirmedOn
                  ? t.confirmed(firstName, days.short(prepared.confirmedOn))
                  : prepared && t.notConfirmed(firstName),
              ]
                .filter(Boolean)
                .join(" ")}
            </p>
          </>
        );
      }}
    </CommandForm>
  );
}
