import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign, verify } from "node:crypto";
import { once } from "#db/once.server.ts";

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8. */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

export type LogKey = {
  /** For whoever checks signatures without the secret: SPKI in base64. */
  publicKey: string;
  sign: (text: string) => string;
  isSigned: (text: string, signature: string) => boolean;
};

/** The key that signs what the log was; derived from the installation's secret, so that whoever has the database alone cannot. */
export function logKeyFrom(secret: Buffer): LogKey {
  const seed = Buffer.from(hkdfSync("sha256", secret, "", "samspor log checkpoints", 32));
  const own = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" });
  const open = createPublicKey(own);
  return {
    publicKey: open.export({ format: "der", type: "spki" }).toString("base64"),
    sign: (text) => sign(null, Buffer.from(text), own).toString("base64"),
    isSigned: (text, signature) => verify(null, Buffer.from(text), open, Buffer.from(signature, "base64")),
  };
}

const ring = once("log-key", () => ({ key: undefined as LogKey | undefined }));

/** Gives the log the key of this installation; called once at the start. */
export function openLogKey(secret: Buffer): void {
  ring.key = logKeyFrom(secret);
}

export function logKey(): LogKey {
  if (!ring.key) throw new Error("The log has no key");
  return ring.key;
}

export const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");
