import { followUpCodes } from "#db/vocabulary.ts";
import type { Counts } from "#domain/graduates/cohort.ts";
import type { GraduateFigures } from "#domain/graduates/queries.server.ts";
import type { Words } from "#words/words.ts";
import { namesOf } from "./names.ts";

export type FigureTable = {
  label: string;
  /** Over the names of the rows. */
  head: string;
  counts: Counts;
  rowName: (row: string) => string;
  columnName: (column: string) => string;
};

/** Every table of the page, in its order, at every time that somebody is asked. */
export function figureTables(words: Words, figures: GraduateFigures): FigureTable[] {
  const t = words.graduates.figures;
  const names = namesOf(words, figures);
  const byHalf = { head: t.left, rowName: names.half, columnName: names.code };
  const of = <T extends { code: string }>(all: T[], code: string) => all.filter((one) => one.code === code);
  return [
    { label: t.endings, counts: figures.endings, ...byHalf },
    ...followUpCodes.flatMap((code) => [
      ...of(figures.byHalf, code).map((counts) => ({ label: t.byHalf(names.months(code)), counts, ...byHalf })),
      ...of(figures.byProvider, code).map((counts) => ({
        ...{ label: t.byProvider(names.months(code)), head: t.provider, counts },
        ...{ rowName: names.provider, columnName: names.code },
      })),
    ]),
    { label: t.wishes, counts: figures.wishes, ...byHalf },
    ...figures.flows.map(({ from, to, counts }) => ({
      ...{ label: t.step(names.moment(from), names.moment(to)), head: names.moment(from), counts },
      ...{ rowName: names.code, columnName: names.code },
    })),
  ];
}

type ToldRow = { row: string; cells: { column: string; n: number | null }[] };

/** The rows of a table with their totals; `n` is null where a number is kept back. */
export function toldIn({ counts, rowName, columnName }: FigureTable, total: string): ToldRow[] {
  const columns = [...counts.columns.map(columnName), total];
  const rowOf = (row: string, numbers: readonly (number | null | undefined)[]): ToldRow => ({
    row,
    cells: columns.map((column, at) => ({ column, n: numbers[at] ?? null })),
  });
  return [
    ...counts.rows.map((row, r) => rowOf(rowName(row), [...(counts.cells[r] ?? []), counts.rowTotals[r]])),
    rowOf(total, [...counts.columnTotals, counts.total]),
  ];
}

/** Every number that is told as a line of its own, and a word for each that is kept back; the head first. */
export function figureLines(words: Words, figures: GraduateFigures): string[][] {
  const t = words.graduates.figures;
  const lines = figureTables(words, figures).flatMap((one) =>
    toldIn(one, t.total).flatMap(({ row, cells }) =>
      cells.map(({ column, n }) => [one.label, row, column, n === null ? t.hidden : String(n)]),
    ),
  );
  return [[t.table, t.row, t.column, t.number], ...lines];
}
