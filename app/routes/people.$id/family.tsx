import { useRef } from "react";
import { networkKinds } from "#db/vocabulary.ts";
import { age } from "#domain/ages.ts";
import type { PeopleAround } from "#domain/people/around.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm, useRefused } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Ask } from "#ui/ask.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { DayField, SelectField, TextField } from "#ui/fields.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

type NetworkPerson = PeopleAround["network"][number];
const ADULT = 18;

/** Family and network: who they are, and who holds custody and is therefore asked. */
export function Family({ person }: { person: PeopleAround }) {
  const { consent: t } = useWords();
  const { language } = useFrame();
  const heading = useRef<HTMLHeadingElement>(null);
  const { network, id: youngPersonId, today, bornOn } = person;
  const { short } = dayWords(language, today);
  const adult = age(bornOn, today) >= ADULT;
  const custody = ({ custody, verifiedOn }: NetworkPerson) => {
    if (!custody) return [];
    return adult ? [t.custodyOver] : [t.custody, verifiedOn ? t.verified(short(verifiedOn)) : t.notVerified];
  };
  return (
    <section className="page-part" aria-labelledby="family">
      <h2 id="family" ref={heading} tabIndex={-1}>
        {t.family}
      </h2>
      {network.length === 0 && <p className="meta">{t.noFamily}</p>}
      <ul className="rows rows-first-line">
        {network.map((one) => (
          <li key={one.id}>
            <div className="row-main">
              <p>
                <strong>{one.name}</strong>
              </p>
              <p className="meta">{[t.networkKinds[one.kind], ...custody(one)].join(" · ")}</p>
              <div className="button-line">
                <AskFor
                  intent="change-network-person"
                  fields={{ id: one.id }}
                  label={t.editPerson}
                  name={t.editWhat(one.name)}
                  variant="text"
                  dense
                  group="family"
                >
                  {(close) => <PersonForm key={one.version} one={one} onDone={close} today={today} />}
                </AskFor>
                <Ask label={t.endPerson} name={t.endWhat(one.name)} variant="text" dense group="family">
                  <CommandForm
                    intent="end-network-person"
                    fields={{ id: one.id, version: one.version }}
                    onDone={() => heading.current?.focus()}
                  >
                    <p className="measure">
                      {t.endQuestion(one.name)} {t.endEffect}
                    </p>
                    <Button dense>{t.endYes}</Button>
                  </CommandForm>
                </Ask>
              </div>
            </div>
          </li>
        ))}
      </ul>
      <details className="add-part" open={useRefused("add-network-person", { youngPersonId }) || undefined}>
        <summary>{t.addFamily}</summary>
        <PersonForm youngPersonId={youngPersonId} today={today} />
      </details>
    </section>
  );
}

type FormProps = {
  one?: NetworkPerson;
  youngPersonId?: string;
  today: string;
  onDone?: () => void;
};

function PersonForm({ one, youngPersonId, today, onDone }: FormProps) {
  const { consent: t, frame } = useWords();
  const { language } = useFrame();
  const { short } = dayWords(language, today);
  const fields = one ? { id: one.id, version: one.version } : { youngPersonId };
  const verifiedOn = one?.verifiedOn ? short(one.verifiedOn) : "";
  return (
    <CommandForm
      intent={one ? "change-network-person" : "add-network-person"}
      fields={fields}
      className="page-form"
      reset={!one}
      onDone={onDone}
    >
      {({ problem, typed, ticked, busy }) => (
        <>
          <div className="field-line">
            <TextField
              label={t.name}
              name="name"
              defaultValue={typed("name") ?? one?.name}
              error={problem("name")}
              autoComplete="off"
              required
            />
            <SelectField
              label={t.relation}
              name="kind"
              defaultValue={typed("kind") ?? one?.kind}
              error={problem("kind")}
            >
              {networkKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t.networkKinds[kind]}
                </option>
              ))}
            </SelectField>
          </div>
          <Choice
            name="custody"
            value="yes"
            label={t.hasCustody}
            hint={t.hasCustodyHint}
            defaultChecked={ticked("custody", "yes", one?.custody)}
          />
          <div className="field-line">
            <DayField
              label={t.verifiedOn}
              hint={t.verifiedHint}
              name="verifiedOn"
              defaultValue={typed("verifiedOn") ?? verifiedOn}
              error={problem("verifiedOn")}
              short
            />
            {!one && (
              <DayField
                label={t.since}
                hint={t.sinceHint}
                name="fromOn"
                defaultValue={typed("fromOn")}
                error={problem("fromOn")}
                short
              />
            )}
          </div>
          <Button disabled={busy}>{one ? frame.save : t.add}</Button>
        </>
      )}
    </CommandForm>
  );
}
