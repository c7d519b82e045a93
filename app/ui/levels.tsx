import type { RubricDimension } from "#db/vocabulary.ts";
import { useWords } from "#words/words.ts";

const WIDE = 8;
const STEP = 12;
const HIGH = 21;

/** How clear each of the five is, from 0 to 3, with its words on focus; never one figure for all. */
export function Levels({ levels }: { levels: readonly { about: RubricDimension; level: number | null }[] }) {
  const { stu: t } = useWords();
  if (levels.every(({ level }) => level === null)) return <span className="meta">{t.notRated}</span>;
  const words = levels.map(({ about, level }) => `${t.levels[about]} ${level ?? "–"}`).join(", ");
  const text = words.charAt(0).toLocaleUpperCase() + words.slice(1);
  return (
    <details className="levels">
      <summary aria-label={text} data-words={text}>
        <svg width={STEP * 5} height={HIGH + 3} aria-hidden="true">
          {levels.map(({ about, level }, at) => (
            <g key={about}>
              <rect className="bar-ground" x={at * STEP} y={HIGH} width={WIDE} height="2" />
              <rect
                className="bar-strong"
                x={at * STEP}
                y={HIGH - (level ?? 0) * (HIGH / 3)}
                width={WIDE}
                height={(level ?? 0) * (HIGH / 3)}
              />
            </g>
          ))}
        </svg>
      </summary>
      {text}
    </details>
  );
}
