import { Link } from "@remix-run/react";
import type { SaidNo as No, Untold as NotTold } from "#domain/start/after-telling.server.ts";
import { AgreementList } from "#frame/agreement-list.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { Voice } from "#ui/voice.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useDays, useStart } from "./use-start.ts";

/** `2 unge har ikke fået besked`: red once the second working day after a meeting is gone. */
export function Untold({ rows }: { rows: NotTold[] }) {
  const { telling } = useWords();
  const t = telling.start;
  const days = useDays();
  if (rows.length === 0) return null;
  const late = rows.some(({ daysOver }) => daysOver > 0);
  return (
    <details className="start-part" open={late}>
      <summary>{late ? <StatusWord state="late">{t.untold(rows.length)}</StatusWord> : t.untold(rows.length)}</summary>
      <ul className="rows rows-compare">
        {rows.map(({ itemId, youngPerson, teller, by, daysOver }) => (
          <li key={itemId}>
            <span className="row-main">
              <Link to={`/items/${itemId}/tell`}>{youngPerson.name}</Link>{" "}
              <span className="meta">{t.teller(teller, days.near(by))}</span>
            </span>
            {daysOver > 0 && <StatusWord state="late">{t.daysOver(daysOver)}</StatusWord>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Agreements that young people said no to, for whoever coordinates the forum. */
export function SaidNo({ rows }: { rows: No[] }) {
  const { telling } = useWords();
  const t = telling.start;
  if (rows.length === 0) return null;
  return (
    <details className="start-part" open>
      <summary>{t.saidNo(rows.length)}</summary>
      <Rows rows={rows} label={t.saidNo(rows.length)} to={({ itemId }) => [`/items/${itemId}/tell`, t.see]} />
    </details>
  );
}

/** The same for whoever has promised it. */
export function SaidNoOwn() {
  const { telling } = useWords();
  const { saidNo } = useStart();
  const t = telling.start;
  if (saidNo.length === 0) return null;
  return (
    <Block title={t.saidNoOwn}>
      <Rows rows={saidNo} label={t.saidNoOwn} to={() => ["/actions", t.toMine]} />
    </Block>
  );
}

type RowsProps = { rows: No[]; label: string; to: (row: No) => [path: string, words: string] };

function Rows({ rows, label, to }: RowsProps) {
  const { telling } = useWords();
  const { names, today } = useStart();
  const of = new Map(rows.map((row) => [row.id, row]));
  return (
    <AgreementList rows={rows} names={names} today={today} label={label}>
      {({ id }) => {
        const row = of.get(id);
        if (!row) return null;
        const [path, words] = to(row);
        return (
          <>
            {row.onWhole && <Voice words={row.onWhole} told={telling.start.onWhole} />}
            <p>
              <Link to={path}>{words}</Link>
            </p>
          </>
        );
      }}
    </AgreementList>
  );
}
