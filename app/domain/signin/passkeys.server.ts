import { isIP } from "node:net";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import { read, tables } from "#db/index.server.ts";
import { now } from "../clock.server.ts";
import type { ProofGiven } from "./factors.server.ts";
import { beginStep, readStep } from "./steps.server.ts";

const { passkey, staff } = tables;

/** Two hundred files that a start need not wait for. */
const webauthn = () => import("@simplewebauthn/server");

/** The name that passkeys are bound to: the site's host. A bare address has none, so that no passkey works there. */
function siteOf(origin: string): string | null {
  const { hostname } = new URL(origin);
  return isIP(hostname.replace(/^\[|\]$/g, "")) ? null : hostname;
}

/** What a browser needs to sign with any passkey of this site: it names nobody. Null where passkeys do not work. */
export async function askForPasskey(origin: string) {
  const rpID = siteOf(origin);
  if (!rpID) return null;
  const options = await (await webauthn()).generateAuthenticationOptions({ rpID, userVerification: "required" });
  return { options, step: beginStep({ kind: "passkey", challenge: options.challenge, origin }, now()) };
}

/** What a browser needs to make a passkey for somebody, who has none in it yet. */
export async function askForNewPasskey(origin: string, staffId: string) {
  const rpID = siteOf(origin);
  if (!rpID) return null;
  const [person] = await read((db) => db.select().from(staff).where(eq(staff.id, staffId)));
  const own = await read((db) => db.select().from(passkey).where(eq(passkey.staffId, staffId)));
  const options = await (await webauthn()).generateRegistrationOptions({
    rpName: "Samspor",
    rpID,
    userID: new Uint8Array(Buffer.from(staffId)),
    userName: person?.username ?? "",
    userDisplayName: person?.name ?? "",
    attestationType: "none",
    excludeCredentials: own.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  const step = beginStep({ kind: "new-passkey", challenge: options.challenge, origin, staffId }, now());
  return { options, step };
}

export type NewPasskey = {
  staffId: string;
  credentialId: string;
  publicKey: Uint8Array;
  counter: number;
  transports: string;
};

/** A passkey that a browser has just made, or null when it answers nothing that was asked here. */
export async function readNewPasskey(response: string, sealed: string): Promise<NewPasskey | null> {
  const step = readStep("new-passkey", sealed, now());
  if (!step) return null;
  try {
    const { verified, registrationInfo } = await (await webauthn()).verifyRegistrationResponse({
      response: JSON.parse(response) as RegistrationResponseJSON,
      expectedChallenge: step.challenge,
      expectedOrigin: step.origin,
      expectedRPID: siteOf(step.origin) ?? "",
      requireUserVerification: true,
    });
    if (!verified || !registrationInfo) return null;
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    return { staffId: step.staffId, credentialId: id, publicKey, counter, transports: transports.join(" ") };
  } catch {
    return null;
  }
}

export type Signed = { staffId: string; username: string; proof: ProofGiven };

/** Whose passkey has signed the challenge, with a finger, a face or a PIN; null for anything else, whatever was wrong. */
export async function readPasskey(response: string, sealed: string): Promise<Signed | null> {
  const step = readStep("passkey", sealed, now());
  if (!step) return null;
  try {
    const given = JSON.parse(response) as AuthenticationResponseJSON;
    const [row] = await read((db) =>
      db
        .select({ key: passkey, username: staff.username, endedAt: staff.endedAt })
        .from(passkey)
        .innerJoin(staff, eq(staff.id, passkey.staffId))
        .where(eq(passkey.credentialId, String(given.id))),
    );
    if (!row || row.endedAt) return null;
    const { key } = row;
    const handle = given.response.userHandle;
    if (handle && Buffer.from(handle, "base64url").toString() !== key.staffId) return null;
    const { verified, authenticationInfo } = await (await webauthn()).verifyAuthenticationResponse({
      response: given,
      expectedChallenge: step.challenge,
      expectedOrigin: step.origin,
      expectedRPID: siteOf(step.origin) ?? "",
      credential: { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
      requireUserVerification: true,
    });
    if (!verified) return null;
    const proof = { by: "passkey", id: key.id, counter: authenticationInfo.newCounter, askedAt: step.askedAt } as const;
    return { staffId: key.staffId, username: row.username, proof };
  } catch {
    return null;
  }
}
