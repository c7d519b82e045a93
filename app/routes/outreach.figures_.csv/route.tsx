import { outreachFiguresFile } from "#domain/outreach/figure-queries.server.ts";
import { linesOfTables } from "#frame/figure-tables.ts";
import { file } from "#http/door.server.ts";
import { csvFile } from "#http/sheet.server.ts";
import { wordsIn } from "#words/words.ts";
import { outreachTables } from "../outreach.figures/tables.ts";

/** The figures as the page tells them: a line for each number, and for each that is kept back. */
export const loader = file(
  outreachFiguresFile,
  () => ({}),
  async (figures, language) => {
    const words = await wordsIn(language);
    const lines = linesOfTables(words, outreachTables(words, figures, language));
    return csvFile(`${words.outreach.figures.fileName}-${figures.today}`, lines);
  },
);
