import type { LogPage } from "#domain/log/queries.server.ts";
import { LookList } from "#frame/looks.tsx";
import { Empty } from "#ui/empty.tsx";
import { useWords } from "#words/words.ts";
import { About } from "./about.tsx";

/** What one young person is given: a list, and the same as a file. */
export function ForThePerson({ shown: { looks, csv, person, input, today } }: { shown: LogPage }) {
  const { log: t } = useWords();
  if (!person) return input.person ? <Empty text={t.nobodyReferred} /> : <p className="meta">{t.exportHint}</p>;
  return (
    <>
      <div>
        <About about={person} />
      </div>
      <p className="meta">{t.exportHint}</p>
      {csv && (
        <a href={`data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`} download={`${person.reference}.csv`}>
          {t.download}
        </a>
      )}
      <LookList looks={looks} today={today} />
      {looks.length === 0 && <Empty text={t.noLooks} />}
    </>
  );
}
