import type { Language } from "#db/vocabulary.ts";
import { YOUNG_PERSON } from "#domain/sharing/consent-rules.ts";
import type { ConsentToRead } from "#domain/sharing/shown.server.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

type Read = Pick<ConsentToRead, "consent" | "firstName" | "today"> & { language: Language };

/** What is read aloud before anybody says yes: short sentences, as one would say them. */
export function ReadAloud({ consent, firstName, today, language }: Read) {
  const { consent: t } = useWords();
  const { long } = dayWords(language, today);
  const asked = [...consent.said, ...(consent.missing ?? [])];
  const own = asked.every(({ giver }) => giver === YOUNG_PERSON);
  return (
    <article className="read-aloud">
      <h1>{t.kinds[consent.kind]}</h1>
      <p>{own ? t.read.introOwn : t.read.intro(firstName)}</p>
      <h2>{t.read.who}</h2>
      <ul>
        {consent.recipients.map((one) => (
          <li key={one.id}>{one.name}</li>
        ))}
      </ul>
      <h2>{t.read.about}</h2>
      <ul>
        {consent.areas.map(({ code, label }) => (
          <li key={code}>{label[language]}</li>
        ))}
      </ul>
      <p>{t.read.only}</p>
      <h2>{t.read.why}</h2>
      <p>{consent.purpose}</p>
      <h2>{t.read.long}</h2>
      <p>{t.read.until(long(consent.endsOn))}</p>
      <h2>{t.read.free}</h2>
      <p>{t.read.freeText}</p>
      <div className="paper-only">
        {asked.map(({ giver, name }) => (
          <p key={giver} className="read-signature">
            {name}. {t.read.signature}:
          </p>
        ))}
      </div>
    </article>
  );
}
