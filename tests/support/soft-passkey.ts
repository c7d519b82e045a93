import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

type Asked = { options: { challenge: string }; step: string };
export type Slips = { origin?: string; site?: string; type?: string; verified?: boolean; challenge?: string };

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();

/** A passkey as a phone holds it, in a few lines, so that it can also do what no honest phone does. */
export class SoftPasskey {
  readonly id = randomBytes(16);
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  readonly #origin: string;
  counter = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  #client(type: string, asked: Asked, slips: Slips): Buffer {
    const challenge = slips.challenge ?? asked.options.challenge;
    return Buffer.from(
      JSON.stringify({ type: slips.type ?? type, challenge, origin: slips.origin ?? this.#origin, crossOrigin: false }),
    );
  }

  #authenticator({ site, verified = true }: Slips, attested = Buffer.alloc(0)): Buffer {
    const flags = 0x01 | (verified ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(site ?? new URL(this.#origin).hostname), Buffer.of(flags), count, attested]);
  }

  /** What the browser sends when it has made this passkey. */
  made(asked: Asked, slips: Slips = {}): string {
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    const key = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, "base64url"))],
        [-3, new Uint8Array(Buffer.from(y, "base64url"))],
      ]) as never,
    );
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.of(0, this.id.length), this.id, Buffer.from(key)]);
    const attestation = isoCBOR.encode(
      new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", new Uint8Array(this.#authenticator(slips, attested))],
      ]) as never,
    );
    return JSON.stringify({
      id: base64url(this.id),
      rawId: base64url(this.id),
      type: "public-key",
      clientExtensionResults: {},
      response: {
        clientDataJSON: base64url(this.#client("webauthn.create", asked, slips)),
        attestationObject: base64url(attestation),
        transports: ["internal"],
      },
    });
  }

  /** What the browser sends when somebody has touched the sensor. */
  signed(asked: Asked, owner: string, slips: Slips = {}): string {
    const client = this.#client("webauthn.get", asked, slips);
    const data = this.#authenticator(slips);
    const signature = createSign("SHA256")
      .update(Buffer.concat([data, sha256(client)]))
      .sign(this.#keys.privateKey);
    return JSON.stringify({
      id: base64url(this.id),
      rawId: base64url(this.id),
      type: "public-key",
      clientExtensionResults: {},
      response: {
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
        userHandle: base64url(Buffer.from(owner)),
      },
    });
  }
}
