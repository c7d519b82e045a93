import { openToRead } from "#db/copies.server.ts";
import { type CheckpointFile, inForce, readCheckpoints } from "#domain/log/checkpoint-file.server.ts";
import { signedOnce } from "#domain/log/checkpoints.server.ts";
import { type LogKey, logKeyFrom } from "#domain/log/signing.server.ts";
import { type Verified, verifyLog } from "#domain/log/verify.server.ts";
import { changedVersion } from "#domain/plan/versions.server.ts";
import { readConfig } from "#http/config.server.ts";

/** A log that does not hold, by what is wrong: the exit code, and one line. */
export type Damage = { code: number; line: string };

/** What stands in the way of trusting a log; null when nothing does. */
export function damageIn(found: Verified): Damage | null {
  if (found.ok) return null;
  switch (found.wrong) {
    case "mismatch":
      return { code: 2, line: `The log does not hold: row ${found.at} is not what was written there.` };
    case "tail":
      return { code: 3, line: `The log does not hold: it ends at row ${found.endsAt} and has had ${found.was}.` };
    case "other":
      return {
        code: 4,
        line: `The log is not the one that was signed: row ${found.at} is another than at ${found.signedAt}. It was written anew.`,
      };
    case "root":
      return {
        code: 5,
        line: `The root for the rows from ${found.fromSeq} does not bear this installation's signature.`,
      };
    case "clock":
      return { code: 6, line: `The log's clock goes back at row ${found.at}.` };
  }
}

const badLine = (line: number): Damage => ({
  code: 5,
  line: `The file of checkpoints was changed: line ${line} does not bear this installation's signature, or one before it is gone.`,
});
const cut = (lines: number, signed: number): Damage => ({
  code: 5,
  line: `The file of checkpoints was cut: it has ${lines} lines and has had ${signed}.`,
});

const changedPlan = ({ id, number }: { id: string; number: number }): Damage => ({
  code: 7,
  line: `An approved plan does not hold: version ${number} (${id}) is not what was approved, or one before it is gone.`,
});

/** At a start the signatures of so many checkpoints are looked at, and so many rows. */
const RECENT_LINES = 100;
export const RECENT_ROWS = 10_000;

type Kept = { key: LogKey; checkpointFile: string; isCopy?: boolean; lastRows?: number };

/** Holds a log against itself and against what was signed of it, and with all its rows each approved plan against its hash. Read beside a running server. */
export async function examine(
  file: string,
  { key, checkpointFile, isCopy = false, lastRows }: Kept,
): Promise<{ damage: Damage } | { damage: null; rows: number; checkpoints: number }> {
  const opened = openToRead(file);
  try {
    const read = () =>
      readCheckpoints(checkpointFile, key, lastRows === undefined ? {} : { lastSignatures: RECENT_LINES });
    // Read before the database: what is signed later the snapshot may not have yet.
    let kept: CheckpointFile = read();
    opened.holdStill();
    const signed = await signedOnce(opened.db);
    if (kept.bad === null && kept.lines.length < signed && !isCopy) {
      const again = read();
      kept = { ...again, lines: again.lines.slice(0, signed) };
    }
    if (kept.bad !== null) return { damage: badLine(kept.bad) };
    if (kept.lines.length < signed && !isCopy) return { damage: cut(kept.lines.length, signed) };
    const found = await verifyLog(opened.db, { key, checkpoints: inForce(kept.lines), isCopy, lastRows });
    const damage = damageIn(found);
    // A copy may be older than the plan's versions.
    const all = lastRows === undefined && !damage && opened.has("plan_version");
    const changed = all ? await changedVersion(opened.db) : null;
    if (changed) return { damage: changedPlan(changed) };
    return damage || !found.ok
      ? { damage: damage ?? badLine(0) }
      : { damage: null, rows: found.rows, checkpoints: kept.lines.length };
  } finally {
    opened.close();
  }
}

/** Verifies the log of the database, or of a copy of it, beside a running server; `--public-key` prints what signatures are held against. */
export async function run([file]: string[]): Promise<number> {
  const { databaseFile, secret, checkpointFile } = readConfig(process.env);
  const key = logKeyFrom(secret);
  if (file === "--public-key") {
    process.stdout.write(`${key.publicKey}\n`);
    return 0;
  }
  const from = file ?? databaseFile;
  const began = performance.now();
  const found = await examine(from, { key, checkpointFile, isCopy: file !== undefined });
  if (found.damage) {
    process.stdout.write(`${from}\n${found.damage.line}\n`);
    return found.damage.code;
  }
  const seconds = (performance.now() - began) / 1000;
  process.stdout.write(
    `${from}\nThe log holds: ${found.rows} rows. ${found.checkpoints} checkpoints in ${checkpointFile} agree. (${seconds.toFixed(1)} s)\n`,
  );
  return 0;
}
