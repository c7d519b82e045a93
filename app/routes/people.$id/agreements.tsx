import { AgreementList } from "#frame/agreement-list.tsx";
import { useWords } from "#words/words.ts";
import { usePerson } from "./model.ts";

/** What is promised and not done yet; what the young person does stands apart, and is never late. */
export function OpenAgreements() {
  const { plan: t } = useWords();
  const { agreements, name, today } = usePerson();
  const { rows, names } = agreements;
  const own = rows.filter(({ byYoungPerson }) => byYoungPerson);
  const promised = rows.filter(({ byYoungPerson }) => !byYoungPerson);
  return (
    <section aria-labelledby="agreements">
      <h2 className="region-label" id="agreements">
        {t.parts.agreements}
      </h2>
      {rows.length === 0 && <p className="meta">{t.noAgreements}</p>}
      {promised.length > 0 && (
        <AgreementList rows={promised} names={names} today={today} label={t.parts.agreements} ofOne />
      )}
      {own.length > 0 && (
        <>
          <h3 className="region-label">{t.withYoungPerson(name.split(" ")[0] ?? name)}</h3>
          <AgreementList rows={own} names={names} today={today} label={t.withYoungPerson(name)} ofOne />
        </>
      )}
    </section>
  );
}
