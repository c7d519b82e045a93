import { colours } from "#db/vocabulary.ts";
import type { DepartmentReference } from "#domain/staff/reference.server.ts";

/** How a department's mark looks. */
export function markOf({ sector, mark, colour }: DepartmentReference) {
  return {
    shape: sector === "municipality" ? ("square" as const) : ("circle" as const),
    letters: mark,
    pair: colours.indexOf(colour),
  };
}
