import { Column, getTableName, is, SQL, Subquery } from "drizzle-orm";
import type { SelectedFieldsOrdered } from "drizzle-orm/sqlite-core";

/** By table of a select with joins: whether it always has a row. */
export type AlwaysThere = Record<string, boolean>;

type Made = Record<string, unknown>;
type Field = SelectedFieldsOrdered[number]["field"];

/** What makes of a value as SQLite has it one of ours; nothing where it is one already. */
function decoderOf(field: Field) {
  if (is(field, Column))
    return field.mapFromDriverValue === Column.prototype.mapFromDriverValue
      ? null
      : (value: unknown) => field.mapFromDriverValue(value);
  const { decoder } = (is(field, SQL) ? field : is(field, Subquery) ? field._.sql : field.sql) as unknown as {
    decoder: { mapFromDriverValue: (value: unknown) => unknown };
  };
  return (value: unknown) => decoder.mapFromDriverValue(value);
}

/** The objects that are null where the join found no row: of columns of one table alone, each with its first column. */
function optionalOf(fields: SelectedFieldsOrdered, alwaysThere: AlwaysThere) {
  const found = new Map<string, { first: number; table: string | null }>();
  fields.forEach(({ path: [object = "", ...below], field }, n) => {
    if (below.length === 0 || !is(field, Column)) return;
    const table = getTableName(field.table);
    const known = found.get(object);
    if (!known) found.set(object, { first: n, table });
    else if (known.table !== table) known.table = null;
  });
  return [...found].flatMap(([object, { first, table }]) =>
    table !== null && !alwaysThere[table] ? [{ object, first }] : [],
  );
}

/** Makes of a row as SQLite answers it the object that a select names: its columns, or objects of columns. */
export function rowReader(fields: SelectedFieldsOrdered, alwaysThere: AlwaysThere | undefined) {
  const columns = fields.map(({ path, field }) => {
    const [first = "", second, ...more] = path;
    if (more.length > 0) throw new Error(`A select names columns one level down, not ${path.join(".")}`);
    return { object: second === undefined ? null : first, name: second ?? first, decode: decoderOf(field) };
  });
  const optional = alwaysThere ? optionalOf(fields, alwaysThere) : [];
  return (row: unknown[]): Made => {
    const made: Made = {};
    for (let n = 0; n < columns.length; n += 1) {
      const { object, name, decode } = columns[n] as (typeof columns)[number];
      const value = row[n];
      let into = made;
      if (object !== null) {
        made[object] ??= {};
        into = made[object] as Made;
      }
      into[name] = value === null || decode === null ? value : decode(value);
    }
    for (const { object, first } of optional) if (row[first] === null) made[object] = null;
    return made;
  };
}
