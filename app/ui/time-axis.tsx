import { Fragment, type ReactNode } from "react";
import { dayScale, daysShown } from "./day-scale.ts";

export type AxisRow = {
  id: string;
  label: string;
  from: string;
  /** null: it runs on. */
  to: string | null;
  /** 0-8, the department's pair of colours. */
  pair: number;
  /** The bar in words: "aug. 2026 – juni 2027 · Voksen". */
  words: string;
  /** Stands above the first of the rows that follow each other with it. */
  lane?: string;
};

type Props = {
  rows: readonly AxisRow[];
  today: string;
  /** Under the axis: the first day, today, the last day. */
  words: { from: string; today: string; to: string };
  /** Days beyond the bars, when several pictures share one axis. */
  shown?: { from: string; to: string };
  limit?: number;
  /** Stands below when more than `limit` rows are there: "Vis alle 9". */
  more?: ReactNode;
  /** The page has the same as a list. */
  listed?: boolean;
};

export function TimeAxis({ rows, today, words, shown = daysShown(rows, today), limit = 6, more, listed }: Props) {
  const seen = rows.slice(0, limit);
  const at = dayScale(shown.from, shown.to);
  const now = Math.min(100, Math.max(0, at(today)));
  return (
    <div className="time-axis">
      <div className="time-axis-picture" aria-hidden="true">
        {seen.map((row, place) => (
          <Fragment key={row.id}>
            {row.lane && row.lane !== seen[place - 1]?.lane && <span className="time-axis-lane">{row.lane}</span>}
            <div className="time-axis-row">
              <span className="time-axis-label" title={row.words}>
                {row.label}
              </span>
              <Bar row={row} at={at} now={now} />
            </div>
          </Fragment>
        ))}
        <div className="time-axis-words">
          <svg aria-hidden="true">
            {now > 25 && <text y="14">{words.from}</text>}
            <text x={`${now}%`} y="14" textAnchor={now > 90 ? "end" : now < 10 ? "start" : "middle"}>
              {words.today}
            </text>
            {now < 75 && (
              <text x="100%" y="14" textAnchor="end">
                {words.to}
              </text>
            )}
          </svg>
        </div>
      </div>
      {!listed && (
        <ul className="time-axis-list">
          {seen.map((row) => (
            <li key={row.id}>
              {row.label} <span className="meta">{row.words}</span>
            </li>
          ))}
        </ul>
      )}
      {rows.length > limit && more}
    </div>
  );
}

function Bar({ row, at, now }: { row: AxisRow; at: (day: string) => number; now: number }) {
  const left = Math.max(0, at(row.from));
  // What runs on has no right edge: it is drawn out of the picture.
  const width = row.to === null ? 110 - left : Math.max(0.8, at(row.to) - left);
  return (
    <svg className={`time-axis-bar pair-${row.pair}`} aria-hidden="true">
      <rect x={`${left}%`} y="9" width={`${width}%`} height="14" rx="2" />
      <line className="time-axis-today" x1={`${now}%`} x2={`${now}%`} y1="0" y2="100%" />
    </svg>
  );
}
