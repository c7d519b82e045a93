import { graduateFiguresFile } from "#domain/graduates/queries.server.ts";
import { file } from "#http/door.server.ts";
import { csvFile } from "#http/sheet.server.ts";
import { wordsIn } from "#words/words.ts";
import { figureLines } from "../stu.figures/tables.ts";

/** The figures as the page tells them: a line for each number, and for each that is kept back. */
export const loader = file(
  graduateFiguresFile,
  () => ({}),
  async (figures, language) => {
    const words = await wordsIn(language);
    return csvFile(`${words.graduates.figures.fileName}-${figures.today}`, figureLines(words, figures));
  },
);
