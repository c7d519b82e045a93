import type { Counts } from "#domain/numbers/count-table.ts";
import { useWords } from "#words/words.ts";
import type { Beside } from "./figure-tables.ts";

type Props = {
  label: string;
  /** The heading above it says the same. */
  isTitled?: boolean;
  /** Over the names of the rows. */
  head: string;
  counts: Counts;
  rowName: (row: string) => string;
  columnName: (column: string) => string;
  beside?: Beside;
  /** What was found in the whole country, in percent, by column. */
  country?: { label: string; percent: Partial<Record<string, number>> };
};

/** Counts with their totals; what is kept back says so. */
export function CountsTable({ label, isTitled = false, head, counts, rowName, columnName, beside, country }: Props) {
  const t = useWords().graduates.figures;
  const columns = counts.columns.map((name, at) => ({ name, at }));
  const said = (n: number | null | undefined) => (n === null || n === undefined ? t.hidden : String(n));
  const share = (n: number | null | undefined) =>
    n === null || n === undefined || !counts.total
      ? said(n)
      : t.withShare(String(n), Math.round((100 * n) / counts.total));
  const isHidden = (n: number | null | undefined) => (n === null ? "figures figure-hidden" : "figures");
  return (
    <div className="compare-frame">
      <table className="compare counts-table">
        <caption className={isTitled ? "sr-only" : "region-label"}>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col" className="figures">
                {columnName(name)}
              </th>
            ))}
            <th scope="col" className="figures">
              {t.total}
            </th>
            {beside && (
              <th scope="col" className="figures">
                {beside.label}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {counts.rows.map((row, r) => (
            <tr key={row}>
              <th scope="row">{rowName(row)}</th>
              {columns.map(({ name, at }) => (
                <td key={name} className={isHidden(counts.cells[r]?.[at])} data-label={columnName(name)}>
                  {said(counts.cells[r]?.[at])}
                </td>
              ))}
              <td className={isHidden(counts.rowTotals[r])} data-label={t.total}>
                {said(counts.rowTotals[r])}
              </td>
              {beside && (
                <td className={isHidden(beside.of[r])} data-label={beside.label}>
                  {said(beside.of[r])}
                </td>
              )}
            </tr>
          ))}
          <tr>
            <th scope="row">{t.total}</th>
            {columns.map(({ name, at }) => (
              <td key={name} className={isHidden(counts.columnTotals[at])} data-label={columnName(name)}>
                {share(counts.columnTotals[at])}
              </td>
            ))}
            <td className={isHidden(counts.total)} data-label={t.total}>
              {said(counts.total)}
            </td>
            {beside && <td />}
          </tr>
          {country && (
            <tr>
              <th scope="row" className="figures-country">
                {country.label}
              </th>
              {columns.map(({ name }) => (
                <td key={name} className="figures" data-label={columnName(name)}>
                  {country.percent[name] === undefined ? "" : t.percent(country.percent[name])}
                </td>
              ))}
              <td />
              {beside && <td />}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
