import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** RFC 6238 as every code app has it: six figures of HMAC-SHA-1, another each 30 seconds. */
const STEP_MS = 30_000;
const DIGITS = 6;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export const stepAt = (moment: string): number => Math.floor(Date.parse(moment) / STEP_MS);

/** The code of a step (RFC 4226, 5.3). */
export function codeAt(secret: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac[mac.length - 1] ?? 0) & 0xf;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits;
  return String(number).padStart(digits, "0");
}

/**
 * The step that a typed code belongs to: this one, the one before or the one after, for clocks that differ a little.
 * @param after the last step whose code was accepted: none up to it is accepted again.
 */
export function stepOf(secret: Uint8Array, typed: string, now: string, after: number): number | null {
  const code = Buffer.from(typed.replace(/\s/g, ""));
  let found: number | null = null;
  for (const step of [-1, 0, 1].map((drift) => stepAt(now) + drift)) {
    const right = Buffer.from(codeAt(secret, step));
    if (code.length === right.length && timingSafeEqual(code, right) && step > after) found ??= step;
  }
  return found;
}

/** 160 random bits, as people type them into an app by hand. */
export const newSecret = (): string => base32(randomBytes(20));

export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

/** The bytes of a secret; null when it is none. */
export function fromBase32(text: string): Uint8Array | null {
  if (!/^[A-Z2-7]{32}$/.test(text)) return null;
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
