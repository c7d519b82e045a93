import { isProof, ownPath } from "./form.server.ts";

/** A form that came when nobody was signed in any more: where it goes, and its fields as they were, the key among them. */
export type Held = { to: string; fields: [string, string][] };

/** Of a post without JavaScript. A file is not held: it lies on the sender's own disk. */
export function heldOf(request: Request, form: FormData): Held {
  const { pathname, search } = new URL(request.url);
  const fields = [...form].filter(
    (field): field is [string, string] => typeof field[1] === "string" && !isProof(field[0]),
  );
  return { to: pathname + search, fields };
}

/** What a sign-in page carried along; anything else is nothing. */
export function readHeld(text: FormDataEntryValue | null): Held | null {
  try {
    const { to, fields } = JSON.parse(String(text)) as { to: unknown; fields: unknown };
    const path = typeof to === "string" ? ownPath(to) : null;
    const whole =
      Array.isArray(fields) &&
      fields.every(
        (field) => Array.isArray(field) && field.length === 2 && field.every((part) => typeof part === "string"),
      );
    return path && whole ? { to: path, fields: fields as Held["fields"] } : null;
  } catch {
    return null;
  }
}
