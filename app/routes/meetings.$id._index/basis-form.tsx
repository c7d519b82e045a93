import { useEffect, useState } from "react";
import type { BasisChoice, ItemBases, SideBases } from "#domain/sharing/bases-for-item.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { SelectField, TextArea } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useNaming } from "./model.ts";

/** Chooses a basis for an organisation: the fields follow the basis; without JavaScript all of them stand there. */
export function BasisForm({ bases, side }: { bases: ItemBases; side: SideBases }) {
  const { sharing: t, problems } = useWords();
  const { language } = useFrame();
  const { moment } = useNaming();
  const { itemId, question } = bases;
  const { departmentId, basis, choices } = side;
  const open = choices.filter(({ hindrance }) => hindrance === null);
  const closed = choices.filter(({ hindrance }) => hindrance !== null);
  const [chosenId, setChosen] = useState(basis?.legalBasisId ?? null);
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const chosen = open.find(({ legalBasisId }) => legalBasisId === chosenId) ?? null;
  const consents = live ? (chosen?.consents ?? []) : open.flatMap((one) => one.consents);
  const inWords = (areas: { da: string; en: string }[]) => areas.map((area) => area[language]).join(", ");
  return (
    <>
      <CommandForm intent="choose-basis" fields={{ itemId, departmentId }} className="basis-form">
        {({ problem, typed, busy }) => (
          <>
            <fieldset className="basis-choices">
              <legend>{t.which}</legend>
              {open.map(({ legalBasisId, label, law, draft, content }) => (
                <Choice
                  key={legalBasisId}
                  type="radio"
                  name="legalBasisId"
                  value={legalBasisId}
                  label={label[language]}
                  hint={[law, content === "school_facts" && t.threeFacts, draft && t.draft].filter(Boolean).join(" · ")}
                  checked={legalBasisId === chosenId}
                  onChange={() => setChosen(legalBasisId)}
                />
              ))}
              {problem("legalBasisId") && (
                <p className="form-error" role="alert">
                  {problem("legalBasisId")}
                </p>
              )}
            </fieldset>
            {(live ? consents.length > 1 : consents.length > 0) && (
              <SelectField
                label={t.consent}
                name="consentId"
                defaultValue={typed("consentId")}
                error={problem("consentId")}
              >
                {!live && <option value="" />}
                {consents.map(({ id, areas, endsAt }) => (
                  <option key={id} value={id}>
                    {t.consentTo(inWords(areas), moment(endsAt))}
                  </option>
                ))}
              </SelectField>
            )}
            <TextArea
              key={`${chosenId}${live}`}
              label={t.necessity}
              name="necessity"
              hint={!live || !chosen ? t.necessityPlain : chosen?.ownWords ? t.necessityOwn : t.necessityQuestion}
              rows={3}
              defaultValue={typed("necessity") ?? prefilled(chosen, question, basis, live)}
              error={problem("necessity")}
            />
            {(live ? chosen?.needsReason : open.some(({ needsReason }) => needsReason)) && (
              <TextArea
                label={t.extraReason}
                name="extraReason"
                rows={2}
                defaultValue={typed("extraReason")}
                error={problem("extraReason")}
              />
            )}
            <Button disabled={busy || open.length === 0}>{t.submit}</Button>
          </>
        )}
      </CommandForm>
      {closed.length > 0 && (
        <details className="basis-closed">
          <summary>{t.cannot(closed.length)}</summary>
          <ul className="rows">
            {closed.map(({ legalBasisId, label, hindrance }) => (
              <li key={legalBasisId}>
                {label[language]} <span className="meta">{hindrance && problems[`basis-${hindrance}`]}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The question is the reason, unless the law asks for an assessment of its own; what stands is kept. */
function prefilled(chosen: BasisChoice | null, question: string, basis: SideBases["basis"], live: boolean): string {
  if (basis && basis.legalBasisId === chosen?.legalBasisId) return basis.necessity;
  return live && chosen && !chosen.ownWords ? question : "";
}
