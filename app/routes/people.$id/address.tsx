import { addressSources } from "#db/vocabulary.ts";
import type { Address } from "#domain/address/queries.server.ts";
import type { PeopleAround } from "#domain/people/around.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { OpenWithReason } from "#frame/open-with-reason.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { DayField, SelectField, TextField } from "#ui/fields.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

/** Where the young person lives, for those who may know; for everybody else there is no such part. */
export function AddressOf({ person }: { person: PeopleAround }) {
  const { access: t } = useWords();
  const { id, name } = person;
  const { address, mayWrite } = person.address;
  if (!address && !mayWrite) return null;
  return (
    <section className="page-part screen-only" aria-labelledby="address">
      <h2 id="address">{address?.protected ? t.protectedAddress : t.address}</h2>
      {!address && <p className="meta">{t.noAddress}</p>}
      {address && <Facts address={address} today={person.today} />}
      <div className="button-line">
        {address?.protected && (
          <OpenWithReason<{ id: string; address: string }>
            intent="read-address"
            id={id}
            label={t.readAddress}
            name={`${t.readAddress}: ${name}`}
            text={(answer) => answer.address}
          />
        )}
        {mayWrite && (
          <AskFor intent="write-address" fields={{ id }} label={t.writeAddress} dense>
            <WriteForm id={id} address={address} today={person.today} />
          </AskFor>
        )}
      </div>
      {mayWrite && address?.protectedUntil && address.protectedUntil <= person.today && (
        <CommandForm intent="confirm-lapse" fields={{ id, version: address.version }} className="page-form">
          {({ problem }) => (
            <>
              <Source error={problem("source")} />
              <Button dense>{t.confirmLapse}</Button>
            </>
          )}
        </CommandForm>
      )}
    </section>
  );
}

function Facts({ address, today }: { address: Address; today: string }) {
  const { access: t } = useWords();
  const { language } = useFrame();
  const days = dayWords(language, today);
  const { text, protectedUntil: until, highRisk, checkedOn, source } = address;
  const lapsed = until !== null && until <= today;
  return (
    <>
      {text && <p>{text}</p>}
      {address.protected && (
        <p className={lapsed ? "late" : undefined}>
          {lapsed ? t.lapsed(days.short(until)) : until ? t.protectedUntil(days.short(until)) : t.protectedOpen}
        </p>
      )}
      {highRisk && <p>{t.highRisk}</p>}
      <p className="meta">{t.checked(days.short(checkedOn), t.sources[source])}</p>
    </>
  );
}

function Source({ error, chosen }: { error: string | undefined; chosen?: string }) {
  const { access: t } = useWords();
  return (
    <SelectField label={t.source} name="source" error={error} defaultValue={chosen}>
      {addressSources.map((source) => (
        <option key={source} value={source}>
          {t.sources[source]}
        </option>
      ))}
    </SelectField>
  );
}

function WriteForm({ id, address, today }: { id: string; address: Address | null; today: string }) {
  const { access: t } = useWords();
  const { language } = useFrame();
  const until = address?.protectedUntil ? dayWords(language, today).short(address.protectedUntil) : undefined;
  return (
    <CommandForm intent="write-address" fields={{ id, version: address?.version ?? 0 }} className="page-form">
      {({ problem, typed, ticked, busy }) => (
        <>
          <TextField
            label={t.addressField}
            name="address"
            defaultValue={typed("address") ?? address?.text ?? ""}
            error={problem("address")}
            autoComplete="off"
            required
          />
          <Choice
            name="protected"
            value="yes"
            label={t.isProtected}
            defaultChecked={ticked("protected", "yes", address?.protected)}
          />
          {problem("protected") && <p className="form-error-message">{problem("protected")}</p>}
          <DayField
            label={t.until}
            hint={t.untilHint}
            name="protectedUntil"
            defaultValue={typed("protectedUntil") ?? until}
            error={problem("protectedUntil")}
            short
          />
          <Choice
            name="highRisk"
            value="yes"
            label={t.isHighRisk}
            hint={t.highRiskHint}
            defaultChecked={ticked("highRisk", "yes", address?.highRisk)}
          />
          <Source error={problem("source")} chosen={typed("source")} />
          <Button disabled={busy}>{t.saveAddress}</Button>
        </>
      )}
    </CommandForm>
  );
}
