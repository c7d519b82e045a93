import { coursesToFile } from "#domain/stu/list.server.ts";
import { courseFiltersIn } from "#domain/stu/list-filters.ts";
import { file } from "#http/door.server.ts";

/** The list as it is shown, for Excel. */
export const loader = file(
  coursesToFile,
  ({ search }) => ({ filters: courseFiltersIn(search) }),
  async (out, language) => (await import("./workbook.server.ts")).workbook(out, language),
);
