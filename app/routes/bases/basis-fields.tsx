import { consentsAsked, sectors, sharedContents, textClasses, tolds } from "#db/vocabulary.ts";
import type { LegalBasis } from "#domain/sharing/register.server.ts";
import type { LegalBases } from "#domain/sharing/register-queries.server.ts";
import type { FormState } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Choice } from "#ui/choice.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

type Props = {
  basis: LegalBasis;
  codes: Pick<LegalBases, "areas" | "meetingTypes">;
  form: Form;
};
type Form = Pick<FormState, "problem" | "typed" | "ticked">;

/** The rules of a row as boxes and numbers. */
export function BasisFields({ basis, codes, form }: Props) {
  const { problem, typed, ticked } = form;
  const { bases } = useWords();
  const { language } = useFrame();
  const t = bases.fields;
  const text = (name: "labelDa" | "labelEn" | "law") => (
    <TextField label={t[name]} name={name} defaultValue={typed(name) ?? basis[name]} error={problem(name)} required />
  );
  const number = (name: "maxDays" | "maxUses" | "extraUses" | "ageFrom" | "ageTo") => (
    <TextField
      label={t[name]}
      name={name}
      inputMode="numeric"
      defaultValue={typed(name) ?? basis[name] ?? ""}
      error={problem(name)}
      short
    />
  );
  const inLanguage = (list: LegalBases["areas"]) => list.map(({ code, label }) => [code, label[language]] as const);
  return (
    <>
      <div className="field-line">
        {text("labelDa")}
        {text("labelEn")}
      </div>
      {text("law")}
      <div className="side-by-side">
        <Boxes
          name="sectors"
          legend={t.sectors}
          from={sectors.map((one) => [one, bases.sectors[one]])}
          chosen={basis.sectors}
          ticked={ticked}
        />
        <Boxes
          name="textClasses"
          legend={t.textClasses}
          from={textClasses.slice(1).map((one) => [one, bases.textClasses[one]])}
          chosen={basis.textClasses}
          ticked={ticked}
        />
        <Boxes
          name="areas"
          legend={t.areas}
          hint={t.areasHint}
          from={inLanguage(codes.areas)}
          chosen={basis.areas}
          ticked={ticked}
        />
        <Boxes
          name="meetingTypes"
          legend={t.meetingTypes}
          hint={t.meetingTypesHint}
          from={inLanguage(codes.meetingTypes)}
          chosen={basis.meetingTypes}
          ticked={ticked}
        />
        <Boxes
          name="tells"
          legend={t.tells}
          from={tolds.map((one) => [one, bases.tells[one]])}
          chosen={basis.tells}
          ticked={ticked}
        />
      </div>
      <div className="field-line">
        <SelectField label={t.consent} name="consent" defaultValue={typed("consent") ?? basis.consent}>
          {consentsAsked.map((one) => (
            <option key={one} value={one}>
              {bases.consents[one]}
            </option>
          ))}
        </SelectField>
        <SelectField label={t.content} name="content" defaultValue={typed("content") ?? basis.content}>
          {sharedContents.map((one) => (
            <option key={one} value={one}>
              {bases.contents[one]}
            </option>
          ))}
        </SelectField>
      </div>
      <GiverLines basis={basis} form={form} />
      <p className="form-hint">{t.emptyHint}</p>
      <div className="field-line">
        {number("ageFrom")}
        {number("ageTo")}
        {number("maxDays")}
        {number("maxUses")}
        {number("extraUses")}
      </div>
      <Choice name="preset" value="yes" label={t.preset} defaultChecked={ticked("preset", "yes", basis.preset)} />
      <Choice
        name="ownWords"
        value="yes"
        label={t.ownWords}
        defaultChecked={ticked("ownWords", "yes", basis.ownWords)}
      />
    </>
  );
}

type BoxesProps = {
  name: string;
  legend: string;
  hint?: string;
  from: readonly (readonly [value: string, label: string])[];
  chosen: readonly string[] | null;
  ticked: Form["ticked"];
};

function Boxes({ name, legend, hint, from, chosen, ticked }: BoxesProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {hint && <p className="form-hint">{hint}</p>}
      {from.map(([value, label]) => (
        <Choice
          key={value}
          name={`${name}[]`}
          value={value}
          label={label}
          defaultChecked={ticked(name, value, chosen?.includes(value))}
        />
      ))}
    </fieldset>
  );
}

function GiverLines({ basis, form: { problem, typed, ticked } }: { basis: LegalBasis; form: Form }) {
  const { bases } = useWords();
  const t = bases.fields;
  return (
    <fieldset>
      <legend>{t.givers}</legend>
      <p className="form-hint">{t.giversHint}</p>
      {[0, 1, 2].map((line) => {
        const says = basis.givers[line];
        return (
          <div key={line} className="field-line">
            <TextField
              label={t.fromAge(line + 1)}
              name="giverAges[]"
              inputMode="numeric"
              defaultValue={typed("giverAges", line) ?? says?.fromAge ?? ""}
              error={line === 0 ? problem("giverAges") : undefined}
              short
            />
            <fieldset className="form-group">
              <legend>{t.who(line + 1)}</legend>
              <Choice
                name={`givers${line}[]`}
                value="young_person"
                label={bases.youngPerson}
                defaultChecked={ticked(`givers${line}`, "young_person", says?.youngPerson)}
              />
              <Choice
                name={`givers${line}[]`}
                value="custody_holders"
                label={bases.custodyHolders}
                defaultChecked={ticked(`givers${line}`, "custody_holders", says?.custodyHolders)}
              />
            </fieldset>
          </div>
        );
      })}
    </fieldset>
  );
}
