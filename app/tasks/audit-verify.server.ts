import { openToRead } from "#db/copies.server.ts";
import { type Verified, verifyLog } from "#domain/log/verify.server.ts";
import { readConfig } from "#http/config.server.ts";

const MISMATCH = 2;
const TAIL_MISSING = 3;

/** What stands in the way of trusting a log, in one line; null when nothing does. */
export function wrongWith(found: Verified): string | null {
  if (found.ok) return null;
  if ("mismatchAt" in found) return `The log does not hold: row ${found.mismatchAt} is not what was written there.`;
  return `The log does not hold: it ends at row ${found.endsAt} and has had ${found.was}.`;
}

/** Verifies the log of the database, or of a copy of it, beside a running server. */
export async function run([file]: string[]): Promise<number> {
  const from = file ?? readConfig(process.env).databaseFile;
  const opened = openToRead(from);
  try {
    opened.holdStill();
    const found = await verifyLog(opened.db);
    process.stdout.write(`${from}\n${wrongWith(found) ?? `The log holds: ${found.ok ? found.rows : 0} rows.`}\n`);
    if (found.ok) return 0;
    return "mismatchAt" in found ? MISMATCH : TAIL_MISSING;
  } finally {
    opened.close();
  }
}
