import type { Db } from "#db/index.server.ts";
import { mustBeListed } from "../codes/queries.server.ts";

/** @throws Declined `invalid` at `area` when the list has no such code that day. */
export const areaWith = (db: Db, area: string, today: string): Promise<void> =>
  mustBeListed(db, "life_area", "area", area, today);
