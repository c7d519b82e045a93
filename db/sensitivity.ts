import type { SQLiteTable } from "drizzle-orm/sqlite-core";

/**
 * How sensitive a column is: K0 public, K1 internal, K2 personal, K3 confidential, K4 special (health, offences: whatever people
 * may write about a young person), K5 sealed. A column that stands in no class does not compile.
 */
export type SensitivityClass = "K0" | "K1" | "K2" | "K3" | "K4" | "K5";

type Column<T extends SQLiteTable> = keyof T["$inferSelect"] & string;
type Groups<T extends SQLiteTable> = { readonly [K in SensitivityClass]?: readonly Column<T>[] };
type Grouped<G> = Extract<G[keyof G], readonly unknown[]>[number];
type Left<T extends SQLiteTable, G> = Exclude<Column<T>, Grouped<G>>;

/** The columns of a table by class; what is left out stands in the error. */
export function classed<T extends SQLiteTable, const G extends Groups<T>>(
  _table: T,
  groups: G & ([Left<T, G>] extends [never] ? unknown : { "without a class": Left<T, G> }),
): Map<string, SensitivityClass> {
  const entries = Object.entries(groups) as [SensitivityClass, readonly string[]][];
  return new Map(entries.flatMap(([group, columns]) => columns.map((column) => [column, group] as const)));
}
