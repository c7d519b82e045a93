import { and, eq, getTableName, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { type Db, tables } from "#db/index.server.ts";
import { Declined, missing } from "./errors.ts";

type Editable = SQLiteTable & { id: SQLiteColumn; version: SQLiteColumn };
type Seen = { id: string; version: number };
type RowOf<T extends Editable> = T["$inferSelect"];
type ChangeOf<T extends Editable> = Partial<Omit<T["$inferInsert"], "id" | "version">>;

export type By = { now: string; staffId: string | null };

type Built = {
  now: { execute: (values: Record<string, unknown>) => Promise<unknown[]> };
  set: { execute: (values: Record<string, unknown>) => Promise<unknown> };
  keep: { execute: (values: Record<string, unknown>) => Promise<unknown> };
};

const cache = new WeakMap<object, Map<string, Built>>();

function statements<T extends Editable>(db: Db, table: T, columns: string[]): Built {
  let own = cache.get(db);
  if (!own) {
    own = new Map();
    cache.set(db, own);
  }
  const key = `${getTableName(table)} ${columns.join()}`;
  let known = own.get(key);
  if (!known) {
    const values = Object.fromEntries(columns.map((column) => [column, sql.placeholder(`new_${column}`)]));
    const row = and(eq(table.id, sql.placeholder("id")), eq(table.version, sql.placeholder("seen")));
    const former = { tableName: "tableName", rowId: "rowId", version: "version", row: "row", at: "at", byId: "byId" };
    known = {
      now: db
        .select()
        .from(table as SQLiteTable)
        .where(eq(table.id, sql.placeholder("id")))
        .prepare(),
      set: db
        .update(table as SQLiteTable)
        .set({ ...values, version: sql`${table.version} + 1` })
        .where(row)
        .prepare(),
      keep: db
        .insert(tables.revision)
        .values(Object.fromEntries(Object.keys(former).map((name) => [name, sql.placeholder(name)])) as never)
        .prepare(),
    };
    own.set(key, known);
  }
  return known;
}

/**
 * The only way to change a row that people edit: if it still is the one they saw, the former row is kept and the new one answered.
 * @throws Declined `missing` when there is no such row, `conflict` with what stands when somebody changed it meanwhile.
 */
export async function revise<T extends Editable>(
  db: Db,
  table: T,
  seen: Seen,
  set: ChangeOf<T>,
  by: By,
): Promise<RowOf<T>> {
  const given = Object.entries(set).filter(([, value]) => value !== undefined);
  const columns = given.map(([column]) => column);
  const built = statements(db, table, columns);
  const [former] = (await built.now.execute({ id: seen.id })) as (RowOf<T> & Seen)[];
  if (!former) throw missing();
  if (former.version !== seen.version)
    throw new Declined({ no: "conflict", now: picked(former, [...columns, "version"]) });
  const values = Object.fromEntries(given.map(([column, value]) => [`new_${column}`, value]));
  await built.set.execute({ id: seen.id, seen: seen.version, ...values });
  await built.keep.execute({
    tableName: getTableName(table),
    rowId: seen.id,
    version: former.version,
    // A former password is kept nowhere.
    row: { ...former, password: undefined },
    at: by.now,
    byId: by.staffId,
  });
  return { ...former, ...Object.fromEntries(given), version: former.version + 1 };
}

const picked = (row: Record<string, unknown>, columns: string[]) =>
  Object.fromEntries(columns.map((column) => [column, row[column]]));
