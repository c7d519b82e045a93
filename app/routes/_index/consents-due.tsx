import { Link } from "@remix-run/react";
import { useFrame } from "#frame/frame.ts";
import { listed } from "#words/lists.ts";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useDays, useStart } from "./use-start.ts";

/** Whom to ask for a consent anew: `Spørg igen` opens the form with what was asked last time. */
export function ConsentsDue() {
  const { start: t, consent } = useWords();
  const { language } = useFrame();
  const { consentsDue } = useStart();
  const days = useDays();
  if (consentsDue.length === 0) return null;
  return (
    <Block title={t.consents}>
      <ul className="rows">
        {consentsDue.map(({ consentId, youngPerson: { id, name }, recipients, areas, endsOn, turned18 }) => {
          const what = listed(
            areas.map((label) => label[language]),
            language,
          );
          return (
            <li key={consentId}>
              <div className="row-main">
                <p>{name}</p>
                <p className="meta">{t.consentTo(listed(recipients, language), what)}</p>
                <p className="meta">{(turned18 ? consent.ended.turned_18 : t.consentEnds)(days.short(endsOn))}</p>
              </div>
              <Link to={`/people/${id}/consents/new?again=${consentId}`} aria-label={t.askAgain(name)}>
                {consent.askAgain}
              </Link>
            </li>
          );
        })}
      </ul>
    </Block>
  );
}
