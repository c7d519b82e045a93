import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { transact } from "#db/index.server.ts";
import { once } from "#db/once.server.ts";
import { nobody } from "../actor.ts";
import { asker } from "../asker.server.ts";
import { now } from "../clock.server.ts";
import { appendLog, rowOf } from "../log/append.server.ts";

const WINDOW_S = 15 * 60;
/** Only failures count: five for an account, fifty for an address, in 15 minutes; of passwords, codes and passkeys alike. */
const throttle = once("sign-in-throttle", () => ({
  account: new RateLimiterMemory({ points: 5, duration: WINDOW_S }),
  address: new RateLimiterMemory({ points: 50, duration: WINDOW_S }),
}));

const secondsLeft = (used: RateLimiterRes | null, most: number) =>
  used && used.consumedPoints >= most ? Math.ceil(used.msBeforeNext / 1000) : 0;

/** How long the account or the address has to wait, or null when it may try. */
export async function throttled(account: string, address: string): Promise<{ waitSeconds: number } | null> {
  const wait = Math.max(
    secondsLeft(await throttle.account.get(account), throttle.account.points),
    secondsLeft(await throttle.address.get(address), throttle.address.points),
  );
  return wait > 0 ? { waitSeconds: wait } : null;
}

/** A try that failed counts, and stands in the log without what was typed. */
export async function failed(account: string, address: string, door: string): Promise<{ wrong: true }> {
  await Promise.allSettled([throttle.account.consume(account), throttle.address.consume(address)]);
  await transact((db) => appendLog(db, [rowOf(asker(nobody, now(), "page"), "sign-in-refused", door)]));
  return { wrong: true };
}

/** Somebody came in with the whole proof: the count begins anew. */
export const forgive = (account: string) => throttle.account.delete(account);
