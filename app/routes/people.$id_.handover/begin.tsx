import type { GuideHandoverKind } from "#db/vocabulary.ts";
import { isTakeover, receiverOf } from "#domain/guides/handover.ts";
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
  const { person, kinds } = useHandover();
  return (
    <section aria-labelledby="begin" className="page-part">
      <h2 id="begin">{t.begin}</h2>
      <p className="meta">{t.beginHint}</p>
      <div className="button-line">
        {kinds.map((kind) => (
          <AskFor
            key={kind}
            intent="propose-guide-handover"
            fields={{ youngPersonId: person.id, kind }}
            label={t.kinds[kind]}
            group="handover"
          >
            <Propose kind={kind} />
          </AskFor>
        ))}
      </div>
    </section>
  );
}

function Propose({ kind }: { kind: GuideHandoverKind }) {
  const { guideHandover: t } = useWords();
  const { person, to } = useHandover();
  if (isTakeover(kind) && !to.departments.some(({ takesOver }) => takesOver === kind)) return <p>{t.noDepartment}</p>;
  return (
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
        <OneOf
          name="toDepartmentId"
          label={t.department}
          hint={t.departmentHint}
          of={to.departments.filter(({ takesOver }) => takesOver === kind)}
          form={form}
        />
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
