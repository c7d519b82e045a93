import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { once } from "#db/once.server.ts";

const FORMAT = 1;
const IV = 12;
const TAG = 16;

const ring = once("vault", () => ({ keys: undefined as { cipher: Buffer; index: Buffer } | undefined }));

/** Gives the vault the installation's secret, from which its own keys are derived; called once at the start. */
export function openVault(secret: Buffer): void {
  const key = (purpose: string) => Buffer.from(hkdfSync("sha256", secret, "", `samspor ${purpose}`, 32));
  ring.keys = { cipher: key("identity numbers"), index: key("identity number index") };
}

function keys() {
  if (!ring.keys) throw new Error("The vault has no secret");
  return ring.keys;
}

/** Encrypts a number for one row: in another row it does not open. */
export function seal(digits: string, rowId: string): Uint8Array {
  const iv = randomBytes(IV);
  const cipher = createCipheriv("aes-256-gcm", keys().cipher, iv).setAAD(Buffer.from(`identity_number/${rowId}`));
  const sealed = Buffer.concat([cipher.update(digits, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), sealed]);
}

/** @throws when the row is another, the secret is another, or a bit was changed. */
export function unseal(sealed: Uint8Array, rowId: string): string {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== FORMAT) throw new Error("An identity number of an unknown format");
  const decipher = createDecipheriv("aes-256-gcm", keys().cipher, bytes.subarray(1, 1 + IV))
    .setAAD(Buffer.from(`identity_number/${rowId}`))
    .setAuthTag(bytes.subarray(1 + IV, 1 + IV + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(1 + IV + TAG)), decipher.final()]).toString("utf8");
}

/** The same number has the same index, and nobody without the secret can make one. */
export const blindIndexOf = (digits: string): string => createHmac("sha256", keys().index).update(digits).digest("hex");
