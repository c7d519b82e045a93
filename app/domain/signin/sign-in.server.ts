import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { transact } from "#db/index.server.ts";
import { once } from "#db/once.server.ts";
import { nobody, system } from "../actor.ts";
import { asker } from "../asker.server.ts";
import { now } from "../clock.server.ts";
import { carryOut } from "../command.server.ts";
import { hashOf, newId, newToken } from "../ids.server.ts";
import { appendLog, rowOf } from "../log/append.server.ts";
import { graphemes } from "../text.ts";
import { choosePassword, startSession, unlockSession } from "./commands.server.ts";
import { hashPassword, isPassword } from "./password.server.ts";
import { linkStands, passwordOf, passwordOfSession } from "./queries.server.ts";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "./rules.ts";

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

const asSystem = () => asker(system, now(), "system");

/** A try that failed counts, and stands in the log without what was typed. */
async function failed(account: string, address: string, door: string): Promise<SignIn> {
  await Promise.allSettled([throttle.account.consume(account), throttle.address.consume(address)]);
  await transact((db) => appendLog(db, [rowOf(asker(nobody, now(), "page"), "refused", door)]));
  return { wrong: true };
}

/** Tries a user name and a password; unknown and wrong take as long and get the same answer. */
export async function signIn(
  username: string,
  password: string,
  from: { address: string; device: string },
): Promise<SignIn> {
  const account = username.trim().toLowerCase().slice(0, 100);
  const wait = await throttled(account, from.address);
  if (wait) return wait;
  const person = await passwordOf(account);
  const right = await isPassword(password.slice(0, LONGEST_PASSWORD), person?.password);
  // Of many tries at once, those that waited their turn while others failed learn nothing.
  const late = await throttled(account, from.address);
  if (late) return late;
  if (!right || !person) return failed(account, from.address, "sign-in");
  await throttle.account.delete(account);
  const token = newToken();
  await carryOut(
    startSession,
    { staffId: person.id, tokenHash: hashOf(token), device: from.device },
    asSystem(),
    newId(),
  );
  return { token };
}

/** Opens a covered page again: the same session, under a new token. */
export async function unlock(sessionId: string, password: string, from: { address: string }): Promise<SignIn> {
  const wait = await throttled(sessionId, from.address);
  if (wait) return wait;
  const right = await isPassword(password.slice(0, LONGEST_PASSWORD), await passwordOfSession(sessionId));
  const late = await throttled(sessionId, from.address);
  if (late) return late;
  if (!right) return failed(sessionId, from.address, "unlock");
  await throttle.account.delete(sessionId);
  const token = newToken();
  const unlocked = await carryOut(unlockSession, { sessionId, tokenHash: hashOf(token) }, asSystem(), newId());
  // Ended in this moment: the next try begins a session of its own.
  return unlocked.ok ? { token } : { wrong: true };
}

export type FirstSignIn = { token: string } | { problems: { password?: string; again?: string } } | { gone: true };

/** Chooses the first password with a one-time link, and signs in with it. A link that opens nothing says no more than that. */
export async function signInFirst(
  link: string,
  password: string,
  again: string,
  from: { device: string },
): Promise<FirstSignIn> {
  if (!(await linkStands(hashOf(link), now()))) return { gone: true };
  if (graphemes(password) < SHORTEST_PASSWORD) return { problems: { password: "too-short" } };
  if (password.length > LONGEST_PASSWORD) return { problems: { password: "too-long" } };
  if (password !== again) return { problems: { again: "not-same" } };
  const chosen = await carryOut(
    choosePassword,
    { token: link, passwordHash: await hashPassword(password) },
    asSystem(),
    newId(),
  );
  if (!chosen.ok) return { gone: true };
  const token = newToken();
  await carryOut(
    startSession,
    { staffId: chosen.answer.staffId, tokenHash: hashOf(token), device: from.device },
    asSystem(),
    newId(),
  );
  return { token };
}
