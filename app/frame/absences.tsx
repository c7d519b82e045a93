import { createContext, useContext } from "react";
import { type Absence, coverAway, coverDays } from "#domain/absence/rules.ts";
import { Button } from "#ui/button.tsx";
import { DayField } from "#ui/fields.tsx";
import type { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { AskFor } from "./ask-for.tsx";
import { CommandForm, type FormState } from "./command-form.tsx";
import { useCoverWords } from "./cover-words.ts";
import { ChangeRow, ChosenField, type ChosenProps, RemoveRow } from "./row-forms.tsx";

type Props = {
  /** Those that are not over, of the team. */
  absences: readonly Absence[];
  /** Of whom the reader writes, themselves first where they are of the team. */
  mayWriteOf: readonly string[];
  /** Who can cover. */
  team: readonly string[];
  me: string | null;
  nameOf: (id: string) => string;
  days: ReturnType<typeof dayWords>;
  today: string;
};

const Of = createContext<Props | null>(null);

function useAbsences(): Props {
  const of = useContext(Of);
  if (!of) throw new Error("No absences");
  return of;
}

/** Who is away and who will be, with who covers; one that is over is gone from here. */
export function Absences(props: Props) {
  const { stuTeam: t } = useWords();
  const { absences, mayWriteOf, me } = props;
  return (
    <Of.Provider value={props}>
      <section className="page-part" aria-labelledby="absences">
        <h2 id="absences">{t.absences}</h2>
        <p className="meta">{absences.length === 0 ? t.noAbsences : t.absencesHint}</p>
        <ul className="rows rows-first-line rows-fall">
          {absences.map((one) => (
            <li key={one.id}>
              <Line absence={one} />
            </li>
          ))}
        </ul>
        {mayWriteOf.length > 0 && (
          <div className="button-line after-rows screen-only">
            <AskFor intent="add-absence" fields={{}} label={t.addAbsence}>
              {(close) => (
                <CommandForm intent="add-absence" onDone={close} reset className="page-form">
                  {(form) => (
                    <>
                      <Member
                        form={form}
                        name="staffId"
                        label={t.who}
                        of={mayWriteOf}
                        stands={me && mayWriteOf.includes(me) ? me : ""}
                      />
                      <Fields form={form} />
                    </>
                  )}
                </CommandForm>
              )}
            </AskFor>
          </div>
        )}
      </section>
    </Of.Provider>
  );
}

function Line({ absence }: { absence: Absence }) {
  const { stuTeam: t } = useWords();
  const { absences, mayWriteOf, nameOf, days, today } = useAbsences();
  const coverWords = useCoverWords({ nameOf, days });
  const { staffId, fromOn, toOn } = absence;
  const ahead = { ...absence, fromOn: fromOn > today ? fromOn : today };
  const also = coverAway(absences, absence);
  const name = nameOf(staffId);
  return (
    <div className="row-main">
      <p>{name}</p>
      <p className="meta">
        {t.awayFrom(days.short(fromOn), days.short(toOn))} · {coverWords(coverDays(absences, ahead))}
      </p>
      {also && (
        <p className="meta near">{t.coverAway(nameOf(also.staffId), days.short(also.fromOn), days.short(also.toOn))}</p>
      )}
      {mayWriteOf.includes(staffId) && (
        <div className="button-line screen-only">
          <ChangeRow intent="change-absence" row={absence} title={name}>
            {(form) => <Fields form={form} absence={absence} />}
          </ChangeRow>
          <RemoveRow intent="remove-absence" row={absence} title={name} question={t.removeAbsence} />
        </div>
      )}
    </div>
  );
}

function Fields({ form, absence }: { form: FormState; absence?: Absence }) {
  const { stuTeam: t } = useWords();
  const { days, team } = useAbsences();
  const day = (name: "fromOn" | "toOn") => (
    <DayField
      label={t[name]}
      name={name}
      defaultValue={form.typed(name) ?? (absence ? days.full(absence[name]) : "")}
      error={form.problem(name)}
      required
      short
    />
  );
  return (
    <>
      <div className="field-line">
        {day("fromOn")}
        {day("toOn")}
      </div>
      <Member form={form} name="coveredById" label={t.coveredBy} of={team} stands={absence?.coveredById ?? ""} empty />
      <Button disabled={form.busy}>{t.saveAbsence}</Button>
    </>
  );
}

function Member({ of, ...chosen }: ChosenProps & { of: readonly string[] }) {
  const { stuTeam: t } = useWords();
  const { nameOf } = useAbsences();
  return (
    <ChosenField {...chosen} none={t.nobodyYet}>
      {of.map((id) => (
        <option key={id} value={id}>
          {nameOf(id)}
        </option>
      ))}
    </ChosenField>
  );
}
