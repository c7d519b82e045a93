import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { count } from "drizzle-orm";
import { closeDatabase, databaseFile, openDatabase, read, tables } from "#db/index.server.ts";
import { migrate, Unusable } from "#db/migrate.server.ts";
import { now } from "#domain/clock.server.ts";
import { fillCodes } from "#domain/codes/fill.server.ts";
import { completeDemo, demoDay, isWholeDemo } from "#domain/demo-day.server.ts";
import { removeOldRows } from "#domain/housekeeping/commands.server.ts";
import { signCheckpoint } from "#domain/log/checkpoints.server.ts";
import { dayOf } from "#domain/moments.ts";
import { fillRegister } from "#domain/sharing/register.server.ts";
import { DEMO_PASSWORD, DEMO_SIGN_INS } from "#domain/signin/demo-sign-ins.ts";

export type DemoState = { day: string; old: boolean; password: string; signIns: string[] };

const stateOf = (day: string): DemoState => ({
  day,
  old: day !== dayOf(now()),
  password: DEMO_PASSWORD,
  signIns: DEMO_SIGN_INS,
});

/** Nothing stands in the database but the lists that ship with the program. */
async function isEmpty(): Promise<boolean> {
  const [counted] = await read((db) => db.select({ rows: count() }).from(tables.staff));
  return counted?.rows === 0;
}

/**
 * Fills an empty database with the demo municipality of today; a demo that stands is left, and told whether it is old. Null
 * when something else stands there.
 */
export async function fillDemo(): Promise<DemoState | null> {
  if (await isEmpty()) return makeDemo();
  const day = (await isWholeDemo()) ? await demoDay() : null;
  return day === null ? null : stateOf(day);
}

/** Makes the demo anew for today. @throws Unusable when the database holds anything but a demo. */
export async function renewDemo(): Promise<DemoState> {
  if (!(await isEmpty()) && !(await isWholeDemo()))
    throw new Unusable("The database holds what no demo has. It is left as it is.");
  return makeDemo();
}

/** The demo is made in a file of its own and put in place when it is whole: half a demo is never opened. */
async function makeDemo(): Promise<DemoState> {
  const file = databaseFile();
  const fresh = `${file}.new-demo`;
  const day = dayOf(now());
  const began = Date.now();
  process.stdout.write(`Makes the demo municipality of ${day} …`);
  remove(fresh);
  try {
    const raw = openDatabase(fresh);
    migrate(raw, () => undefined);
    // Nobody has been answered yet: if the power goes, the file is made again from nothing.
    raw.pragma("synchronous = OFF");
    raw.pragma("cache_size = -65536");
    await fillCodes();
    await fillRegister();
    // The story is read only where it is told: a demo that stands needs none of it.
    const [{ DemoClock }, { makeHistory }] = await Promise.all([
      import("./clock.server.ts"),
      import("./history.server.ts"),
    ]);
    const clock = new DemoClock(day);
    await makeHistory(clock);
    await clock.does(removeOldRows, {}, null);
    await clock.does(completeDemo, { day }, null);
    raw.pragma("synchronous = FULL");
    raw.pragma("wal_checkpoint(TRUNCATE)");
  } catch (error) {
    openDatabase(file);
    remove(fresh);
    throw error;
  }
  putInPlace(fresh, file);
  await signCheckpoint("begun");
  process.stdout.write(` ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
  return stateOf(day);
}

/** The former file's log of writes is emptied and gone before the new file takes its name. */
function putInPlace(fresh: string, file: string) {
  openDatabase(file).pragma("journal_mode = DELETE");
  closeDatabase();
  keep(fresh);
  renameSync(fresh, file);
  keep(dirname(file));
  openDatabase(file);
}

function remove(file: string) {
  for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
}

/** What was written to the file, or the names of a folder, are on disk. */
function keep(path: string) {
  const handle = openSync(path, "r");
  fsyncSync(handle);
  closeSync(handle);
}
