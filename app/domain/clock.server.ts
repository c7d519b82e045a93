import { once } from "#db/once.server.ts";

const clock = once("clock", () => ({ ahead: 0, latest: 0 }));

/** The moment, ISO 8601 in UTC. It never goes back, so that no right that has ended comes to life again. */
export function now(): string {
  clock.latest = Math.max(clock.latest, Date.now() + clock.ahead);
  return new Date(clock.latest).toISOString();
}

/** Moves the clock to a moment and lets it run on from there; in production the clock is the machine's. */
export function startClockAt(moment: string): void {
  const at = Date.parse(moment);
  if (Number.isNaN(at)) throw new Error(`SAMSPOR_NOW is no moment: ${moment}`);
  clock.ahead = at - Date.now();
  clock.latest = at;
}

/** The clock is never behind what the log has already seen. */
export function notBefore(moment: string): void {
  clock.latest = Math.max(clock.latest, Date.parse(moment));
}
