/** The only file that knows a dialect: the kinds of columns that the schema is written in. */
import { type SQL, sql } from "drizzle-orm";
import * as lite from "drizzle-orm/sqlite-core";

export const { sqliteTable: table, index, uniqueIndex, primaryKey, check } = lite;

/** Text; with a list of words, only those. */
export const text = lite.text;
export const int = () => lite.integer();

/** Yes or no. */
export const flag = lite.customType<{ data: boolean; driverData: number }>({
  dataType: () => "integer",
  toDriver: (value) => (value ? 1 : 0),
  fromDriver: (value) => value === 1,
});

export const json = <T>() => lite.text({ mode: "json" }).$type<T>();

export const bytes = lite.customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "blob" });

/** A number that the database counts up by itself, without ever using one again. */
export const counted = () => lite.integer().primaryKey({ autoIncrement: true });

/** A place in an index, given by the database. */
export const place = () => lite.integer().primaryKey();

/** Identity of a row: uuid v7, never reused. */
export const id = () => lite.text().primaryKey();

/** Every row that people edit has a version; only `revise` counts it up. */
export const version = () => lite.integer().notNull().default(1);

/** A day without a clock, `2026-11-21`, in Europe/Copenhagen. */
export const on = () => lite.text();

/** A moment, ISO 8601 in UTC. */
export const at = () => lite.text();

/** A check that the column holds one of the words of its list. */
export function oneOf(name: string, column: lite.SQLiteColumn, words: readonly string[]) {
  const list: SQL = sql.raw(words.map((word) => `'${word}'`).join(", "));
  return lite.check(name, sql`${column} in (${list})`);
}
