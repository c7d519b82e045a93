import type { Cell, SheetData } from "write-excel-file/node";
import writeXlsxFile from "write-excel-file/node";
import { csvOf } from "#domain/files/csv.server.ts";
import type { FileSent } from "./door.server.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Text stays text, whatever it begins with: no cell of ours is a formula. */
export const text = (value: string): Cell =>
  value === "" ? null : { type: String, value: value.replaceAll(/\p{Cc}/gu, " ") };
export const day = (value: string | null | undefined): Cell =>
  value ? { type: Date, value: new Date(`${value}T00:00:00Z`), format: "dd-mm-yyyy" } : null;
export const number = (value: number | null): Cell => (value === null ? null : { type: Number, value });
export const heading = (value: string): Cell => ({ type: String, value, fontWeight: "bold" });

/** A file for Excel with one sheet. @param widths of its columns, in characters */
export async function excelFile(name: string, sheet: string, data: SheetData, widths: number[]): Promise<FileSent> {
  const columns = widths.map((width) => ({ width }));
  const bytes = new Uint8Array(await writeXlsxFile(data, { sheet, columns, stickyRowsCount: 1 }).toBuffer());
  return { name: `${name}.xlsx`, type: TYPE, bytes };
}

/** The same for every other program. */
export const csvFile = (name: string, rows: readonly (readonly string[])[]): FileSent => ({
  name: `${name}.csv`,
  type: "text/csv; charset=utf-8",
  bytes: csvOf(rows),
});
