import { useNavigate } from "@remix-run/react";
import type { ItemBases, SideBases } from "#domain/sharing/bases-for-item.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Ask } from "#ui/ask.tsx";
import { Button } from "#ui/button.tsx";
import { DepartmentMark } from "#ui/department-mark.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { useWords } from "#words/words.ts";
import { BasisForm } from "./basis-form.tsx";
import { useAgenda, useNaming } from "./model.ts";

/** By what right each organisation takes part in an item: chosen, changed and ended here. Own departments are never asked about. */
export function BasesSheet({ bases }: { bases: ItemBases }) {
  const { sharing: t, frame } = useWords();
  const { meetingId } = useAgenda();
  const { departmentName } = useNaming();
  const navigate = useNavigate();
  const close = () => navigate(`/meetings/${meetingId}`, { preventScrollReset: true });
  const { name, question, own, sides } = bases;
  return (
    <Sheet open onClose={close} title={t.title(name)} closeLabel={frame.close}>
      <p>{question}</p>
      {sides.length === 0 && <p className="meta">{t.nobody}</p>}
      {sides.map((side) => (
        <Side key={side.departmentId} bases={bases} side={side} />
      ))}
      {own.length > 0 && (
        <details className="basis-own">
          <summary>{t.own(own.length)}</summary>
          <p className="meta">{own.map(departmentName).join(", ")}</p>
        </details>
      )}
    </Sheet>
  );
}

function Side({ bases, side }: { bases: ItemBases; side: SideBases }) {
  const { sharing: t } = useWords();
  const { language } = useFrame();
  const { departmentName, markFor } = useNaming();
  const { itemId } = bases;
  const { departmentId, basis, last } = side;
  const name = departmentName(departmentId);
  const mark = markFor(departmentId);
  const form = <BasisForm key={basis?.id ?? "none"} bases={bases} side={side} />;
  return (
    <section className="basis-side" aria-label={name} id={`basis-${departmentId}`}>
      <h3 className="mark-line" tabIndex={-1}>
        {mark && <DepartmentMark {...mark} name={name} />} {name}
      </h3>
      {basis ? (
        <Standing side={{ ...side, basis }} />
      ) : (
        <p>
          <StatusWord state="near">{t.none}</StatusWord>
        </p>
      )}
      {!basis && last && (
        <CommandForm
          intent="choose-basis"
          fields={{ itemId, departmentId, legalBasisId: last.legalBasisId, necessity: last.necessity }}
        >
          <Button>{t.same(last.label[language])}</Button>
          <p className="meta">{last.necessity}</p>
        </CommandForm>
      )}
      {basis || last ? (
        <details>
          <summary>{basis ? t.change : t.choose}</summary>
          {form}
        </details>
      ) : (
        form
      )}
    </section>
  );
}

function Standing({ side: { departmentId, basis } }: { side: SideBases & { basis: NonNullable<SideBases["basis"]> } }) {
  const { sharing: t } = useWords();
  const { language } = useFrame();
  const { departmentName, moment } = useNaming();
  const { id, version, label, content, necessity, endsAt, consentAreas } = basis;
  const facts = [
    content === "school_facts" && t.threeFacts,
    consentAreas && t.fromConsent(consentAreas.map((area) => area[language]).join(", ")),
    endsAt ? t.until(moment(endsAt)) : t.untilTaken,
  ].filter(Boolean);
  return (
    <div className="basis-standing">
      <p>
        <StatusWord state="done">{label[language]}</StatusWord>
      </p>
      <p>{necessity}</p>
      <p className="meta">{facts.join(" ")}</p>
      <Ask label={t.end} name={t.endWhat(departmentName(departmentId))} variant="text" dense group="end">
        <CommandForm intent="end-basis" fields={{ id, version }}>
          <p>{t.endWarning(departmentName(departmentId))}</p>
          <Button dense>{t.end}</Button>
        </CommandForm>
      </Ask>
    </div>
  );
}
