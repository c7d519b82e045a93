import { createHash } from "node:crypto";
import { join } from "node:path";
import { openDatabase, rawDatabase } from "#db/index.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { fillCodes } from "#domain/codes/fill.server.ts";
import { openLogKey } from "#domain/log/signing.server.ts";
import { openVault } from "#domain/vault.server.ts";
import { readConfig, setConfig } from "#http/config.server.ts";

/** Opens a database of that name, made ready as a server does it; all of a folder share their secret. */
export async function openAt(folder: string, name: string) {
  const config = readConfig({ ...process.env, DATA_DIR: folder, DATABASE_URL: join(folder, name) });
  setConfig(config);
  openVault(config.secret);
  openLogKey(config.secret);
  migrate(openDatabase(config.databaseFile), () => undefined);
  await fillCodes();
}

/** What is drawn anew each time, for the sake of secrecy. */
export const SECRET = ["password", "cipher", "wrappedKey", "tokenHash"];

export function allRows(): [table: string, rows: Record<string, unknown>[]][] {
  const raw = rawDatabase();
  const names = raw
    .prepare("select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[];
  return names
    .filter((name) => name !== "migration")
    .map((name) => [name, raw.prepare(`select * from "${name}" order by rowid`).all() as Record<string, unknown>[]]);
}

/** The index of words takes in what stands at its own pace. */
const ofTheDemo = () => allRows().filter(([name]) => !name.startsWith("search_"));

/** Of each table: how many rows, and a hash over them. */
export const hashes = () =>
  Object.fromEntries(
    ofTheDemo().map(([name, rows]) => {
      const open = rows.map((row) => Object.entries(row).filter(([column]) => !SECRET.includes(column)));
      return [name, `${rows.length} ${createHash("sha256").update(JSON.stringify(open)).digest("hex")}`];
    }),
  );

export function groupedBy<T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
