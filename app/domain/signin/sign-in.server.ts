import { system } from "../actor.ts";
import { asker } from "../asker.server.ts";
import { now } from "../clock.server.ts";
import { carryOut } from "../command.server.ts";
import { hashOf, newId, newToken } from "../ids.server.ts";
import { graphemes } from "../text.ts";
import { choosePassword, startSession } from "./commands.server.ts";
import type { ProofGiven } from "./factors.server.ts";
import { readPasskey } from "./passkeys.server.ts";
import { hashPassword, isPassword } from "./password.server.ts";
import { linkStands, passwordOf, secondFactorOf } from "./queries.server.ts";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "./rules.ts";
import { beginStep, readStep } from "./steps.server.ts";
import { failed, forgive, throttled } from "./throttle.server.ts";

/** `step`: the password is right, and the code of the app is asked for. */
export type SignIn = { token: string } | { wrong: true } | { waitSeconds: number } | { step: string };
type From = { address: string; device: string };

const asSystem = () => asker(system, now(), "system");

async function begin(
  { staffId, version, proof }: { staffId: string; version?: number; proof?: ProofGiven },
  { device }: Pick<From, "device">,
): Promise<{ token: string } | null> {
  const token = newToken();
  const given = { staffId, version, proof, tokenHash: hashOf(token), device };
  return (await carryOut(startSession, given, asSystem(), newId())).ok ? { token } : null;
}

/** Tries a user name and a password; unknown and wrong take as long and get the same answer. */
export async function signIn(username: string, password: string, from: From): Promise<SignIn> {
  const account = username.trim().toLowerCase().slice(0, 100);
  const wait = await throttled(account, from.address);
  if (wait) return wait;
  const person = await passwordOf(account);
  const right = await isPassword(password.slice(0, LONGEST_PASSWORD), person?.password);
  // Of many tries at once, those that waited their turn while others failed learn nothing.
  const late = await throttled(account, from.address);
  if (late) return late;
  if (!right || !person) return failed(account, from.address, "sign-in");
  // The count goes on until the code is right too, or the password would buy tries at the code.
  if (person.hasCode)
    return { step: beginStep({ kind: "code", staffId: person.id, account, version: person.version }, now()) };
  const begun = await begin({ staffId: person.id }, from);
  if (!begun) return failed(account, from.address, "sign-in");
  await forgive(account);
  return begun;
}

/** The second step: the code of the app, or one from paper. `null`: the step is too old, and it begins with the password. */
export async function signInWithCode(step: string, code: string, from: From): Promise<SignIn | null> {
  const begun = readStep("code", step, now());
  if (!begun) return null;
  const { account, staffId, version } = begun;
  const wait = await throttled(account, from.address);
  if (wait) return wait;
  const opened = await begin({ staffId, version, proof: { by: "password", code: code.slice(0, 40) } }, from);
  if (!opened) return failed(account, from.address, "sign-in");
  await forgive(account);
  return opened;
}

/** A passkey is both factors: whoever holds it and opens it comes in. Every way of being wrong gets the same answer. */
export async function signInWithPasskey(response: string, step: string, from: From) {
  const wait = await throttled("", from.address);
  if (wait) return wait;
  const signed = await readPasskey(response, step);
  const opened = signed && (await begin(signed, from));
  if (!opened) return failed(signed?.staffId ?? newId(), from.address, "sign-in");
  return { ...opened, username: signed.username };
}

export type FirstSignIn =
  | { token: string }
  | { step: string }
  | { problems: { password?: string; again?: string } }
  | { gone: true };

/** Chooses the first password with a one-time link, and signs in with it. A link that opens nothing says no more than that. */
export async function signInFirst(
  link: string,
  password: string,
  again: string,
  from: Pick<From, "device">,
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
  const { staffId, username } = chosen.answer;
  // A new password does not stand for the code: a link alone opens no account that has one.
  const person = await secondFactorOf(staffId);
  if (person?.hasCode)
    return { step: beginStep({ kind: "code", staffId, account: username, version: person.version }, now()) };
  return (await begin({ staffId }, from)) ?? { gone: true };
}
