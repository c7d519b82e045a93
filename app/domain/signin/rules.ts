/** How long a sign-in lasts, and how long somebody may be away before the page is covered. */
export const SESSION_MS = 8 * 3600_000;
export const IDLE_MS = 20 * 60_000;
/** The same where the page of a guide lies open on a telephone, which is put down anywhere. The session itself goes on. */
export const PHONE_IDLE_MS = 5 * 60_000;
/** A sign of life is written down this often at the most. */
export const SEEN_EVERY_MS = 60_000;

export type SessionTimes = { seenAt: string; endsAt: string; endedAt: string | null };

/** Over: ended, or eight hours old. */
export const isOver = (session: SessionTimes, now: string) => session.endedAt !== null || session.endsAt <= now;

/** Idle for 20 minutes: the page is covered until the password is given again; what was typed stays. */
export const isLocked = (session: SessionTimes, now: string) => Date.parse(now) - Date.parse(session.seenAt) > IDLE_MS;

export const SHORTEST_PASSWORD = 12;
/** Longer ones are refused, so that nobody makes the server work on a book. */
export const LONGEST_PASSWORD = 200;
