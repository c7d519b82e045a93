import { eq } from "drizzle-orm";
import { read, tables } from "#db/index.server.ts";

const { setting } = tables;

/** The setting that holds the day the demo municipality was made for. */
export const DEMO_DAY = "demo-day";

export async function demoDay(): Promise<string | null> {
  const [made] = await read((db) => db.select({ value: setting.value }).from(setting).where(eq(setting.key, DEMO_DAY)));
  return made?.value ?? null;
}
