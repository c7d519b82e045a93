import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Unusable } from "./migrate.server.ts";

const isBusy = (error: unknown) => String((error as { code?: string }).code).startsWith("SQLITE_BUSY");

/**
 * One process serves a data folder at a time. The lock is the operating system's, on `server.lock`, so it ends with the process,
 * however that ends; the file itself stays and locks nothing.
 * @returns what gives it back. @throws Unusable when another process has it.
 */
export function takeLock(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, "server.lock");
  const raw = new Database(file, { timeout: 0 });
  try {
    raw.pragma("journal_mode = MEMORY");
    raw.exec("begin immediate; create table if not exists holder (pid integer); delete from holder");
    raw.prepare("insert into holder values (?)").run(process.pid);
    raw.exec("commit; begin immediate");
  } catch (error) {
    const pid = isBusy(error) ? holderOf(raw) : null;
    raw.close();
    if (!isBusy(error)) throw error;
    throw new Unusable(`A server is running on ${dataDir}${pid ? ` (process ${pid})` : ""}. Stop it first.`);
  }
  return () => raw.close();
}

function holderOf(raw: Database.Database): unknown {
  try {
    return raw.prepare("select pid from holder").pluck().get();
  } catch {
    return null;
  }
}
