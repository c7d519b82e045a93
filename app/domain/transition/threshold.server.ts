import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { CLARIFIED_UNLESS_SET } from "./rules.ts";

const { setting } = tables;

const KEY = "clarified-from";

/** From which level on somebody is clarified: a row of `setting`, for the whole forum and for all years alike; no dated list. */
export async function clarifiedFrom(db: Db): Promise<number> {
  const [row] = await db.select().from(setting).where(eq(setting.key, KEY));
  return Number(row?.value ?? CLARIFIED_UNLESS_SET);
}

export const keepClarifiedFrom = (db: Db, level: number) =>
  db
    .insert(setting)
    .values({ key: KEY, value: String(level) })
    .onConflictDoUpdate({ target: setting.key, set: { value: String(level) } });
