import type { No } from "#domain/errors.ts";
import type { Failed } from "#http/failure.server.ts";
import { aboutOf, listNow, noteRows, notesKey, onDevice } from "./holder.ts";
import { seal, unseal } from "./sealed.ts";
import { drop, get, put } from "./store.ts";

/** `draft`: somebody is writing it, or was; `waiting`: for the net; `refused`: the server said no, and the text stays to be copied. */
type NoteState = "draft" | "waiting" | "refused";

/** What is kept: a contact, and that one is worried. Everything else waits in its form. */
const keptIntents = ["write-contact", "raise-concern"] as const;
type KeptIntent = (typeof keptIntents)[number];

/** A contact as it was written, or a concern as it was raised; its id is the key of its form, so that it has one effect however often it is sent. */
export type Note = {
  id: string;
  intent: KeptIntent;
  state: NoteState;
  /** When it was written, as UTC text. */
  at: string;
  youngPersonId: string;
  firstName: string;
  fields: Record<string, string>;
  no?: No | Failed;
};

/** What a contact's form sends. */
export const KEPT = "write-contact";
/** Nobody knows of it before it is sent. */
export const isConcern = ({ intent }: Note): boolean => intent === "raise-concern";

let owner: string | null = null;
let known: readonly Note[] = [];
const listeners = new Set<() => void>();

/** What one window writes or takes away, the others read anew. */
const others = globalThis.document && new BroadcastChannel("samspor-notes");
others?.addEventListener("message", () => {
  if (owner !== null) readNotesAs(owner);
});

export function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export const knownNotes = (): readonly Note[] => known;
/** Whether a form's text lies here now and is sent by itself. @param form with its key */
export const waitsHere = (form: FormData): boolean =>
  known.some(({ id, state }) => id === form.get("key") && state === "waiting");

function show(notes: readonly Note[]) {
  known = notes;
  for (const listener of listeners) listener();
}

const opened = async (staffId: string): Promise<Note[]> => {
  const key = await notesKey(staffId);
  const notes = await Promise.all(
    (await noteRows()).map((row) => unseal<Note>(key, aboutOf(staffId, row.id), row).catch(() => null)),
  );
  return notes.filter((note) => note !== null);
};

/** Reads them anew and shows them, unless somebody else's are shown by now. Only within `onDevice`. */
async function showNow(staffId: string): Promise<readonly Note[]> {
  const notes = await opened(staffId);
  if (owner === staffId) show(notes);
  return notes;
}

async function write(staffId: string, note: Note) {
  const sealed = await seal(await notesKey(staffId), aboutOf(staffId, note.id), note);
  await put("rows", { ...sealed, id: note.id, state: note.state });
  others?.postMessage("changed");
  await showNow(staffId);
}

/** From now on the notes on this device are read as this user's, and shown. */
export async function readNotesAs(staffId: string): Promise<void> {
  owner = staffId;
  const notes = await onDevice(() => opened(staffId), []);
  if (owner === staffId) show(notes);
}

/** Nothing is shown any more. */
export function readNoNotes(): void {
  owner = null;
  show([]);
}

/**
 * The note of a form, by its key; null where the device keeps none.
 * @param at when it was written (ms), by the server's clock where that is known
 */
export function keepNote(form: FormData, state: "draft" | "waiting", at: number): Promise<Note | null> {
  const staffId = owner;
  const { intent: said, key, ...fields } = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const id = key;
  const intent = keptIntents.find((one) => one === said);
  if (staffId === null || id === undefined || !intent) return Promise.resolve(null);
  return onDevice(async () => {
    const standing = known.find((note) => note.id === id);
    // What is on its way is no draft again because somebody types on meanwhile.
    if (state === "draft" && standing?.state === "waiting") return standing;
    const youngPersonId = fields.youngPersonId ?? "";
    const listed = (await listNow(Date.now()))?.list.people.find((one) => one.id === youngPersonId);
    const firstName = listed?.firstName ?? standing?.firstName ?? "";
    // Behind those that wait, whatever a clock says.
    const behind = known.filter((one) => one.state === "waiting" && one.id !== id).map((one) => Date.parse(one.at) + 1);
    const note: Note = {
      id,
      intent,
      state,
      at: new Date(Math.max(at, ...behind)).toISOString(),
      youngPersonId,
      firstName,
      fields,
    };
    await write(staffId, note);
    return note;
  }, null);
}

/** The same note in another state. */
export function markNote(note: Note, state: NoteState, no?: Note["no"]): Promise<void> {
  const staffId = owner;
  return onDevice(async () => {
    // Taken away meanwhile, it does not come back.
    if (staffId !== null && (await get("rows", note.id))) await write(staffId, { ...note, state, no });
  }, undefined);
}

export function dropNote(id: string): Promise<void> {
  const staffId = owner;
  return onDevice(async () => {
    await drop("rows", id);
    others?.postMessage("changed");
    if (staffId !== null) await showNow(staffId);
  }, undefined);
}

/** Which of them is sent next: in the order in which they were saved. */
export const nextOf = (notes: readonly Note[]): Note | undefined =>
  notes
    .filter(({ state }) => state === "waiting")
    .sort((one, other) => one.at.localeCompare(other.at) || one.id.localeCompare(other.id))[0];

/** The next that is sent, as it stands on the device now. @param tried by id, those that were sent already */
export function nextWaiting(tried: ReadonlySet<string>): Promise<Note | undefined> {
  const staffId = owner;
  return onDevice(async () => {
    const notes = staffId === null ? [] : await showNow(staffId);
    return nextOf(notes.filter(({ id }) => !tried.has(id)));
  }, undefined);
}

export const ownerNow = () => owner;
