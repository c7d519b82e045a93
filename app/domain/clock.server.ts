import { once } from "#db/once.server.ts";

const clock = once("clock", () => ({ ahead: 0, latest: 0, askedAt: performance.now() }));

/**
 * The moment, ISO 8601 in UTC. It never goes back, so that no right that has ended comes to life again; and where the machine's
 * clock is set back it runs on at its own pace, so that a right ends when it should.
 */
export function now(): string {
  const askedAt = performance.now();
  const runsOn = clock.latest === 0 ? 0 : Math.floor(clock.latest + askedAt - clock.askedAt);
  const machine = Date.now() + clock.ahead;
  // What is lost in rounding is counted again, so that asking often does not slow the clock.
  if (Math.max(runsOn, machine) > clock.latest) {
    clock.latest = Math.max(runsOn, machine);
    clock.askedAt = askedAt;
  }
  return new Date(clock.latest).toISOString();
}

/** Moves the clock to a moment and lets it run on from there; in production the clock is the machine's. */
export function startClockAt(moment: string): void {
  const at = Date.parse(moment);
  if (Number.isNaN(at)) throw new Error(`SAMSPOR_NOW is no moment: ${moment}`);
  clock.ahead = at - Date.now();
  clock.latest = at;
  clock.askedAt = performance.now();
}

/** The clock is never behind what the log has already seen. */
export function notBefore(moment: string): void {
  const at = Date.parse(moment);
  if (at <= clock.latest) return;
  clock.latest = at;
  clock.askedAt = performance.now();
}
