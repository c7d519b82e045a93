import type { Label } from "../codes/queries.server.ts";
import { readDay } from "../days.ts";
import { isNameOf, type Named } from "../names.ts";
import { cleanText, hasCpr } from "../text.ts";

/** What a cell holds, as a screen says it: as it is written, or by a word of a list in both languages. */
export type Said = string | Label;

/** A cell that cannot be read: its column, a code of the problems on the screens, and the words that it may hold. */
export class Wrong<C extends string = string> extends Error {
  constructor(
    readonly column: C,
    readonly problem: string,
    readonly words: readonly Said[] = [],
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

/** What somebody, or a place, is called. @throws Wrong */
export function nameIn<C extends string>(
  ...[cells, column, of, most, required = true]: [Record<C, string>, C, Named, number, boolean?]
): string {
  const name = textIn(cells, column, most, required);
  if (hasCpr(name.replace(/\s/g, ""))) throw new Wrong(column, "has-cpr");
  if (name && !isNameOf(of, name)) throw new Wrong(column, `${of}-name`);
  return name;
}
