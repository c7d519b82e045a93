import { useSearchParams } from "@remix-run/react";
import type { LegalBases, ShownBasis } from "#domain/sharing/register-queries.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm, useRefused } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { DayField } from "#ui/fields.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { BasisFields } from "./basis-fields.tsx";
import { Limits } from "./limits.tsx";

type Props = { basis: ShownBasis; register: LegalBases };

/** A row of the register: its law, its limits in words, whether a lawyer stands behind it, and what it said before. */
export function BasisRow({ basis, register }: Props) {
  const { bases: t } = useWords();
  const { language } = useFrame();
  const { short } = dayWords(language, register.today);
  const { id, version, fromOn, toOn, confirmedOn, confirmedBy, former, law } = basis;
  const name = language === "da" ? basis.labelDa : basis.labelEn;
  const over = toOn !== null && toOn <= register.today;
  const days = toOn ? t.until(short(fromOn), short(toOn)) : t.inForce(short(fromOn));
  const when = over ? t.over : fromOn > register.today ? t.notYet : null;
  return (
    <section className="page-part basis" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <p className="meta">{[law, days, when].filter(Boolean).join(" · ")}</p>
      <p>
        {confirmedOn ? (
          <StatusWord state="done">{t.confirmed(confirmedBy, short(confirmedOn))}</StatusWord>
        ) : (
          <StatusWord state="near">{t.draft}</StatusWord>
        )}
      </p>
      <Limits basis={basis} codes={register} />
      <div className="button-line">
        {register.mayManage && <EditLink id={id} name={name} />}
        {register.mayConfirm && !confirmedOn && (
          <AskFor
            intent="confirm-legal-basis"
            fields={{ id }}
            label={t.confirm}
            name={t.confirmOf(name)}
            dense
            group="confirm"
          >
            <CommandForm intent="confirm-legal-basis" fields={{ id, version }}>
              <p>{t.confirmQuestion}</p>
              <Button dense>{t.confirmYes}</Button>
            </CommandForm>
          </AskFor>
        )}
      </div>
      {register.mayManage && <Edit key={version} basis={basis} register={register} />}
      {former.length > 0 && (
        <details className="add-part">
          <summary>{t.history(former.length)}</summary>
          {former.map((one) => (
            <div key={one.basis.version} className="edit-part">
              <p className="meta">{t.changedBy(short(one.until), one.by)}</p>
              <p>
                {language === "da" ? one.basis.labelDa : one.basis.labelEn} · {one.basis.law}
              </p>
              <Limits basis={one.basis} codes={register} />
            </div>
          ))}
        </details>
      )}
    </section>
  );
}

/** The row that is open for editing stands in the address, so that it opens without JavaScript, too. */
const useEdited = (): string | null => useSearchParams()[0].get("edit");

function EditLink({ id, name }: { id: string; name: string }) {
  const { bases: t } = useWords();
  const open = useEdited() === id;
  return (
    <LinkButton
      dense
      to={open ? "/bases" : `/bases?edit=${id}`}
      preventScrollReset
      replace
      aria-expanded={open}
      aria-label={open ? t.closeOf(name) : t.editOf(name)}
    >
      {open ? t.close : t.edit}
    </LinkButton>
  );
}

function Edit({ basis, register }: Props) {
  const { bases: t } = useWords();
  const { language } = useFrame();
  const { short } = dayWords(language, register.today);
  const refused = useRefused("follow-legal-basis", { formerId: basis.id });
  if (useEdited() !== basis.id) return null;
  const { id, version, toOn } = basis;
  return (
    <div className="edit-part">
      <CommandForm intent="change-legal-basis" fields={{ id, version }}>
        {({ busy, ...form }) => (
          <>
            <BasisFields basis={basis} codes={register} form={form} />
            <DayField
              label={t.fields.toOn}
              hint={t.fields.toOnHint}
              name="toOn"
              defaultValue={form.typed("toOn") ?? (toOn ? short(toOn) : "")}
              error={form.problem("toOn")}
              short
            />
            <p className="form-hint">{t.saveHint}</p>
            <Button variant="primary" disabled={busy}>
              {t.save}
            </Button>
          </>
        )}
      </CommandForm>
      <details className="add-part" open={refused || undefined}>
        <summary>{t.follow}</summary>
        <CommandForm intent="follow-legal-basis" fields={{ formerId: id, version }}>
          {({ busy, ...form }) => (
            <>
              <p className="form-hint">{t.followHint}</p>
              <DayField
                label={t.fields.fromOn}
                name="fromOn"
                defaultValue={form.typed("fromOn")}
                error={form.problem("fromOn")}
                short
                required
              />
              <BasisFields basis={basis} codes={register} form={form} />
              <Button disabled={busy}>{t.followYes}</Button>
            </>
          )}
        </CommandForm>
      </details>
    </div>
  );
}
