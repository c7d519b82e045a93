import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { seal, unseal } from "../vault.server.ts";

const IV = 12;
const TAG = 16;

export type Envelope = { wrappedKey: Uint8Array; cipher: Uint8Array };

/** Encrypts a note under a key of its own, and that key under the installation's: without the row's key nothing opens the text. */
export function sealNote(text: string, noteId: string): Envelope {
  const key = randomBytes(32);
  const iv = randomBytes(IV);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(noteId));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return {
    wrappedKey: seal("sealed_note", key.toString("base64"), noteId),
    cipher: Buffer.concat([iv, cipher.getAuthTag(), sealed]),
  };
}

/** @throws when key, text or note do not belong together. */
export function openNote({ wrappedKey, cipher }: Envelope, noteId: string): string {
  const bytes = Buffer.from(cipher);
  const own = Buffer.from(unseal("sealed_note", wrappedKey, noteId), "base64");
  const opened = createDecipheriv("aes-256-gcm", own, bytes.subarray(0, IV))
    .setAAD(Buffer.from(noteId))
    .setAuthTag(bytes.subarray(IV, IV + TAG));
  return Buffer.concat([opened.update(bytes.subarray(IV + TAG)), opened.final()]).toString("utf8");
}
