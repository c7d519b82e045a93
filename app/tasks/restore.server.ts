import { resolve } from "node:path";
import { replaceWith } from "#db/copies.server.ts";
import { closeDatabase } from "#db/index.server.ts";
import { takeLock } from "#db/lock.server.ts";
import { system } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { carryOut } from "#domain/command.server.ts";
import { markRestored } from "#domain/housekeeping/commands.server.ts";
import { newId } from "#domain/ids.server.ts";
import { readConfig } from "#http/config.server.ts";
import { checkCopy } from "./check-copy.server.ts";
import { prepare } from "./prepare.server.ts";

/** Puts a copy in the place of the database. The former one is kept; whoever was signed in signs in again. */
export async function run([file]: string[]): Promise<number> {
  if (!file) {
    process.stderr.write("Which copy? npm run restore -- FILE\n");
    return 64;
  }
  const { databaseFile, dataDir } = readConfig(process.env);
  const release = takeLock(dataDir);
  try {
    const rows = await checkCopy(resolve(file));
    const former = replaceWith(resolve(file), databaseFile);
    await prepare(process.env);
    const marked = await carryOut(markRestored, { rows }, asker(system, now(), "command_line"), newId());
    if (!marked.ok) throw new Error(`mark-restored: ${marked.no}`);
    closeDatabase();
    const after = await checkCopy(databaseFile);
    process.stdout.write(
      `Restored ${databaseFile}\n    from ${resolve(file)}\n` +
        (former ? `The former database lies at ${former}\n` : "") +
        `The log holds: ${after} rows. Everybody signs in again.\n`,
    );
    return 0;
  } finally {
    release();
  }
}
