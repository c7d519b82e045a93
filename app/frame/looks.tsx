import type { LookLine } from "#domain/log/looks.server.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { useFrame } from "./frame.ts";

const AT_ONCE = 10;

/** Who has looked at a young person: day, unit and purpose, never who; the newest first, those long ago folded. */
export function Looks({ looks, today }: { looks: LookLine[]; today: string }) {
  const { people: t, log } = useWords();
  const older = looks.slice(AT_ONCE);
  return (
    <section className="page-part" aria-labelledby="looks">
      <h2 id="looks">{t.looks}</h2>
      <p className="meta">{t.looksHint}</p>
      <LookList looks={looks.slice(0, AT_ONCE)} today={today} />
      {looks.length === 0 && <p className="meta">{log.noLooks}</p>}
      {older.length > 0 && (
        <details className="add-part">
          <summary>{log.olderLooks(older.length)}</summary>
          <LookList looks={older} today={today} />
        </details>
      )}
    </section>
  );
}

export function LookList({ looks, today }: { looks: LookLine[]; today: string }) {
  const { log: t } = useWords();
  const { short } = dayWords(useFrame().language, today);
  return (
    <ul className="rows">
      {looks.map(({ on, unit, purpose, times }) => (
        <li key={`${on} ${unit} ${purpose}`}>
          <div className="row-main">
            <p>
              {`${short(on)} · ${unit || t.noUnit} · ${t.purposes[purpose]} `}
              <span className="meta">{t.times(times)}</span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
