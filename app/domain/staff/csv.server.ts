import { parse } from "csv-parse/sync";
import { cleanText } from "../text.ts";

export const COLUMNS = ["navn", "brugernavn", "titel", "telefon", "afdeling", "roller"] as const;
export type Column = (typeof COLUMNS)[number];

/** A line of the file as it stands there; `line` counts from 1, the head included. */
export type Line = { line: number; cells: Record<Column, string> };

/** Text of a file that some program wrote: UTF-8 with or without its mark, else what Danish Windows writes (cp1252). */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The lines of a staff file, separated by semicolon or comma; null when the head is not the one that is asked for. */
export function linesOf(text: string): Line[] | null {
  const plain = text.replace(/^\uFEFF/, "");
  const head = plain.split(/\r?\n/, 1)[0] ?? "";
  let rows: { record: string[]; info: { lines: number } }[];
  try {
    rows = parse(plain, {
      delimiter: head.includes(";") ? ";" : ",",
      skip_empty_lines: true,
      relax_column_count: true,
      info: true,
      trim: true,
    }) as unknown as typeof rows;
  } catch {
    return null;
  }
  const names = (rows.shift()?.record ?? []).map((name) => cleanText(name).toLowerCase());
  const places = COLUMNS.map((column) => names.indexOf(column));
  if (places.includes(-1)) return null;
  return rows
    .map(({ record, info }) => ({
      line: info.lines,
      cells: Object.fromEntries(COLUMNS.map((column, at) => [column, record[places[at] ?? -1] ?? ""])) as Record<
        Column,
        string
      >,
    }))
    .filter(({ cells }) => Object.values(cells).some(Boolean));
}
