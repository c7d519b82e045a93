import { coursesToCsv } from "#domain/stu/list.server.ts";
import { courseFiltersIn, nameTyped } from "#domain/stu/list-filters.ts";
import { file } from "#http/door.server.ts";
import { csvFile } from "#http/sheet.server.ts";
import { wordsIn } from "#words/words.ts";

/** The courses that are shown, as a file that can be read in again. */
export const action = file(
  coursesToCsv,
  ({ search, typed }) => ({ filters: courseFiltersIn(search), name: nameTyped(typed.name) }),
  async ({ rows, today }, language) => csvFile(`${(await wordsIn(language)).stu.fileName}-${today}`, rows),
);
