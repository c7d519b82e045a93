import { newId } from "#domain/ids.server.ts";

/** A form taken apart: which command, its key, and the fields. A field `name[]` is a list; a file is its bytes, one character each. */
export type Form = { intent: string; key: string; fields: Record<string, string | string[]> };

const OWN = new Set(["intent", "key", "back", "sender"]);
/** What proves who sends the form; it is no field of the command and is held nowhere. */
export const isProof = (name: string) => name.startsWith("proof.");
const KEY = /^[\w:-]{8,80}$/;

/** The form of a request; a body that is none has no fields. */
export const formIn = (request: Request): Promise<FormData> => request.formData().catch(() => new FormData());

export async function readForm(form: FormData): Promise<Form> {
  const fields: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of form) {
    if (OWN.has(name) || isProof(name)) continue;
    if (typeof value !== "string") {
      fields[name] = Buffer.from(await value.arrayBuffer()).toString("latin1");
      continue;
    }
    if (name.endsWith("[]")) {
      const list = name.slice(0, -2);
      const known = fields[list];
      fields[list] = Array.isArray(known) ? [...known, value] : [value];
    } else fields[name] = value;
  }
  const key = String(form.get("key") ?? "");
  return { intent: String(form.get("intent") ?? ""), key: KEY.test(key) ? key : newId(), fields };
}

/** A path of our own site, or none: never another site, never `//`. */
export function ownPath(path: string | null | undefined): string | null {
  if (!path || !/^\/(?![/\\])/.test(path) || /[\\\p{Cc}]/u.test(path)) return null;
  return path;
}
