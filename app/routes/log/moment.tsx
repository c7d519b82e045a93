import type { Moment as Shown } from "#domain/log/moment.server.ts";
import type { LogPage } from "#domain/log/queries.server.ts";
import { clockOf } from "#domain/moments.ts";
import { Empty } from "#ui/empty.tsx";
import { useWords } from "#words/words.ts";
import { About } from "./about.tsx";

/** What somebody saw at a moment: what screens followed, what pages had shown last, and the rows as they stood. */
export function Moment({ shown: { moment, input, problems } }: { shown: LogPage }) {
  const { log: t } = useWords();
  if (!moment)
    return (
      <>
        <p className="meta">{t.momentHint}</p>
        {(input.staffId || input.from || input.clock) && Object.keys(problems).length === 0 && (
          <Empty text={t.momentAsks} />
        )}
      </>
    );
  return (
    <>
      <section className="page-part">
        <h3>{t.followed}</h3>
        {moment.watches.length === 0 && <Empty text={t.nothingOpen} />}
        {moment.watches.map(({ topic, since, until, seq, about, rows }) => (
          <Seen
            key={`${topic} ${since}`}
            title={t.topics[topic.split(":")[0] ?? ""] ?? topic}
            when={[t.since(clockOf(since)), until && t.until(clockOf(until)), seq && t.seq(seq.from, seq.to)]}
            about={about}
            rows={rows}
          />
        ))}
      </section>
      <section className="page-part">
        <h3>{t.shownBefore}</h3>
        <p className="meta">{t.shownBeforeHint}</p>
        {moment.pages.length === 0 && <Empty text={t.nothingShown} />}
        {moment.pages.map(({ door, at, topic, seq, itemId, youngPersonId, about, rows }) => (
          <Seen
            key={`${door} ${at} ${topic} ${itemId} ${youngPersonId}`}
            title={t.page(t.doors[door] ?? door)}
            when={[t.at(clockOf(at)), topic && seq !== null && t.seq(seq, null)]}
            about={about}
            rows={rows}
          />
        ))}
      </section>
    </>
  );
}

type Part = Pick<Shown["pages"][number], "about" | "rows">;

function Seen({ title, when, about, rows }: { title: string; when: (string | null | false)[] } & Part) {
  const { log: t, bases } = useWords();
  return (
    <section>
      <h4>{title}</h4>
      <p className="meta">{when.filter(Boolean).join(" · ")}</p>
      {about && (
        <div>
          <About about={about} />
        </div>
      )}
      {rows.length > 0 && about && !about.name && <p className="meta">{t.hidden}</p>}
      <ul className="rows">
        {rows.map(({ table, id, version, textClass, sensitivity, text }) => (
          <li key={id}>
            <div className="row-main">
              <p>
                {[
                  t.tables[table] ?? table,
                  t.version(version),
                  textClass && bases.textClasses[textClass],
                  t.sensitivity[sensitivity],
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
              {text && <p className="measure">{text}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
