import type { SheetData } from "write-excel-file/node";
import type { Language } from "#db/vocabulary.ts";
import type { GraduateFigures } from "#domain/graduates/queries.server.ts";
import { toldIn } from "#frame/figure-tables.ts";
import type { FileSent } from "#http/door.server.ts";
import { excelFile, heading, number, text } from "#http/sheet.server.ts";
import { wordsIn } from "#words/words.ts";
import { figureTables } from "../stu.figures/tables.ts";

/** The tables of the page one below the other, an empty row between; what is kept back says so. */
export async function workbook(figures: GraduateFigures, language: Language): Promise<FileSent> {
  const words = await wordsIn(language);
  const t = words.graduates.figures;
  const data = figureTables(words, figures).flatMap((one): SheetData => {
    const told = toldIn(one, t.total);
    return [
      [heading(one.label)],
      [one.head, ...(told[0]?.cells.map(({ column }) => column) ?? [])].map(heading),
      ...told.map(({ row, cells }) => [text(row), ...cells.map(({ n }) => (n === null ? text(t.hidden) : number(n)))]),
      [null],
    ];
  });
  return excelFile(`${t.fileName}-${figures.today}`, t.title, data, [36, ...Array.from({ length: 9 }, () => 16)]);
}
