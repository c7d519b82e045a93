import { closeDatabase, written } from "#db/index.server.ts";
import { takeLock } from "#db/lock.server.ts";
import { Unusable } from "#db/migrate.server.ts";
import { now } from "#domain/clock.server.ts";
import { signAsItGrows, signCheckpoint } from "#domain/log/checkpoints.server.ts";
import { endLeftWatches } from "#domain/log/watched-at.server.ts";
import { EX_CONFIG, Misconfigured, readConfig } from "#http/config.server.ts";
import { failure } from "#http/failure.server.ts";
import { startDailyMail, stopDailyMail } from "./daily-mail.server.ts";
import { greeting } from "./greeting.server.ts";
import { startHousekeeping, stopHousekeeping } from "./housekeeping.server.ts";
import { lookAtLog } from "./look-at-log.server.ts";
import { prepare } from "./prepare.server.ts";

type To = { development: boolean; unregistered: string[] };
export type Booted = { port: number; host: string; ready: (port: number) => void } | { exit: number };

let release = () => {};
let stopSigning = () => {};

/**
 * Makes everything ready to serve: configuration, lock, database, demo. What cannot be used is said in a line each, with an exit code.
 * @param unregistered what the program would answer without a rule: nothing is opened while there is any.
 */
export async function boot({ development, unregistered }: To): Promise<Booted> {
  try {
    if (unregistered.length > 0) throw new Unusable(unregistered.join("\n"));
    release = takeLock(readConfig(process.env).dataDir);
    const config = await prepare(process.env);
    const demo = config.mode === "demo" ? await (await import("#demo/fill.server.ts")).fillDemo() : null;
    await lookAtLog(config);
    await endLeftWatches(now());
    stopSigning = signAsItGrows(failure);
    await startHousekeeping();
    await signCheckpoint().catch(failure);
    startDailyMail(config.mail, config.origin ?? `http://localhost:${config.port}`);
    return {
      port: config.port,
      host: config.host,
      ready: (port) => process.stdout.write(greeting({ ...config, port, development, demo })),
    };
  } catch (error) {
    if (!(error instanceof Misconfigured) && !(error instanceof Unusable)) throw error;
    process.stderr.write(`${error.message}\n`);
    return { exit: EX_CONFIG };
  }
}

/** Everything that was written is on disk; the files are closed. */
export async function finish(): Promise<void> {
  stopHousekeeping();
  stopDailyMail();
  stopSigning();
  // On a full disk what others write in the same turn takes this with it: the server stops all the same.
  await written().catch(failure);
  await signCheckpoint().catch(failure);
  closeDatabase();
  release();
}
