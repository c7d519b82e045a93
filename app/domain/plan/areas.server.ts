import type { Db } from "#db/index.server.ts";
import { codesOn } from "../codes/queries.server.ts";
import { invalid } from "../errors.ts";

/** @throws Declined `invalid` at `area` when the list has no such code that day. */
export async function areaWith(db: Db, area: string, today: string): Promise<void> {
  if (!(await codesOn(db, "life_area", today)).some(({ code }) => code === area)) throw invalid("area", "choose");
}
