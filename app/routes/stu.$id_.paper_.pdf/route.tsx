import { isRowId } from "#domain/input.server.ts";
import { resourcePaperToFile } from "#domain/resource-paper/queries.server.ts";
import { file } from "#http/door.server.ts";

/** The resource paper as it stands, or a version of it, as a file for paper. */
export const loader = file(
  resourcePaperToFile,
  ({ params: { id }, search }) => {
    const version = search.get("version");
    if (!isRowId(id) || (version !== null && !/^\d{1,6}$/.test(version))) return null;
    return { id, version: version === null ? null : Number(version) };
  },
  async (out, language) => (await import("./paper.server.ts")).paper(out, language),
);
