import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type Database from "better-sqlite3";
import { connect } from "./connection.server.ts";
import { Unusable } from "./migrate.server.ts";

const stamp = () => new Date().toISOString().replaceAll(/[:.]/g, "-");

/** Where a copy of the database goes by itself: `backups/` beside it. */
export function copyName(file: string, what = "copy"): string {
  const folder = join(dirname(file), "backups");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return join(folder, `${basename(file)}.${what}.${stamp()}`);
}

/** Brings a file, or the names in a folder, to the disk itself. */
function settle(path: string) {
  const handle = openSync(path, "r");
  fsyncSync(handle);
  closeSync(handle);
}

/** Puts a file in its place when it is whole, readable by its owner alone. */
function place(whole: string, target: string) {
  chmodSync(whole, 0o600);
  settle(whole);
  renameSync(whole, target);
  settle(dirname(target));
}

/** A whole copy of an open database as it stands now, while others go on writing. Without what was deleted. */
export function copyInto(raw: Database.Database, target: string): void {
  if (existsSync(target)) throw new Unusable(`${target} is there already.`);
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  // A connection opened for reading alone still cannot write to the database itself.
  raw.pragma("query_only = OFF");
  raw.prepare("vacuum into ?").run(partial);
  place(partial, target);
}

/** Puts a copy in the place of the database, which nobody may have open; answers where the former one lies now. */
export function replaceWith(copy: string, file: string): string | null {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const partial = `${file}.partial`;
  copyFileSync(copy, partial);
  const former = existsSync(file) ? copyName(file, "former") : null;
  if (former) for (const end of ["", "-wal", "-shm"]) if (existsSync(file + end)) renameSync(file + end, former + end);
  place(partial, file);
  return former;
}

/** A file opened for reading alone, beside whoever else has it open. @throws Unusable when it is not there or no database. */
export function openToRead(file: string) {
  if (!existsSync(file)) throw new Unusable(`${file} is not there.`);
  try {
    const { raw, db } = connect(file, { readonly: true });
    raw.prepare("select count(*) from sqlite_schema").get();
    // What is read through from end to end is read once.
    raw.pragma("cache_size = -2000");
    return {
      raw,
      db,
      has: (table: string): boolean =>
        raw.prepare("select 1 from sqlite_schema where type = 'table' and name = ?").get(table) !== undefined,
      /** From here on everything is read as it stands now. */
      holdStill: () => void raw.exec("begin"),
      close: () => void raw.close(),
    };
  } catch (error) {
    throw new Unusable(`${file} is no database that can be used (${(error as Error).message}).`);
  }
}

/** What is broken in a database file, or null: its pages, its references, and whether it is one of ours. */
export function flawOf(raw: Database.Database): string | null {
  const ours = raw
    .prepare("select count(*) from sqlite_schema where type = 'table' and name in ('migration', 'log')")
    .pluck()
    .get();
  if (ours !== 2) return "it is no database of Samspor";
  const pages = raw.pragma("integrity_check", { simple: true });
  if (pages !== "ok") return String(pages);
  const lost = raw.pragma("foreign_key_check") as unknown[];
  return lost.length > 0 ? `${lost.length} rows refer to rows that are not there` : null;
}
