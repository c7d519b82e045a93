import { coursesToFile } from "#domain/stu/list.server.ts";
import { courseFiltersIn, nameTyped } from "#domain/stu/list-filters.ts";
import { file } from "#http/door.server.ts";

/** The list as it is shown, for Excel; the name that is looked for comes in the form. */
export const action = file(
  coursesToFile,
  ({ search, typed }) => ({ filters: courseFiltersIn(search), name: nameTyped(typed.name) }),
  async (out, language) => (await import("./workbook.server.ts")).workbook(out, language),
);
