import { outcomesToCsv } from "#domain/graduates/export.server.ts";
import { file } from "#http/door.server.ts";
import { csvFile } from "#http/sheet.server.ts";
import { wordsIn } from "#words/words.ts";

/** What was found, as a file that can be read in again. */
export const loader = file(
  outcomesToCsv,
  () => ({}),
  async ({ rows, today }, language) => csvFile(`${(await wordsIn(language)).graduates.fileName}-${today}`, rows),
);
