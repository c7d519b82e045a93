import { readDay } from "#domain/days.ts";
import { dayOf } from "#domain/moments.ts";
import type { Note } from "./notes.ts";

/**
 * What stands in a note that is written on. On a later day it is still of the day on which it was begun, or of the one that was
 * meant then: `i går` would be another now.
 * @param written a day as it stands in the field
 */
export function takenUp(
  { at, fields }: Pick<Note, "at" | "fields">,
  today: string,
  written: (day: string) => string,
): Record<string, string> {
  const wroteOn = dayOf(at);
  if (wroteOn === today || fields.kind === "reminder") return fields;
  const read = readDay(fields.on ?? "", wroteOn, { past: true });
  if ("problem" in read && read.problem !== "empty") return fields;
  return { ...fields, on: written("day" in read ? read.day : wroteOn) };
}
