import { inArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";

const { setting } = tables;

/** Where whoever must notify the authorities does so; empty where the municipality has not written it. */
export type NotifyAt = { phone: string; link: string };

const KEYS = { phone: "notify-phone", link: "notify-link" } as const;

/** Rows of `setting`: one telephone number and one address for the whole municipality. */
export async function notifyAt(db: Db): Promise<NotifyAt> {
  const rows = await db
    .select()
    .from(setting)
    .where(inArray(setting.key, Object.values(KEYS)));
  const of = (wanted: string) => rows.find(({ key }) => key === wanted)?.value ?? "";
  return { phone: of(KEYS.phone), link: of(KEYS.link) };
}

export async function keepNotifyAt(db: Db, said: NotifyAt): Promise<void> {
  for (const part of ["phone", "link"] as const)
    await db
      .insert(setting)
      .values({ key: KEYS[part], value: said[part] })
      .onConflictDoUpdate({ target: setting.key, set: { value: said[part] } });
}
