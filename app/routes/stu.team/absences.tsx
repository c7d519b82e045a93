import { type Absence, coverAway } from "#domain/absence/rules.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { ChangeRow, RemoveRow } from "#frame/row-forms.tsx";
import { Button } from "#ui/button.tsx";
import { DayField, SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useTeam } from "./model.ts";

/** Who is away and who will be, with who covers; one that is over is gone from here. */
export function Absences() {
  const { stuTeam: t } = useWords();
  const { absences, mayManage } = useTeam();
  const { staffId } = useFrame();
  return (
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
      {mayManage && (
        <div className="button-line after-rows screen-only">
          <AskFor intent="add-absence" fields={{}} label={t.addAbsence}>
            {(close) => (
              <CommandForm intent="add-absence" onDone={close} reset className="page-form">
                {(form) => (
                  <>
                    <Member form={form} name="staffId" label={t.who} stands={staffId} />
                    <Fields form={form} />
                  </>
                )}
              </CommandForm>
            )}
          </AskFor>
        </div>
      )}
    </section>
  );
}

function Line({ absence }: { absence: Absence }) {
  const { stuTeam: t } = useWords();
  const { absences, mayManage, nameOf, days } = useTeam();
  const { staffId, fromOn, toOn, coveredById } = absence;
  const also = coverAway(absences, absence);
  const name = nameOf(staffId);
  return (
    <div className="row-main">
      <p>{name}</p>
      <p className="meta">
        {t.awayFrom(days.short(fromOn), days.short(toOn))} · {coveredById ? t.cover(nameOf(coveredById)) : t.noCover}
      </p>
      {also && (
        <p className="meta near">{t.coverAway(nameOf(also.staffId), days.short(also.fromOn), days.short(also.toOn))}</p>
      )}
      {mayManage && (
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
  const { days } = useTeam();
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
      <Member form={form} name="coveredById" label={t.coveredBy} stands={absence?.coveredById ?? ""} empty />
      <Button disabled={form.busy}>{t.saveAbsence}</Button>
    </>
  );
}

type MemberProps = { form: FormState; name: string; label: string; stands: string | null; empty?: boolean };

function Member({ form, name, label, stands, empty }: MemberProps) {
  const { stuTeam: t } = useWords();
  const { team, nameOf } = useTeam();
  return (
    <SelectField
      label={label}
      name={name}
      defaultValue={form.typed(name) ?? stands ?? ""}
      error={form.problem(name)}
      required={!empty}
    >
      {empty && <option value="">{t.nobodyYet}</option>}
      {team.map((id) => (
        <option key={id} value={id}>
          {nameOf(id)}
        </option>
      ))}
    </SelectField>
  );
}
