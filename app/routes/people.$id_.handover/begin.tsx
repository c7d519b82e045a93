import { type GuideHandoverKind, guideHandoverKinds } from "#db/vocabulary.ts";
import { receiverOf } from "#domain/guides/handover.ts";
import type { Receiver } from "#domain/guides/handover-receivers.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useHandover } from "./model.ts";

/** To whom the young person is given on: each way has its own receiver. */
export function Begin() {
  const { guideHandover: t } = useWords();
  const { person } = useHandover();
  return (
    <section aria-labelledby="begin" className="page-part">
      <h2 id="begin">{t.begin}</h2>
      <p className="meta">{t.beginHint}</p>
      <div className="button-line">
        {guideHandoverKinds.map((kind) => (
          <AskFor
            key={kind}
            intent="propose-guide-handover"
            fields={{ youngPersonId: person.id, kind }}
            label={t.kinds[kind]}
            group="handover"
          >
            <CommandForm intent="propose-guide-handover" fields={{ youngPersonId: person.id, kind }}>
              {(form) => (
                <>
                  <To kind={kind} form={form} />
                  <Button variant="primary" disabled={form.busy}>
                    {t.propose}
                  </Button>
                </>
              )}
            </CommandForm>
          </AskFor>
        ))}
      </div>
    </section>
  );
}

function To({ kind, form }: { kind: GuideHandoverKind; form: FormState }) {
  const { guideHandover: t } = useWords();
  const { to } = useHandover();
  const { problem, typed } = form;
  switch (receiverOf(kind)) {
    case "guide":
      return <OneOf name="toStaffId" label={t.guide} of={to.guides} form={form} />;
    case "department":
      return (
        <OneOf name="toDepartmentId" label={t.department} hint={t.departmentHint} of={to.departments} form={form} />
      );
    case "elsewhere":
      return (
        <TextField
          label={t.place}
          hint={t.placeHint}
          name="toName"
          autoComplete="off"
          defaultValue={typed("toName")}
          error={problem("toName")}
        />
      );
  }
}

type Props = { name: string; label: string; hint?: string; of: readonly Receiver[]; form: FormState };

function OneOf({ name, label, hint, of, form }: Props) {
  const { guideHandover: t } = useWords();
  return (
    <SelectField
      label={label}
      {...(hint && { hint })}
      name={name}
      defaultValue={form.typed(name) ?? ""}
      error={form.problem(name)}
    >
      <option value="">{t.choose}</option>
      {of.map(({ id, name: text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </SelectField>
  );
}
