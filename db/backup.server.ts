import { existsSync, mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type Database from "better-sqlite3";

const stamp = () => new Date().toISOString().replaceAll(/[:.]/g, "-");

const folderOf = (file: string) => {
  const folder = join(dirname(file), "backups");
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** A whole copy beside the file, before its schema is changed. */
export function backupBeforeMigration(raw: Database.Database, file: string): void {
  raw.prepare("vacuum into ?").run(join(folderOf(file), `${basename(file)}.before-migration.${stamp()}`));
}

/** Copies the open database while it is in use; answers the name of the copy. In-process, because nothing else may open the live file. */
export async function backup(raw: Database.Database, file: string, to?: string): Promise<string> {
  const target = to ?? join(folderOf(file), `${basename(file)}.${stamp()}`);
  if (existsSync(target)) throw new Error(`${target} is there already`);
  await raw.backup(target);
  return target;
}
