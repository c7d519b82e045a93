import { age } from "#domain/ages.ts";
import type { PeopleAround } from "#domain/people/around.server.ts";
import type { NetworkRow } from "#domain/people/network.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm, useRefused } from "#frame/command-form.tsx";
import { Ask } from "#ui/ask.tsx";
import { Button } from "#ui/button.tsx";
import { DepartmentMark } from "#ui/department-mark.tsx";
import { Icon } from "#ui/icon.tsx";
import { telOf } from "#ui/phone-link.ts";
import { useWords } from "#words/words.ts";
import { useLabels, usePerson } from "./model.ts";
import { NetworkForm } from "./network-form.tsx";

const ADULT = 18;

/** Who holds custody now, for those who are told. */
export function useHoldsCustody() {
  const { bornOn, today } = usePerson();
  const adult = age(bornOn, today) >= ADULT;
  return ({ own }: NetworkRow): boolean => own?.custody === true && !adult;
}

function useCustodyWords() {
  const { network: t } = useWords();
  const { days } = useLabels();
  const holds = useHoldsCustody();
  return (one: NetworkRow): string[] => {
    if (!one.own?.custody) return [];
    if (!holds(one)) return [t.custodyOver];
    return [t.custody, one.own.verifiedOn ? t.verified(days.short(one.own.verifiedOn)) : t.notVerified];
  };
}

/** Family and network: who they are, who holds custody and is therefore asked, and who may be called. */
export function Family({ person, onGone }: { person: PeopleAround; onGone: () => void }) {
  const { network: t } = useWords();
  const { network, id: youngPersonId, mayNetwork } = person;
  const custodyOf = useCustodyWords();
  const refused = useRefused("add-network-person", { youngPersonId });
  return (
    <div className="around-part">
      <h3 id="family">{t.family}</h3>
      {network.length === 0 && <p className="meta">{t.noFamily}</p>}
      <ul className="rows rows-first-line">
        {network.map((one) => (
          <li key={one.id}>
            <DepartmentMark shape="person" name={one.name} nameBeside />
            <div className="row-main">
              <p>
                <strong>{one.name}</strong>{" "}
                <span className="meta">
                  {[t.networkKinds[one.kind], ...custodyOf(one), ...(one.unwantedOn ? [t.notInRoom] : [])].join(" · ")}
                </span>
              </p>
              <Reached own={one.own} />
              {mayNetwork && <Change one={one} onGone={onGone} />}
            </div>
          </li>
        ))}
      </ul>
      {mayNetwork && (
        <details className="add-part screen-only" open={refused || undefined}>
          <summary>{t.addFamily}</summary>
          <NetworkForm youngPersonId={youngPersonId} />
        </details>
      )}
    </div>
  );
}

/** A number stands here only where the young person has said that it may be called. */
function Reached({ own }: { own: NetworkRow["own"] }) {
  const { network: t, plan } = useWords();
  const { days } = useLabels();
  if (!own || (own.phone === "" && !own.mayCallOn)) return null;
  if (!own.mayCallOn) return <p className="meta">{t.mayNotCall}</p>;
  return (
    <p className="meta">
      {own.phone ? (
        <a href={telOf(own.phone)}>
          <Icon name="smartphone" /> {plan.call(own.phone)}
        </a>
      ) : (
        t.noPhone
      )}{" "}
      {t.mayCall(days.short(own.mayCallOn))}
    </p>
  );
}

function Change({ one, onGone }: { one: NetworkRow; onGone: () => void }) {
  const { network: t } = useWords();
  const { id, version, name } = one;
  return (
    <div className="button-line">
      <AskFor
        intent="change-network-person"
        fields={{ id }}
        label={t.editPerson}
        name={t.editWhat(name)}
        variant="text"
        dense
        group="family"
      >
        {(close) => <NetworkForm key={version} one={one} onDone={close} />}
      </AskFor>
      <Ask label={t.endPerson} name={t.endWhat(name)} variant="text" dense group="family">
        <CommandForm intent="end-network-person" fields={{ id, version }} onDone={onGone}>
          <p className="measure">
            {t.endQuestion(name)} {t.endEffect}
          </p>
          <Button dense>{t.endYes}</Button>
        </CommandForm>
      </Ask>
    </div>
  );
}
