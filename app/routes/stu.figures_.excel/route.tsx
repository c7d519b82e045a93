import { graduateFiguresFile } from "#domain/graduates/queries.server.ts";
import { file } from "#http/door.server.ts";

/** The figures as the page tells them, for Excel. */
export const loader = file(
  graduateFiguresFile,
  () => ({}),
  async (figures, language) => (await import("./workbook.server.ts")).workbook(figures, language),
);
