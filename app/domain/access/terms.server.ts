import { and, eq, exists, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { QueryBuilder, type SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";

/** Who asks, the moment and the day it is: the only things a rule takes from outside. */
export const me = sql.placeholder("me");
export const now = sql.placeholder("now");
/** The same clock a day ago. */
export const dayBefore = sql.placeholder("dayBefore");
export const today = sql.placeholder("today");
/** The last day on which a confirmation no longer counts. */
export const lapsed = sql.placeholder("lapsed");

/** A yes as every dialect writes it: the words of a rule are written out. */
export const isYes = (column: SQLiteColumn) => eq(column, sql`true`);

export const one = (from: SQLiteTable, where: SQL | undefined) =>
  exists(new QueryBuilder().select({ one: sql`1` }).from(from).where(where));

export const current = (t: { fromOn: SQLiteColumn; toOn: SQLiteColumn }) =>
  and(lte(t.fromOn, today), or(isNull(t.toOn), gt(t.toOn, today)));
