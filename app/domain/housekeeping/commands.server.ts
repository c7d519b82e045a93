import { and, isNotNull, isNull, lt, or, type SQL } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { type Db, tables } from "#db/index.server.ts";
import { onlySystem } from "../access/decide.server.ts";
import { command, KEYS_KEPT_DAYS } from "../command.server.ts";
import { forgetReminders } from "../guides/forget.server.ts";
import { input, whole } from "../input.server.ts";
import { forgetExpired } from "../outreach/erase.server.ts";

const { bigScreen, commandKey, dailyMail, session, signInLink } = tables;

const DAY = 24 * 3_600_000;
const KEYS_KEPT = KEYS_KEPT_DAYS * DAY;
const SESSIONS_KEPT = 30 * DAY;
const MAIL_KEPT = 30 * DAY;
/** A computer whose code was not typed in time gets another one; one that is not seen for a day is gone. */
const SCREEN_WAITS = DAY;

const bySystem = onlySystem("system");

async function removed(db: Db, table: SQLiteTable, id: SQLiteColumn, old: SQL | undefined): Promise<number> {
  return (await db.delete(table).where(old).returning({ id })).length;
}

/** Takes away what has served its time: keys of commands, sessions, one-time links, big screens that nobody paired, own reminders. */
export const removeOldRows = command("remove-old-rows", {
  input: input({}),
  allow: bySystem,
  secret: true,
  async run({ db, now, today, record }) {
    const before = (ms: number) => new Date(Date.parse(now) - ms).toISOString();
    const over = before(SESSIONS_KEPT);
    const facts = {
      keys: await removed(db, commandKey, commandKey.key, lt(commandKey.at, before(KEYS_KEPT))),
      sessions: await removed(db, session, session.id, or(lt(session.endedAt, over), lt(session.endsAt, over))),
      links: await removed(
        db,
        signInLink,
        signInLink.id,
        or(isNotNull(signInLink.usedAt), lt(signInLink.expiresAt, now)),
      ),
      screens: await removed(
        db,
        bigScreen,
        bigScreen.id,
        and(isNull(bigScreen.pairedAt), lt(bigScreen.offeredAt, before(SCREEN_WAITS))),
      ),
      reminders: await forgetReminders(db, today),
      mails: await removed(db, dailyMail, dailyMail.id, lt(dailyMail.countedAt, before(MAIL_KEPT))),
    };
    await forgetExpired({ db, today, record });
    if (Object.values(facts).some((count) => count > 0)) record({ kind: "old-rows-removed", facts });
    return facts;
  },
});

/** The database was put back to a copy: no session and no link of that day comes to life again. */
export const markRestored = command("mark-restored", {
  input: input({ rows: whole(0, Number.MAX_SAFE_INTEGER) }),
  allow: bySystem,
  secret: true,
  async run({ db, input: { rows }, now, record }) {
    await db.update(session).set({ endedAt: now }).where(isNull(session.endedAt));
    await db.update(signInLink).set({ usedAt: now }).where(isNull(signInLink.usedAt));
    await db.update(bigScreen).set({ endedAt: now }).where(isNull(bigScreen.endedAt));
    record({ kind: "backup-restored", facts: { rows } });
  },
});

/** The log, or what was signed of it, was found not to hold: that stands in the log too, and is seen by whoever reviews it. */
export const markLogDamaged = command("mark-log-damaged", {
  input: input({ code: whole(1, 99) }),
  allow: bySystem,
  secret: true,
  async run({ input: { code }, record }) {
    record({ kind: "log-damage-found", facts: { code } });
  },
});
