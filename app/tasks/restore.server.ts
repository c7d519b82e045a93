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
import { signCheckpoint } from "#domain/log/checkpoints.server.ts";
import { logKeyFrom } from "#domain/log/signing.server.ts";
import { readConfig } from "#http/config.server.ts";
import { examine } from "./audit-verify.server.ts";
import { checkCopy } from "./check-copy.server.ts";
import { prepare } from "./prepare.server.ts";

/** For a copy whose log is not the one that was signed here: of another installation, or written anew. */
const OTHER_LOG = "--other-log";

/** Puts a copy in the place of the database. The former one is kept; whoever was signed in signs in again. */
export async function run([file, ...flags]: string[]): Promise<number> {
  if (!file || flags.some((flag) => flag !== OTHER_LOG)) {
    process.stderr.write(`Which copy? npm run restore -- FILE [${OTHER_LOG}]\n`);
    return 64;
  }
  const { databaseFile, dataDir, secret, checkpointFile } = readConfig(process.env);
  const release = takeLock(dataDir);
  try {
    const rows = await checkCopy(resolve(file));
    const { damage } = await examine(resolve(file), { key: logKeyFrom(secret), checkpointFile, isCopy: true });
    const other = damage !== null;
    if (damage && !flags.includes(OTHER_LOG)) {
      process.stderr.write(`${damage.line}\nNothing was put back. ${OTHER_LOG} puts it back all the same.\n`);
      return damage.code;
    }
    const former = replaceWith(resolve(file), databaseFile);
    await prepare(process.env);
    // What was signed of the log since the copy was made no longer counts, and that is signed too.
    await signCheckpoint(other ? "begun" : "restored");
    const marked = await carryOut(markRestored, { rows }, asker(system, now(), "command_line"), newId());
    if (!marked.ok) throw new Error(`mark-restored: ${marked.no}`);
    await signCheckpoint();
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
