import { desc } from "drizzle-orm";
import { assertClassed } from "#db/classed.server.ts";
import { copyInto, copyName } from "#db/copies.server.ts";
import { databaseFile, openDatabase, read, tables } from "#db/index.server.ts";
import { migrate, Unusable } from "#db/migrate.server.ts";
import { beginCases } from "#domain/cases/begin.server.ts";
import { notBefore, now, startClockAt } from "#domain/clock.server.ts";
import { fillCodes } from "#domain/codes/fill.server.ts";
import { keepCheckpoints } from "#domain/log/checkpoints.server.ts";
import { openLogKey } from "#domain/log/signing.server.ts";
import { setSendsMail } from "#domain/mail/outgoing.server.ts";
import { beginReviews } from "#domain/people/reviews-begin.server.ts";
import { fillRegister } from "#domain/sharing/register.server.ts";
import { setIssuer } from "#domain/signin/issuer.server.ts";
import { openVault } from "#domain/vault.server.ts";
import { type Config, readConfig, setConfig } from "#http/config.server.ts";

/** Reads the configuration, opens the database, brings it to this program's schema and fills the dated lists. */
export async function prepare(env: NodeJS.ProcessEnv): Promise<Config> {
  const config = readConfig(env);
  setConfig(config);
  openVault(config.secret);
  setIssuer(config.oidc?.issuer ?? null);
  setSendsMail(config.mail !== null);
  openLogKey(config.secret);
  keepCheckpoints(config.checkpointFile);
  if (config.now) startClockAt(config.now);
  openFile(config.databaseFile);
  await fillCodes();
  await fillRegister();
  const [last] = await read((db) =>
    db.select({ at: tables.log.at }).from(tables.log).orderBy(desc(tables.log.seq)).limit(1),
  );
  if (last) notBefore(last.at);
  await beginReviews(now());
  await beginCases(now());
  return config;
}

/** @throws Unusable when the file is no database, cannot be written, is newer than the program, or has a column without a class. */
function openFile(file: string): void {
  try {
    const raw = openDatabase(file);
    migrate(raw, () => copyInto(raw, copyName(databaseFile(), "before-migration")));
    assertClassed(raw);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (error instanceof Unusable) throw error;
    if (code === "SQLITE_NOTADB" || code === "SQLITE_CORRUPT")
      throw new Unusable(
        `${file} is no database that can be used (${message}). Restore a backup: npm run restore -- FILE`,
      );
    if (code === "SQLITE_CANTOPEN" || code === "SQLITE_READONLY" || code === "EACCES" || code === "EROFS")
      throw new Unusable(`${file} cannot be opened for writing (${message}).`);
    throw error;
  }
}
