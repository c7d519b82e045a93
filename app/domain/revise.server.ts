import { and, asc, eq, getTableName, inArray, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { Declined, missing } from "./errors.ts";

type Editable = SQLiteTable & { id: SQLiteColumn; version: SQLiteColumn };
type Seen = { id: string; version: number };
type RowOf<T extends Editable> = T["$inferSelect"];
type ChangeOf<T extends Editable> = Partial<Omit<T["$inferInsert"], "id" | "version">>;

export type By = { now: string; staffId: string | null };

type Statement = { execute: (values: Record<string, unknown>) => Promise<unknown> };

const cache = new WeakMap<object, Map<string, Statement>>();

/** The statement of that name, built once for each connection. */
function builtOnce(db: Db, name: string, build: () => Statement): Statement {
  const own = cache.get(db) ?? new Map<string, Statement>();
  cache.set(db, own);
  const known = own.get(name) ?? build();
  own.set(name, known);
  return known;
}

const rowNow = (db: Db, table: Editable) =>
  builtOnce(db, getTableName(table), () =>
    db
      .select()
      .from(table as SQLiteTable)
      .where(eq(table.id, sql.placeholder("id")))
      .prepare(),
  );

const setRow = (db: Db, table: Editable, columns: string[]) =>
  builtOnce(db, `${getTableName(table)} ${columns.join()}`, () => {
    const values = Object.fromEntries(columns.map((column) => [column, sql.placeholder(`new_${column}`)]));
    return db
      .update(table as SQLiteTable)
      .set({ ...values, version: sql`${table.version} + 1` })
      .where(and(eq(table.id, sql.placeholder("id")), eq(table.version, sql.placeholder("seen"))))
      .prepare();
  });

const keepFormer = prepared((db) => {
  const names = ["tableName", "rowId", "version", "row", "at", "byId"] as const;
  return db
    .insert(tables.revision)
    .values(Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as never)
    .prepare();
});

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
  const [former] = (await rowNow(db, table).execute({ id: seen.id })) as (RowOf<T> & Seen)[];
  if (!former) throw missing();
  if (former.version !== seen.version)
    throw new Declined({ no: "conflict", now: picked(former, [...given.map(([column]) => column), "version"]) });
  // What stays as it was is not written: each index that a column stands in would be written too.
  const changed = given.filter(([column, value]) => value !== former[column as keyof typeof former]);
  const values = Object.fromEntries(changed.map(([column, value]) => [`new_${column}`, value]));
  const columns = changed.map(([column]) => column);
  await setRow(db, table, columns).execute({ id: seen.id, seen: seen.version, ...values });
  await keepFormer(db).execute({
    tableName: getTableName(table),
    rowId: seen.id,
    version: former.version,
    // A former password is kept nowhere, nor what was encrypted.
    row: { ...former, password: undefined, cipher: undefined },
    at: by.now,
    byId: by.staffId,
  });
  return { ...former, ...Object.fromEntries(given), version: former.version + 1 };
}

type Ordered = Editable & { position: SQLiteColumn };

const setPlace = (db: Db, table: Ordered) =>
  builtOnce(db, `${getTableName(table)} position`, () =>
    db
      .update(table as SQLiteTable)
      .set({ position: sql`${sql.placeholder("position")}` })
      .where(eq(table.id, sql.placeholder("id")))
      .prepare(),
  );

/** Puts a row in another place of its list. The place is nothing that somebody wrote: whoever edits the row sees no other version. */
export async function reposition(db: Db, table: Ordered, id: string, position: number): Promise<void> {
  await setPlace(db, table).execute({ id, position });
}

const picked = (row: Record<string, unknown>, columns: string[]) =>
  Object.fromEntries(columns.map((column) => [column, row[column]]));

/** A row as it stood before it was last changed, with who changed it and when; undefined when it never was. */
export async function formerly<T extends Editable>(db: Db, table: T, { id, version }: Seen) {
  const { revision } = tables;
  const [kept] = await db
    .select({ row: revision.row, at: revision.at, byId: revision.byId })
    .from(revision)
    .where(and(eq(revision.tableName, getTableName(table)), eq(revision.rowId, id), eq(revision.version, version - 1)));
  return kept && { ...kept, row: kept.row as RowOf<T> };
}

/** All that stood in these rows before, each until it was changed; of a row the first version first. */
export async function formerRows<T extends Editable>(
  db: Db,
  table: T,
  ids: readonly string[],
): Promise<{ row: RowOf<T>; at: string }[]> {
  const { revision } = tables;
  const kept = await db
    .select({ row: revision.row, at: revision.at })
    .from(revision)
    .where(and(eq(revision.tableName, getTableName(table)), inArray(revision.rowId, [...ids])))
    .orderBy(asc(revision.version));
  return kept.map(({ row, at }) => ({ row: row as RowOf<T>, at }));
}

/**
 * For a row that is made at its first writing, where the version is 0 until then: whoever saw none while there is one learns what stands.
 * @throws Declined `missing` or `conflict`
 */
export function mustBeSeen<T extends { version: number }>(stands: T | undefined, version: number): void {
  if (!stands && version > 0) throw missing();
  if (stands && version === 0) throw new Declined({ no: "conflict", now: { ...stands } });
}

type Made = SQLiteTable & { id: SQLiteColumn };

/** Makes a row whose id may have come with the form. @throws Declined `missing` when that id stands already. */
export async function insertOnce<T extends Made>(db: Db, table: T, values: T["$inferInsert"]): Promise<void> {
  const made = await db
    .insert(table as SQLiteTable)
    .values(values as never)
    .onConflictDoNothing()
    .returning({ id: table.id });
  if (made.length === 0) throw missing();
}

/** Deletes what stood before in these rows, where who it was about is to be forgotten. */
export async function forgetFormer(db: Db, table: SQLiteTable, ids: readonly string[]): Promise<void> {
  const { revision } = tables;
  await db.delete(revision).where(and(eq(revision.tableName, getTableName(table)), inArray(revision.rowId, [...ids])));
}
