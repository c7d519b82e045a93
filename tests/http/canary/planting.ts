import type Database from "better-sqlite3";
import { getTableColumns, getTableName } from "drizzle-orm";
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { classes } from "#db/classes.ts";
import * as schema from "#db/schema/index.ts";
import { newId } from "#domain/ids.server.ts";

const OPEN = ["K0", "K1"];
/** A word for each column, known again wherever it stands. */
export const canaryOf = (table: string, field: string) => `kanarie-${table}-${field}-x`;
export const CANARIES = /kanarie-(\w+)-(\w+)-x/gi;
/** What is looked through for the others, and holds ids, states and names of rules. */
const LOOKED_THROUGH = "log";
/** Rows of these open sessions and screens: they are left as they are, and one more holds the words. */
const IN_USE = ["session", "bigScreen"];

type Protected = { key: string; table: string; field: string; name: string; column: SQLiteColumn; takesText: boolean };

const tablesByKey = Object.entries<SQLiteTable>(schema);
const refersIn = (table: SQLiteTable) =>
  new Map(
    getTableConfig(table).foreignKeys.flatMap((key) => {
      const { columns, foreignTable } = key.reference();
      return columns.map((column) => [column.name, getTableName(foreignTable)] as const);
    }),
  );

/** Every column of a class above the open ones; whether words can stand in it, and not an id, a day, a moment or a state. */
export const protectedColumns: Protected[] = tablesByKey.flatMap(([key, table]) =>
  Object.entries(getTableColumns(table))
    .filter(
      ([field]) => key !== LOOKED_THROUGH && !OPEN.includes(classes[key as keyof typeof classes].get(field) ?? ""),
    )
    .map(([field, column]) => ({
      key,
      table: getTableName(table),
      field,
      name: column.name,
      column,
      takesText:
        column.getSQLType() !== "integer" &&
        !column.enumValues?.length &&
        !column.primary &&
        !refersIn(table).has(column.name) &&
        !/(Id|On|At|By)$|^(at|area|exit|kind|list|outcome|pause)$/.test(field),
    })),
);
export const planted = protectedColumns.filter(({ takesText }) => takesText);

export type Around = Record<string, string>;

/** A value for a column of a row that no command made. */
function valueFor(column: SQLiteColumn, refers: Map<string, string>, around: Around, raw: Database.Database): unknown {
  const { name } = column;
  const to = refers.get(name);
  if (to) return around[to] ?? raw.prepare(`select id from "${to}" limit 1`).pluck().get();
  if (column.enumValues?.length) return column.enumValues[0];
  if (column.getSQLType() === "integer") return 1;
  if (column.getSQLType() === "blob") return Buffer.from("");
  if (/On$/.test(name)) return "2026-11-20";
  // What has run out is cleared away at a start.
  if (/^(ends|expires)At$/.test(name)) return "2026-11-24T20:00:00.000Z";
  if (/At$|^at$/.test(name)) return "2026-11-24T08:30:00.000Z";
  return newId();
}

function addRow(raw: Database.Database, table: SQLiteTable, around: Around): void {
  const refers = refersIn(table);
  const columns = Object.values(getTableColumns(table)).filter((column) => {
    const ownId = column.primary && column.getSQLType() === "integer";
    return !ownId && !column.hasDefault && (column.notNull || refers.has(column.name));
  });
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  const values = columns.map((column) => valueFor(column, refers, around, raw));
  raw
    .prepare(`insert into "${getTableName(table)}" (${names}) values (${values.map(() => "?").join(", ")})`)
    .run(values);
}

/** Writes its word into every protected column of every row, past all rules; where a table is empty a row is made for it. */
export function plant(raw: Database.Database, around: Around): void {
  for (const name of raw.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all())
    raw.exec(`drop trigger "${name}"`);
  raw.pragma("foreign_keys = OFF");
  raw.pragma("ignore_check_constraints = ON");
  for (const [key, table] of tablesByKey) {
    const own = planted.filter((one) => one.key === key);
    if (own.length === 0) continue;
    const name = getTableName(table);
    const empty = raw.prepare(`select count(*) from "${name}"`).pluck().get() === 0;
    if (empty || IN_USE.includes(key)) addRow(raw, table, around);
    const where = IN_USE.includes(key) ? `where rowid = (select max(rowid) from "${name}")` : "";
    const unique = getTableConfig(table).indexes.some(({ config }) => config.unique);
    for (const { field, name: column, column: of } of own) {
      const word = canaryOf(key, field);
      const said =
        of.dataType === "json"
          ? `'${JSON.stringify({ said: word })}'`
          : of.getSQLType() === "blob"
            ? `cast('${word}' as blob)`
            : `'${["videoLink", "link"].includes(field) ? "https://video.example/" : ""}${word}'${unique ? " || rowid" : ""}`;
      raw.exec(`update "${name}" set "${column}" = ${said} ${where}`);
    }
  }
}

/** The protected columns in which no row of the file has its word. */
export function lackIn(raw: Database.Database): string[] {
  return planted
    .filter(({ key, field, table, name }) => {
      const held = raw.prepare(`select count(*) from "${table}" where instr(cast("${name}" as text), ?) > 0`);
      return held.pluck().get(canaryOf(key, field)) === 0;
    })
    .map(({ key, field }) => `${key}.${field}`);
}

/** Values in the columns that take no words which are words all the same: no id, day, moment, number or state. */
export function wordsIn(raw: Database.Database): string[] {
  const plain = /^(?:[0-9a-f-]{36}|\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?|[\d.]+|[a-z_\d]{0,40})$/;
  return protectedColumns
    .filter(({ takesText }) => !takesText)
    .flatMap(({ key, field, table, name }) => {
      const values = raw.prepare(`select distinct "${name}" from "${table}" where "${name}" is not null`).pluck().all();
      return values.filter((value) => !plain.test(String(value))).map((value) => `${key}.${field}: ${value}`);
    });
}
