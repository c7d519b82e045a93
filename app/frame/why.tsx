import { useWords } from "#words/words.ts";

/** `Du kan se dette, fordi …`: the rules that hold, in plain words. */
export function Because({ reasons }: { reasons: string[] }) {
  const { access: t } = useWords();
  if (reasons.length === 0) return null;
  return (
    <p className="meta because">
      {t.because} {reasons.join(" · ")}.
    </p>
  );
}

type Seeing = { id: string; name: string; title: string; reasons: string[] };

/** `Hvem kan se det nu`: everybody for whom the same rules say yes, with why. */
export function WhoSees({ who, label }: { who: Seeing[]; label: string }) {
  const { access: t } = useWords();
  return (
    <>
      <p className="meta">{t.whoHint(who.length)}</p>
      <ul className="rows rows-compare rows-fall" aria-label={label}>
        {who.map(({ id, name, title, reasons }) => (
          <li key={id}>
            <span className="row-main">
              {name} <span className="meta">{title}</span>
            </span>
            <span className="meta">{reasons.join(" · ")}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
