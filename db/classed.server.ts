import type Database from "better-sqlite3";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { classes } from "./classes.ts";
import { Unusable } from "./migrate.server.ts";
import * as schema from "./schema/index.ts";
import * as searchIndexes from "./search-index.ts";

/** Of our own runner, no table of the schema: names and hashes of the migrations. */
const OF_THE_RUNNER = "migration";

const known = () =>
  new Set(
    Object.entries<SQLiteTable>({ ...schema, ...searchIndexes }).flatMap(([key, table]) =>
      Object.entries(getTableColumns(table))
        .filter(([field]) => classes[key as keyof typeof classes]?.has(field))
        .map(([, column]) => `${getTableName(table)}.${column.name}`),
    ),
  );

/** Every column that stands in the file has a sensitivity class; what SQLite keeps under an index has that of the index. @throws Unusable with a line for each that has none. */
export function assertClassed(raw: Database.Database): void {
  const columns = raw
    .prepare(
      `select t.name || '.' || c.name from pragma_table_list t, pragma_table_info(t.name) c
       where t.schema = 'main' and t.type in ('table', 'virtual') and t.name not like 'sqlite_%' and t.name <> '${OF_THE_RUNNER}'`,
    )
    .pluck()
    .all() as string[];
  const classed = known();
  const without = columns.filter((name) => !classed.has(name));
  if (without.length > 0)
    throw new Unusable(without.map((name) => `The column ${name} has no class (db/classes.ts)`).join("\n"));
}
