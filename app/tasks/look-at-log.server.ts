import { system } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { carryOut } from "#domain/command.server.ts";
import { markLogDamaged } from "#domain/housekeeping/commands.server.ts";
import { newId } from "#domain/ids.server.ts";
import { logKeyFrom } from "#domain/log/signing.server.ts";
import type { Config } from "#http/config.server.ts";
import { examine, RECENT_ROWS } from "./audit-verify.server.ts";

/**
 * Looks the end of the log through at a start. A log that does not hold is said on the terminal and in the log, and the
 * server serves all the same: whoever can touch one row must not be able to end every meeting.
 */
export async function lookAtLog({ databaseFile, secret, checkpointFile }: Config): Promise<void> {
  const { damage } = await examine(databaseFile, { key: logKeyFrom(secret), checkpointFile, lastRows: RECENT_ROWS });
  if (!damage) return;
  process.stderr.write(
    `\n*** ${damage.line}\n*** Tell the data protection officer, keep the files as they are, and run: npm run audit:verify\n\n`,
  );
  await carryOut(markLogDamaged, { code: damage.code }, asker(system, now(), "system"), newId());
}
