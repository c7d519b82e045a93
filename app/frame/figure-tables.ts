import type { Counts } from "#domain/numbers/count-table.ts";
import type { Words } from "#words/words.ts";

export type FigureTable = {
  label: string;
  /** Over the names of the rows. */
  head: string;
  counts: Counts;
  rowName: (row: string) => string;
  columnName: (column: string) => string;
  beside?: Beside;
};

/** A number of each row that is no count, and has no total. */
export type Beside = { label: string; of: readonly (number | null)[] };

type ToldRow = { row: string; cells: { column: string; n: number | null }[] };

/** The rows of a table with their totals; `n` is null where a number is kept back. */
export function toldIn({ counts, rowName, columnName, beside }: FigureTable, total: string): ToldRow[] {
  const columns = [...counts.columns.map(columnName), total];
  const rowOf = (row: string, numbers: readonly (number | null | undefined)[]): ToldRow => ({
    row,
    cells: columns.map((column, at) => ({ column, n: numbers[at] ?? null })),
  });
  return [
    ...counts.rows.map((row, r) => {
      const told = rowOf(rowName(row), [...(counts.cells[r] ?? []), counts.rowTotals[r]]);
      return beside
        ? { row: told.row, cells: [...told.cells, { column: beside.label, n: beside.of[r] ?? null }] }
        : told;
    }),
    rowOf(total, [...counts.columnTotals, counts.total]),
  ];
}

/** Every number that is told as a line of its own, and a word for each that is kept back; the head first. */
export function linesOfTables({ graduates: { figures: t } }: Words, tables: readonly FigureTable[]): string[][] {
  const lines = tables.flatMap((one) =>
    toldIn(one, t.total).flatMap(({ row, cells }) =>
      cells.map(({ column, n }) => [one.label, row, column, n === null ? t.hidden : String(n)]),
    ),
  );
  return [[t.table, t.row, t.column, t.number], ...lines];
}
