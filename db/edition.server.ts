import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { type Db, prepared } from "./connection.server.ts";

type Versioned = SQLiteTable & { version: SQLiteColumn };

const versionsIn = (table: Versioned): SQL<number> => sql`(select total(${table.version}) from ${table})`;

/**
 * A number that grows whenever a row of these tables is added or revised. While it is the same, what was read from them,
 * and from them alone, still holds. Only of tables that nothing is deleted from and that change with their version: triggers.sql.
 */
export function editionOf(...tables: [Versioned, ...Versioned[]]): (db: Db) => Promise<number> {
  const edition = sql<number>`${sql.join(tables.map(versionsIn), sql` + `)}`;
  const statement = prepared((db) => db.select({ edition }).from(tables[0]).limit(1).prepare());
  return async (db) => (await statement(db).execute())[0]?.edition ?? 0;
}
