import type { LookLine } from "#domain/log/looks.server.ts";
import { useWords } from "#words/words.ts";

/** Who has looked at a young person: day, unit and purpose, never who. */
export function Looks({ looks }: { looks: LookLine[] }) {
  const { people: t, log } = useWords();
  return (
    <section className="page-part" aria-labelledby="looks">
      <h2 id="looks">{t.looks}</h2>
      <p className="meta">{t.looksHint}</p>
      <LookList looks={looks} />
      {looks.length === 0 && <p className="meta">{log.noLooks}</p>}
    </section>
  );
}

export function LookList({ looks }: { looks: LookLine[] }) {
  const { log: t } = useWords();
  return (
    <ul className="rows">
      {looks.map(({ on, unit, purpose, times }) => (
        <li key={`${on} ${unit} ${purpose}`}>
          <div className="row-main">
            <p>
              {`${on} · ${unit || t.noUnit} · ${t.purposes[purpose]} `}
              <span className="meta">{t.times(times)}</span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
