import { newKey, type Sealed, seal, unseal } from "./sealed.ts";
import { all, drop, dropAll, get, put, putSealed } from "./store.ts";
import { isReadable, type Readable, readableFrom, type TodaysList } from "./today.ts";

/**
 * Two keys: the day's, for the list, which goes at midnight and when the session is over; and that of the notes, which stays with
 * its user until they sign out. Another user's sign-in takes both, and all that they sealed.
 */
type Key = { id: "day"; staffId: string; key: CryptoKey } & Readable;
type NotesKey = { id: "notes"; staffId: string; key: CryptoKey };
export type SealedRow = Sealed & { id: string; state: string };

const LIST = "list";
const DEVICE = "samspor-device";

/** After a sign-out nothing is written any more by what still stands, here or in another window. */
let closed = false;

/** Not over plain http, nor in a browser that keeps nothing: there a text waits in its form. */
export const canKeep = (): boolean =>
  !closed &&
  globalThis.indexedDB !== undefined &&
  globalThis.crypto?.subtle !== undefined &&
  navigator.locks !== undefined;

const others = globalThis.document && new BroadcastChannel(DEVICE);
others?.addEventListener("message", () => {
  closed = true;
});

/** One at a time, over all windows. A device that fails keeps nothing, and the page goes on without it. */
export async function onDevice<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  if (!canKeep()) return otherwise;
  return navigator.locks.request(DEVICE, async () => (closed ? otherwise : work().catch(() => otherwise)));
}

export const aboutOf = (staffId: string, id: string) => `${staffId} ${id}`;

async function dropDay() {
  await drop("rows", LIST);
  await drop("keys", "day");
}

/** The day's key while it can be read; past its midnight it goes, and the list with it. Only within `onDevice`. */
async function dayKey(now: number): Promise<Key | null> {
  const known = await get<Key>("keys", "day");
  if (known && isReadable(known, now)) return known;
  if (known) await dropDay();
  return null;
}

/** Whether somebody else was claimed for: a window that still stands open writes nothing for its user. Only within `onDevice`. */
const isAnothers = async (staffId: string): Promise<boolean> =>
  (await all<Key | NotesKey>("keys")).some((key) => key.staffId !== staffId);

/** The key of the notes, made where there is none. Only within `onDevice`. @throws where the device is another's by now */
export async function notesKey(staffId: string): Promise<CryptoKey> {
  if (await isAnothers(staffId)) throw new Error("Another's");
  const known = await get<NotesKey>("keys", "notes");
  if (known) return known.key;
  const made: NotesKey = { id: "notes", staffId, key: await newKey() };
  await put("keys", made);
  return made.key;
}

/** Somebody is signed in: what lies here of anybody else goes. */
export function claim(staffId: string, now: number): Promise<void> {
  closed = false;
  return onDevice(async () => {
    if (await isAnothers(staffId)) await dropAll();
    else await dayKey(now);
  }, undefined);
}

/** The day's names cannot be read any more: midnight, or the session is over. Notes that wait stay sealed. */
export const endDay = (): Promise<void> => onDevice(dropDay, undefined);

/** Takes away what is past its midnight. */
export const expire = (now: number): Promise<void> =>
  onDevice(async () => {
    await dayKey(now);
  }, undefined);

/**
 * Takes the place of the list that stood, until the midnight of the day it was made on; a list of a former day is not kept.
 * @param made when the server made it (ms, by the server's clock)
 * @param now by this device's clock (ms)
 */
export const keepList = (staffId: string, list: TodaysList, made: number, now: number): Promise<void> =>
  onDevice(async () => {
    const readable = readableFrom(made - list.ahead, list.ahead);
    if (!isReadable(readable, now) || (await isAnothers(staffId))) return;
    const key = await newKey();
    const sealed = await seal(key, aboutOf(staffId, LIST), list);
    const day: Key = { id: "day", staffId, key, ...readable };
    await putSealed(day, { id: LIST, state: LIST, ...sealed });
  }, undefined);

/** Today's list and whose it is; null past its midnight. Only within `onDevice`. */
export async function listNow(now: number): Promise<{ staffId: string; list: TodaysList } | null> {
  const day = await dayKey(now);
  const row = day && (await get<SealedRow>("rows", LIST));
  return day && row ? { staffId: day.staffId, list: await unseal(day.key, aboutOf(day.staffId, LIST), row) } : null;
}

export const readList = (now: number) => onDevice(() => listNow(now), null);

/** The rows that are no list, in the order in which they were begun. */
export const noteRows = async (): Promise<SealedRow[]> =>
  (await all<SealedRow>("rows")).filter(({ id }) => id !== LIST);

/** How many notes lie here unsent, without reading them. */
export const countNotes = (): Promise<number> => onDevice(async () => (await noteRows()).length, 0);

/** Sign-out: nothing is left, neither sealed rows nor keys nor the page without a net. */
export async function leaveNothing(): Promise<void> {
  await onDevice(async () => {
    await dropAll();
    closed = true;
    others?.postMessage("closed");
  }, undefined);
  if (!navigator.serviceWorker) return;
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}
