import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { once } from "#db/once.server.ts";
import { system } from "../actor.ts";
import { asker } from "../asker.server.ts";
import { now } from "../clock.server.ts";
import { carryOut } from "../command.server.ts";
import { hashOf, newId, newToken } from "../ids.server.ts";
import { startSession, unlockSession } from "./commands.server.ts";
import { isPassword } from "./password.server.ts";
import { passwordOf, passwordOfSession } from "./queries.server.ts";

const WINDOW_S = 15 * 60;
/** Only failures count: five for an account, fifty for an address, in 15 minutes. */
const throttle = once("sign-in-throttle", () => ({
  account: new RateLimiterMemory({ points: 5, duration: WINDOW_S }),
  address: new RateLimiterMemory({ points: 50, duration: WINDOW_S }),
}));

export type SignIn = { token: string } | { wrong: true } | { waitSeconds: number };

const secondsLeft = (used: RateLimiterRes | null, most: number) =>
  used && used.consumedPoints >= most ? Math.ceil(used.msBeforeNext / 1000) : 0;

async function throttled(account: string, address: string) {
  const wait = Math.max(
    secondsLeft(await throttle.account.get(account), throttle.account.points),
    secondsLeft(await throttle.address.get(address), throttle.address.points),
  );
  return wait > 0 ? { waitSeconds: wait } : null;
}

async function failed(account: string, address: string): Promise<SignIn> {
  await Promise.allSettled([throttle.account.consume(account), throttle.address.consume(address)]);
  return { wrong: true };
}

const asSystem = () => asker(system, now(), "system");

/** Tries a user name and a password; unknown and wrong take as long and get the same answer. */
export async function signIn(username: string, password: string, from: { address: string; device: string }): Promise<SignIn> {
  const account = username.trim().toLowerCase().slice(0, 100);
  const wait = await throttled(account, from.address);
  if (wait) return wait;
  const person = await passwordOf(account);
  if (!(await isPassword(password.slice(0, 200), person?.password)) || !person) return failed(account, from.address);
  await throttle.account.delete(account);
  const token = newToken();
  await carryOut(startSession, { staffId: person.id, tokenHash: hashOf(token), device: from.device }, asSystem(), newId());
  return { token };
}

/** Opens a covered page again: the same session, under a new token. */
export async function unlock(sessionId: string, password: string, from: { address: string }): Promise<SignIn> {
  const wait = await throttled(sessionId, from.address);
  if (wait) return wait;
  if (!(await isPassword(password.slice(0, 200), await passwordOfSession(sessionId)))) return failed(sessionId, from.address);
  await throttle.account.delete(sessionId);
  const token = newToken();
  await carryOut(unlockSession, { sessionId, tokenHash: hashOf(token) }, asSystem(), newId());
  return { token };
}
