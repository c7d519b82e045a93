/** AES-GCM with a key that no script can read out; what is sealed opens only for the same user and row. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };

const text = new TextEncoder();

export const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

const how = (iv: Uint8Array<ArrayBuffer>, about: string) => ({
  name: "AES-GCM",
  iv,
  additionalData: text.encode(about),
});

/** @param about whose it is and which row; without the same words it does not open. */
export async function seal(key: CryptoKey, about: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt(how(iv, about), key, text.encode(JSON.stringify(value))) };
}

/** @throws OperationError where key, words or bytes are others. */
export async function unseal<T>(key: CryptoKey, about: string, { iv, data }: Sealed): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how(iv, about), key, data)));
}
