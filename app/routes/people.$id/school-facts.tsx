import { schoolInterruptions } from "#db/vocabulary.ts";
import type { PeopleAround } from "#domain/people/around.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Button } from "#ui/button.tsx";
import { DayField, SelectField } from "#ui/fields.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

/** What the young person's school may be told without consent; the contact person is the third of the three. */
export function SchoolFactsForm({ person: { id, schoolFacts, today } }: { person: PeopleAround }) {
  const { sharing: t, frame } = useWords();
  const { language } = useFrame();
  const { short } = dayWords(language, today);
  if (!schoolFacts) return null;
  const { version, educationOrderOn, interruption, interruptionOn } = schoolFacts;
  const day = (on: string | null) => (on ? short(on) : "");
  return (
    <section className="page-part screen-only" aria-labelledby="school-facts">
      <h2 id="school-facts">{t.school.title}</h2>
      <p className="meta">{t.school.titleHint}</p>
      <CommandForm
        key={version}
        intent="set-school-facts"
        fields={{ youngPersonId: id, version }}
        className="page-form"
      >
        {({ problem, typed, busy }) => (
          <>
            <div className="field-line">
              <DayField
                label={t.school.orderOn}
                name="educationOrderOn"
                defaultValue={typed("educationOrderOn") ?? day(educationOrderOn)}
                error={problem("educationOrderOn")}
                short
              />
              <SelectField
                label={t.school.interruption}
                name="interruption"
                defaultValue={typed("interruption") ?? interruption ?? ""}
                error={problem("interruption")}
              >
                <option value="">{t.school.none}</option>
                {schoolInterruptions.map((kind) => (
                  <option key={kind} value={kind}>
                    {t.school.kinds[kind]}
                  </option>
                ))}
              </SelectField>
              <DayField
                label={t.school.interruptionOn}
                name="interruptionOn"
                defaultValue={typed("interruptionOn") ?? day(interruptionOn)}
                error={problem("interruptionOn")}
                short
              />
            </div>
            <Button disabled={busy}>{frame.save}</Button>
          </>
        )}
      </CommandForm>
    </section>
  );
}
