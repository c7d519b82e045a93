/**
 * drizzle over one connection of better-sqlite3, async as over one that is far away. What drizzle's own for that does anew at each
 * answer is done here once for a statement: which value goes where, and how its rows are read.
 */
import type Database from "better-sqlite3";
import { is, Param, Placeholder, type Query } from "drizzle-orm";
import {
  BaseSQLiteDatabase,
  type PreparedQueryConfig,
  type SelectedFieldsOrdered,
  SQLiteAsyncDialect,
  type SQLiteExecuteMethod,
  SQLitePreparedQuery,
  SQLiteSession,
} from "drizzle-orm/sqlite-core";
import { type AlwaysThere, rowReader } from "./row-reader.server.ts";

type Tables = Record<string, never>;

/** What every query and command works on: async, so that another engine can stand behind it. */
export type Db = BaseSQLiteDatabase<"async", unknown, Tables>;

type Values = Record<string, unknown>;
type Compile = (text: string) => Database.Statement;

/** A value that has a name is bound once, however often a statement says it: a rule of who may says `me` dozens of times. */
class Dialect extends SQLiteAsyncDialect {
  override escapeParam(_nth: number, value?: unknown): string {
    return is(value, Placeholder) ? `@${value.name}` : "?";
  }
}

/** A value that a column writes in its own way, by the name it is given under. */
class Encoded {
  constructor(
    readonly name: string,
    readonly encode: (value: unknown) => unknown,
  ) {}
}

/** SQLite compiles a statement anew each time that a value is bound to its LIMIT; written out it stays as it is. */
function withLimit({ sql, params }: Query): Query {
  if (!sql.endsWith(" limit ?")) return { sql, params };
  return { sql: `${sql.slice(0, -1)}${Number(params.at(-1))}`, params: params.slice(0, -1) };
}

class Statement extends SQLitePreparedQuery<PreparedQueryConfig & { type: "async" }> {
  /** Set by drizzle once a select is built. */
  joinsNotNullableMap: AlwaysThere | undefined;
  readonly #text: string;
  readonly #unnamed: unknown[];
  readonly #named: boolean;
  readonly #encodes: boolean;
  #compiled: Database.Statement | undefined;
  #reader: ReturnType<typeof rowReader> | undefined;

  constructor(
    query: Query,
    method: SQLiteExecuteMethod,
    readonly fields: SelectedFieldsOrdered | undefined,
    readonly compile: Compile,
  ) {
    super("async", method, query);
    const { sql, params } = withLimit(query);
    this.#text = sql;
    this.#named = params.some((one) => is(one, Placeholder));
    this.#unnamed = params
      .filter((one) => !is(one, Placeholder))
      .map((one) =>
        is(one, Param) && is(one.value, Placeholder)
          ? new Encoded(one.value.name, (value) => one.encoder.mapToDriverValue(value))
          : one,
      );
    this.#encodes = this.#unnamed.some((one) => one instanceof Encoded);
  }

  #bound(values: Values): unknown[] {
    const unnamed = this.#encodes ? this.#unnamed.map((one) => encoded(one, values)) : this.#unnamed;
    return this.#named ? [unnamed, values] : [unnamed];
  }

  #rows(values: Values = {}): unknown[][] {
    this.#compiled ??= this.compile(this.#text);
    const bound = this.#bound(values);
    if (this.#compiled.reader) return this.#compiled.all(...bound) as unknown[][];
    this.#compiled.run(...bound);
    return [];
  }

  #read(row: unknown[]) {
    if (!this.fields) return row;
    this.#reader ??= rowReader(this.fields, this.joinsNotNullableMap);
    return this.#reader(row);
  }

  async run(values?: Values): Promise<unknown> {
    return this.#rows(values);
  }

  async all(values?: Values): Promise<unknown> {
    return this.#rows(values).map((row) => this.#read(row));
  }

  async get(values?: Values): Promise<unknown> {
    const [row] = this.#rows(values);
    return row && this.#read(row);
  }

  async values(values?: Values): Promise<unknown> {
    return this.#rows(values);
  }
}

function encoded(value: unknown, values: Values): unknown {
  if (!(value instanceof Encoded)) return value;
  if (!(value.name in values)) throw new Error(`Nothing was given for "${value.name}"`);
  return value.encode(values[value.name]);
}

class Session extends SQLiteSession<"async", unknown, Tables, Tables> {
  constructor(
    dialect: Dialect,
    readonly compile: Compile,
  ) {
    super(dialect);
  }

  prepareQuery(query: Query, fields: SelectedFieldsOrdered | undefined, method: SQLiteExecuteMethod) {
    return new Statement(query, method, fields, this.compile);
  }

  transaction(): never {
    throw new Error("A transaction is begun by the door alone");
  }
}

/** A list of another length is another text: those that nobody has asked for longest are let go. */
const MOST_COMPILED = 2000;

/** Compiles a statement once for each text, as long as it is among the last `most` that were asked for. */
export function compiledOnce(raw: Pick<Database.Database, "prepare">, most = MOST_COMPILED): Compile {
  const statements = new Map<string, Database.Statement>();
  return (text) => {
    let known = statements.get(text);
    if (known) statements.delete(text);
    else {
      known = raw.prepare(text);
      if (known.reader) known.raw();
    }
    statements.set(text, known);
    const [oldest] = statements.keys();
    if (statements.size > most && oldest !== undefined) statements.delete(oldest);
    return known;
  };
}

/** drizzle over that connection; statements are compiled once for each text. */
export function drizzleOver(raw: Database.Database): Db {
  const dialect = new Dialect();
  return new BaseSQLiteDatabase("async", dialect, new Session(dialect, compiledOnce(raw)), undefined);
}
