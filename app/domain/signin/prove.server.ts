import { system } from "../actor.ts";
import { asker } from "../asker.server.ts";
import { now } from "../clock.server.ts";
import { carryOut } from "../command.server.ts";
import { hashOf, newId, newToken } from "../ids.server.ts";
import { renewProof, unlockSession } from "./commands.server.ts";
import type { ProofGiven } from "./factors.server.ts";
import { readPasskey } from "./passkeys.server.ts";
import { isPassword } from "./password.server.ts";
import { ownerOfSession } from "./queries.server.ts";
import { LONGEST_PASSWORD } from "./rules.ts";
import type { SignIn } from "./sign-in.server.ts";
import { failed, forgive, throttled } from "./throttle.server.ts";

/** What the owner of a session gives to go on with it: the password (and the code), or a passkey's signature. */
export type Given = { password: string; code: string } | { passkey: string; step: string };
export type Proven = Exclude<SignIn, { step: string }>;

async function proofIn(given: Given, owner: Awaited<ReturnType<typeof ownerOfSession>>): Promise<ProofGiven | null> {
  if ("passkey" in given) {
    const signed = await readPasskey(given.passkey, given.step);
    return signed && signed.staffId === owner?.staffId ? signed.proof : null;
  }
  const right = await isPassword(given.password.slice(0, LONGEST_PASSWORD), owner?.password);
  return right ? { by: "password", code: given.code.slice(0, 40) } : null;
}

/** Goes on with a session under a new token. Only failures count, by the session and the address. */
async function goOn(
  command: typeof unlockSession | typeof renewProof,
  sessionId: string,
  given: Given,
  { address }: { address: string },
): Promise<Proven> {
  const wait = await throttled(sessionId, address);
  if (wait) return wait;
  const proof = await proofIn(given, await ownerOfSession(sessionId));
  const late = await throttled(sessionId, address);
  if (late) return late;
  const door = command.name === unlockSession.name ? "unlock" : "prove";
  if (!proof) return failed(sessionId, address, door);
  const token = newToken();
  const gone = await carryOut(
    command,
    { sessionId, tokenHash: hashOf(token), proof },
    asker(system, now(), "system"),
    newId(),
  );
  // Ended in this moment: the next try begins a session of its own.
  if (!gone.ok) return gone.no === "missing" ? { wrong: true } : failed(sessionId, address, door);
  await forgive(sessionId);
  return { token };
}

/** Opens a covered page again: the same session, under a new token. */
export const unlock = (sessionId: string, given: Given, from: { address: string }) =>
  goOn(unlockSession, sessionId, given, from);

/** Proves anew who is at the screen, for what opens most; the session goes on under a new token. */
export const prove = (sessionId: string, given: Given, from: { address: string }) =>
  goOn(renewProof, sessionId, given, from);
