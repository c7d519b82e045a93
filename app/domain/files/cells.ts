import { readDay } from "../days.ts";
import { cleanText, hasCpr } from "../text.ts";

/** A cell that cannot be read: its column, and a code of the problems on the screens. */
export class Wrong<C extends string = string> extends Error {
  constructor(
    readonly column: C,
    readonly problem: string,
  ) {
    super(problem);
  }
}

/** The day in a cell, null when it is empty. @throws Wrong */
export function dayIn<C extends string>(cells: Record<C, string>, column: C, today: string): string | null {
  if (!cells[column]) return null;
  const read = readDay(cells[column], today, { past: true });
  if ("day" in read) return read.day;
  throw new Wrong(column, read.problem === "empty" ? "required" : read.problem);
}

/** The text in a cell. @throws Wrong */
export function textIn<C extends string>(cells: Record<C, string>, column: C, most: number, required = true): string {
  const text = cleanText(cells[column]);
  if (required && !text) throw new Wrong(column, "required");
  if (text.length > most) throw new Wrong(column, "too-long");
  if (hasCpr(text)) throw new Wrong(column, "has-cpr");
  return text;
}
