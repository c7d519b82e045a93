import { networkKinds, planVoices } from "#db/vocabulary.ts";
import type { NetworkRow } from "#domain/people/network.server.ts";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { DayField, SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useLabels } from "./model.ts";

type Props = { one?: NetworkRow; youngPersonId?: string; onDone?: () => void };

/** Writes down somebody around the young person, or changes what stands. */
export function NetworkForm({ one, youngPersonId, onDone }: Props) {
  const { network: t, frame } = useWords();
  const fields = one ? { id: one.id, version: one.version } : { youngPersonId };
  return (
    <CommandForm
      intent={one ? "change-network-person" : "add-network-person"}
      fields={fields}
      className="page-form"
      reset={!one}
      holdsVersion={one !== undefined}
      onDone={onDone}
    >
      {(form) => (
        <>
          <Who one={one} form={form} />
          <Custody one={one} form={form} />
          <Calls one={one} form={form} />
          <Room one={one} form={form} />
          {!one && <Day name="fromOn" label={t.since} hint={t.sinceHint} day={null} form={form} />}
          <Button disabled={form.busy}>{one ? frame.save : t.add}</Button>
        </>
      )}
    </CommandForm>
  );
}

type PartProps = { one?: NetworkRow; form: FormState };

function Who({ one, form: { problem, typed } }: PartProps) {
  const { network: t } = useWords();
  return (
    <div className="field-line">
      <TextField
        label={t.name}
        name="name"
        defaultValue={typed("name") ?? one?.name}
        error={problem("name")}
        autoComplete="off"
        required
      />
      <SelectField label={t.relation} name="kind" defaultValue={typed("kind") ?? one?.kind} error={problem("kind")}>
        {networkKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t.networkKinds[kind]}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

type DayProps = { name: string; label: string; hint: string; day: string | null; form: FormState };

function Day({ name, label, hint, day, form: { problem, typed } }: DayProps) {
  const { days } = useLabels();
  return (
    <DayField
      label={label}
      hint={hint}
      name={name}
      defaultValue={typed(name) ?? (day ? days.full(day) : "")}
      error={problem(name)}
      short
    />
  );
}

function Custody({ one, form }: PartProps) {
  const { network: t } = useWords();
  const stands = one?.own?.custody;
  return (
    <div className="asked-when">
      <Choice
        name="custody"
        value="yes"
        label={t.hasCustody}
        hint={t.hasCustodyHint}
        defaultChecked={form.ticked("custody", "yes", stands)}
      />
      <div className="field-line">
        <Day
          name="verifiedOn"
          label={t.verifiedOn}
          hint={t.verifiedHint}
          day={one?.own?.verifiedOn ?? null}
          form={form}
        />
      </div>
    </div>
  );
}

function Calls({ one, form }: PartProps) {
  const { network: t } = useWords();
  const { problem, typed, ticked } = form;
  const mayCallOn = one?.own?.mayCallOn ?? null;
  return (
    <>
      <TextField
        label={t.phone}
        name="phone"
        type="tel"
        defaultValue={typed("phone") ?? one?.own?.phone}
        error={problem("phone")}
        autoComplete="off"
        short
      />
      <div className="asked-when">
        <Choice
          name="mayCall"
          value="yes"
          label={t.mayCallBox}
          defaultChecked={ticked("mayCall", "yes", mayCallOn !== null)}
        />
        <div className="field-line">
          <Day name="mayCallOn" label={t.mayCallOn} hint={t.todayHint} day={mayCallOn} form={form} />
        </div>
      </div>
    </>
  );
}

function Room({ one, form }: PartProps) {
  const { network: t, plan } = useWords();
  const { problem, typed, ticked } = form;
  const unwantedOn = one?.unwantedOn ?? null;
  return (
    <div className="asked-when">
      <Choice
        name="unwanted"
        value="yes"
        label={t.unwantedBox}
        hint={t.unwantedHint}
        defaultChecked={ticked("unwanted", "yes", unwantedOn !== null)}
      />
      <div className="field-line">
        <SelectField
          label={plan.whoSays}
          name="unwantedVoice"
          defaultValue={typed("unwantedVoice") ?? one?.unwantedVoice ?? planVoices[0]}
          error={problem("unwantedVoice")}
        >
          {planVoices.map((voice) => (
            <option key={voice} value={voice}>
              {plan.voices[voice]}
            </option>
          ))}
        </SelectField>
        <Day name="unwantedOn" label={t.unwantedOn} hint={t.todayHint} day={unwantedOn} form={form} />
      </div>
    </div>
  );
}
