import type { Sent } from "#http/door.server.ts";
import { lock, notThrough } from "../connection.ts";
import { dropNote, isConcern, KEPT, markNote, type Note, nextWaiting, ownerNow } from "./notes.ts";

/** Where every note goes: the guide's own page, as Remix's own browser side would send it. */
const TO = "/guides?_data=routes%2Fguides";
const SILENT_MS = 20_000;

/** No answer of ours, or one that says to come again. */
type Through = Sent | "unsent" | "signed-out";

async function post(note: Note, sender: string): Promise<Through> {
  const form = new FormData();
  const { id, at, fields } = note;
  const what = isConcern(note) ? { intent: note.intent } : { intent: KEPT, happenedAt: at };
  const said = { ...fields, ...what, key: id, sender };
  for (const [name, value] of Object.entries(said)) form.set(name, value);
  try {
    const answer = await fetch(TO, { method: "POST", body: form, signal: AbortSignal.timeout(SILENT_MS) });
    if (answer.status === 401) return "signed-out";
    // A proxy's answer, or a server that is busy, says nothing about the note.
    if (answer.headers.get("X-Remix-Response") !== "yes" || answer.status === 503 || answer.status === 507)
      return "unsent";
    return (await answer.json()) as Sent;
  } catch {
    return "unsent";
  }
}

/** The notes whose form waits for what the server says to them, by key; null until it has said it. */
const asked = new Map<string, Sent | null>();
const listeners = new Set<(note: Note) => void>();
let sending: Promise<number> | null = null;

async function sendAll(): Promise<number> {
  let sent = 0;
  // Each once: what the device cannot take away comes again, and with the same key it has one effect.
  const tried = new Set<string>();
  for (;;) {
    const note = await nextWaiting(tried);
    const sender = ownerNow();
    if (!note || sender === null) return sent;
    const answer = await post(note, sender);
    if (answer === "signed-out") lock();
    else if (answer === "unsent") notThrough();
    if (typeof answer === "string") return sent;
    tried.add(note.id);
    const isAsked = asked.has(note.id);
    if (isAsked) asked.set(note.id, answer);
    if (answer.ok) {
      sent += 1;
      await dropNote(note.id);
      if (!isAsked) for (const listener of listeners) listener(note);
    } else {
      const { intent: _intent, key: _key, typed: _typed, said: _said, ...no } = answer;
      await markNote(note, "refused", no as Note["no"]);
    }
  }
}

/** Sends what waits, one after another in the order in which it was begun, over all windows; answers how many came through. */
export function sendNotes(): Promise<number> {
  const now =
    sending ??
    (async () => navigator.locks.request("samspor-send", sendAll))().finally(() => {
      sending = null;
    });
  sending = now;
  return now;
}

/** Sends what waits, this note too; what the server said to it, or null where it still waits. */
export async function sendNote({ id }: Note): Promise<Sent | null> {
  asked.set(id, null);
  await sendNotes();
  // It came when the last one had just been looked for.
  if (!asked.get(id)) await sendNotes();
  const answer = asked.get(id) ?? null;
  asked.delete(id);
  return answer;
}

/** Tells of each note that was sent while no form waited for it. */
export function whenSent(listener: (note: Note) => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
