import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useStart } from "./use-start.ts";

/** Own agreements that nobody waits for any more, since the case ended; of others only that there are some. */
export function Lapsed() {
  const { cases: t } = useWords();
  const {
    lapsed: { rows, others },
  } = useStart();
  if (rows.length + others === 0) return null;
  return (
    <Block title={t.lapsed}>
      <p className="meta">{t.lapsedHint}</p>
      <ul className="rows">
        {rows.map(({ id, text, youngPerson, because }) => (
          <li key={id}>
            <div className="row-main">
              <p>{text}</p>
              <p className="meta">
                {[youngPerson?.name ?? youngPerson?.initials, because && t.becauses[because]]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {others > 0 && <p>{t.lapsedOthers(others)}</p>}
    </Block>
  );
}
