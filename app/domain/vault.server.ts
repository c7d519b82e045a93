import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { once } from "#db/once.server.ts";

const FORMAT = 1;
const IV = 12;
const TAG = 16;

/** What is kept sealed, and the names of its two keys; they never change, or nothing opens any more. */
const KINDS = {
  identity_number: { cipher: "identity numbers", index: "identity number index" },
  address: { cipher: "addresses", index: "address index" },
  sealed_note: { cipher: "keys of sealed notes", index: "sealed note index" },
  outreach_name: { cipher: "names of outreach", index: "outreach name index" },
  totp: { cipher: "second factors", index: "recovery codes" },
  proof_step: { cipher: "steps of a proof", index: "sign-in at a provider" },
} as const;
export type Kind = keyof typeof KINDS;
type Keys = { cipher: Buffer; index: Buffer };

const ring = once("vault", () => ({ keys: undefined as Record<Kind, Keys> | undefined }));

/** Gives the vault the installation's secret, from which its own keys are derived; called once at the start. */
export function openVault(secret: Buffer): void {
  const key = (purpose: string) => Buffer.from(hkdfSync("sha256", secret, "", `samspor ${purpose}`, 32));
  ring.keys = Object.fromEntries(
    Object.entries(KINDS).map(([kind, { cipher, index }]) => [kind, { cipher: key(cipher), index: key(index) }]),
  ) as Record<Kind, Keys>;
}

function keysOf(kind: Kind): Keys {
  if (!ring.keys) throw new Error("The vault has no secret");
  return ring.keys[kind];
}

/** Encrypts a text for one row: in another row, or as another kind, it does not open. */
export function seal(kind: Kind, text: string, rowId: string): Uint8Array {
  const iv = randomBytes(IV);
  const cipher = createCipheriv("aes-256-gcm", keysOf(kind).cipher, iv).setAAD(Buffer.from(`${kind}/${rowId}`));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), sealed]);
}

/** @throws when the row is another, the secret is another, or a bit was changed. */
export function unseal(kind: Kind, sealed: Uint8Array, rowId: string): string {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== FORMAT) throw new Error("Sealed in an unknown format");
  const decipher = createDecipheriv("aes-256-gcm", keysOf(kind).cipher, bytes.subarray(1, 1 + IV))
    .setAAD(Buffer.from(`${kind}/${rowId}`))
    .setAuthTag(bytes.subarray(1 + IV, 1 + IV + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(1 + IV + TAG)), decipher.final()]).toString("utf8");
}

/** The same text has the same index, and nobody without the secret can make one. */
export const blindIndexOf = (kind: Kind, text: string): string =>
  createHmac("sha256", keysOf(kind).index).update(text).digest("hex");
