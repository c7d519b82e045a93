import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { aDatabase } from "../support/database.ts";

const { setting } = tables;
aDatabase();

const settingOf = async (db: Parameters<Parameters<typeof read>[0]>[0], key: string) =>
  (await db.select().from(setting).where(eq(setting.key, key)))[0]?.value;

test("one read sees one moment, however much is written meanwhile", async () => {
  await transact((db) =>
    db.insert(setting).values([
      { key: "left", value: "0" },
      { key: "right", value: "0" },
    ]),
  );
  const writing = (async () => {
    for (let n = 1; n <= 150; n++)
      await transact(async (db) => {
        await db
          .update(setting)
          .set({ value: String(n) })
          .where(eq(setting.key, "left"));
        await db
          .update(setting)
          .set({ value: String(n) })
          .where(eq(setting.key, "right"));
      });
  })();
  const seen = new Set<string | undefined>();
  const reading = async () => {
    for (let n = 0; n < 100; n++)
      await read(async (db) => {
        const left = await settingOf(db, "left");
        await new Promise((turn) => setImmediate(turn));
        expect(await settingOf(db, "right")).toBe(left);
        seen.add(left);
      });
  };
  await Promise.all([writing, reading(), reading(), reading(), reading(), reading()]);
  expect(seen.size).toBeGreaterThan(5);
});

test("more readers than there are connections wait their turn, and a reader that fails gives its connection back", async () => {
  const reads = Array.from({ length: 40 }, (_, n) =>
    read(async (db) => {
      await settingOf(db, "left");
      if (n % 2) throw new Error("broken");
      return n;
    }),
  );
  const done = await Promise.allSettled(reads);
  expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
  expect(await read(async () => "served")).toBe("served");
});

test("nothing can be written by way of a read", async () => {
  await expect(read((db) => db.insert(setting).values({ key: "sly", value: "" }))).rejects.toThrow();
  expect(await read((db) => settingOf(db, "sly"))).toBeUndefined();
});
