import { createHash, randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";

/** A new row's identity: sortable by time, never for anything public. */
export const newId = (): string => uuidv7();

/** What opens something by itself (session, link, screen): 256 random bits. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** Only this is kept of a token. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Ids that follow from a command's key: the same command makes the same rows. */
export function idsFrom(key: string, moment: string): () => string {
  let n = 0;
  return () => {
    n += 1;
    const hex = createHash("sha256").update(`${key} ${n}`).digest("hex");
    const time = Date.parse(moment).toString(16).padStart(12, "0");
    const variant = ((Number.parseInt(hex.charAt(3), 16) & 0x3) | 0x8).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
  };
}
