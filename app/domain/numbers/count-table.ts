import { type Told, withoutSmall } from "./small-cells.ts";

/** A table of counts with what its rows are. */
export type Counts = { rows: string[]; columns: string[] } & Told;

/** Counts by row and column, with what is too small to be told kept back. */
export function countTable<T>(
  rows: readonly string[],
  columns: readonly string[],
  of: readonly T[],
  row: (one: T) => string,
  column: (one: T) => string,
): Counts {
  const counts = rows.map((r) => columns.map((c) => of.filter((one) => row(one) === r && column(one) === c).length));
  return { rows: [...rows], columns: [...columns], ...withoutSmall(counts) };
}
