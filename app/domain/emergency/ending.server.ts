import { and, gt, isNull, min } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";

const { breakGlass } = tables;

/** The next moment at which an emergency access ends by itself, or null. */
export async function nextRightEnds(db: Db, now: string): Promise<string | null> {
  const [row] = await db
    .select({ at: min(breakGlass.endsAt) })
    .from(breakGlass)
    .where(and(gt(breakGlass.endsAt, now), isNull(breakGlass.endedAt)));
  return row?.at ?? null;
}
