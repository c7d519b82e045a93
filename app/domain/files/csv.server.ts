import { CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { invalid } from "../errors.ts";
import { cleanText, hasCpr } from "../text.ts";

/** A line of a file as it stands there; `line` counts from 1, the head included. */
export type Line<C extends string> = { line: number; cells: Record<C, string> };

/** What Excel would take for a formula is written with a mark before it (csvOf); read, the mark is gone. */
const plain = (cell: string) => cell.replace(/^'(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u, "");

/**
 * Text of a file that some program wrote: UTF-16 with its mark ("Unicode text" of Excel), UTF-8 with or without its mark, else what
 * Danish Windows writes (cp1252).
 */
export function textOf(bytes: Uint8Array): string {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  if (mark === 0xfffe) return new TextDecoder("utf-16le").decode(bytes);
  if (mark === 0xfeff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** A first line by which Excel is told what separates the cells. */
const SEPARATOR = /^"?sep=([;,\t|])"?[;,\t|]*\r?\n/i;

/** The line on which the record begins that cannot be read: there the quotation mark stands that is not closed. */
function brokenLine(text: string, bytesRead: number): number {
  const bytes = Buffer.from(text);
  const empty = /^\s*/.exec(bytes.subarray(bytesRead).toString())?.[0] ?? "";
  return (bytes.subarray(0, bytesRead).toString() + empty).split("\n").length;
}

/** What of a file is read: its lines, the columns of it that are not, "" for one without a name, and the same file without those. */
export type Kept<C extends string> = { lines: Line<C>[]; ignored: string[]; text: string };

/** The name that is said of a column; one that holds somebody's number is no name. */
const nameOf = (head: string) => ([head, head.replace(/\s/g, "")].some(hasCpr) ? "" : head);

/** The head and the records, each ending on the line on which it ended before. */
function withoutOthers(head: string[], records: { record: string[]; ends: number }[]): string {
  const written = (cells: string[]) => stringify([cells], { delimiter: ";", eof: false });
  let text = written(head);
  let at = text.split("\n").length;
  for (const { record, ends } of records) {
    const next = written(record);
    const lines = next.split("\n").length;
    const before = Math.max(1, ends - at - lines + 1);
    text += "\n".repeat(before) + next;
    at += before - 1 + lines;
  }
  return text;
}

/**
 * The lines of a file with a head, separated by semicolon, tab or comma, or as its first line `sep=` says, the columns in any order;
 * null when it is no such file, or the head lacks a column.
 * @param mayLack columns without which it is read all the same
 * @returns with the names of columns that are not read; what stands in those is nowhere in it
 * @throws Declined `invalid` when a quotation mark is not closed, with its line
 */
export function linesOf<C extends string>(
  text: string,
  columns: readonly C[],
  mayLack: readonly C[] = [],
): Kept<C> | null {
  const unmarked = text.replace(/^\uFEFF/, "");
  const said = SEPARATOR.exec(unmarked);
  const body = said ? unmarked.slice(said[0].length) : unmarked;
  const before = said ? 1 : 0;
  const head = body.split(/\r?\n/, 1)[0] ?? "";
  let rows: { record: string[]; info: { lines: number } }[];
  try {
    rows = parse(body, {
      delimiter: said?.[1] ?? [";", "\t"].find((one) => head.includes(one)) ?? ",",
      skip_empty_lines: true,
      relax_column_count: true,
      info: true,
      trim: true,
    }) as unknown as typeof rows;
  } catch (no) {
    if (no instanceof CsvError && /QUOTE/.test(no.code))
      throw invalid("file", `open-quote ${before + brokenLine(body, Number(no.bytes_records))}`);
    return null;
  }
  const heads = (rows.shift()?.record ?? []).map((name) => cleanText(name));
  const names = heads.map((name) => name.toLowerCase());
  const places = columns.map((column) => names.indexOf(column));
  if (columns.some((column, at) => places[at] === -1 && !mayLack.includes(column))) return null;
  // Cells may stand under no name, and beyond the head; a column with neither name nor cells is none.
  const filled = new Set(rows.flatMap(({ record }) => record.flatMap((cell, at) => (cell ? [at] : []))));
  const others = [...new Set([...heads.keys(), ...filled])].filter(
    (at) => !places.includes(at) && (heads[at] || filled.has(at)),
  );
  const ignored = others.map((at) => nameOf(heads[at] ?? ""));
  const read = places.filter((at) => at !== -1);
  const kept = (cells: string[]) => read.map((at) => cells[at] ?? "");
  const records = rows.map(({ record, info }) => ({ record: kept(record), ends: before + info.lines }));
  const lines = rows
    .map(({ record, info }) => {
      const cells = columns.map((column, at) => [column, plain(record[places[at] ?? -1] ?? "")]);
      return { line: before + info.lines, cells: Object.fromEntries(cells) as Record<C, string> };
    })
    .filter(({ cells }) => Object.values(cells).some(Boolean));
  return { lines, ignored, text: ignored.length > 0 ? withoutOthers(kept(names), records) : text };
}

/** A file as Danish Excel opens it: UTF-8 with its mark, semicolons, and no cell of it a formula. */
export const csvOf = (rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Buffer.from(
      stringify(
        rows.map((row) => row.map((cell) => cell.replaceAll(/\p{Cc}/gu, " ").trim())),
        { bom: true, delimiter: ";", escape_formulas: true, record_delimiter: "windows" },
      ),
    ),
  );

/** A day as a file says it: dd-mm-yyyy. */
export const writtenDay = (day: string | null): string => (day ? day.split("-").reverse().join("-") : "");
/** Hours with a decimal comma. */
export const writtenHours = (minutes: number | null): string =>
  minutes === null ? "" : String(minutes / 60).replace(".", ",");
