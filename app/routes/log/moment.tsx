import type { LogPage } from "#domain/log/queries.server.ts";
import { clockOf } from "#domain/moments.ts";
import { Empty } from "#ui/empty.tsx";
import { useWords } from "#words/words.ts";
import { About } from "./about.tsx";

/** What somebody's screens showed at a moment: topics, at which seq, and the rows as they stood. */
export function Moment({ shown: { moment } }: { shown: LogPage }) {
  const { log: t } = useWords();
  if (!moment) return <p className="meta">{t.momentHint}</p>;
  if (moment.watches.length === 0) return <Empty text={t.nothingOpen} />;
  return (
    <>
      {moment.watches.map(({ topic, since, until, seq, about, rows }) => (
        <section key={`${topic} ${since}`} className="page-part">
          <h3>{t.topics[topic.split(":")[0] ?? ""] ?? topic}</h3>
          <p className="meta">
            {[t.since(clockOf(since)), until && t.until(clockOf(until)), seq && t.seq(seq.from, seq.to)]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {about && (
            <div>
              <About about={about} />
            </div>
          )}
          {rows.length > 0 && !about?.name && <p className="meta">{t.hidden}</p>}
          <ul className="rows">
            {rows.map(({ table, id, version, textClass, text }) => (
              <li key={id}>
                <div className="row-main">
                  <p>{[t.tables[table] ?? table, t.version(version), textClass].filter(Boolean).join(" · ")}</p>
                  {text && <p className="measure">{text}</p>}
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
