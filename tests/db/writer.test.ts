import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, onTestFinished, test, vi } from "vitest";
import { type Connection, connect } from "#db/connection.server.ts";
import { tables } from "#db/index.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { Busy, writer } from "#db/writer.server.ts";
import { aFolder } from "../support/files.ts";

const { setting } = tables;

/** A migrated file with one writer; `said` tells what was said to the engine. */
function aWriter(waitForLockMs?: number) {
  const file = join(aFolder(), "samspor.db");
  const connection = connect(file, { readonly: false });
  migrate(connection.raw, () => undefined);
  const said: string[] = [];
  const prepare = connection.raw.prepare.bind(connection.raw);
  connection.raw.prepare = ((sql: string) => {
    const statement = prepare(sql);
    if (!/^(begin|savepoint|release|rollback|commit)/.test(sql)) return statement;
    const run = statement.run.bind(statement);
    return Object.assign(statement, {
      run: () => {
        said.push(sql);
        return run();
      },
    });
  }) as typeof connection.raw.prepare;
  onTestFinished(() => void connection.raw.close());
  return { file, said, connection, transact: writer(connection, waitForLockMs) };
}

const write = (transact: ReturnType<typeof writer>, key: string, value = "") =>
  transact((db) => db.insert(setting).values({ key, value }));

const keysOf = ({ raw }: Connection) => raw.prepare("select key from setting order by key").pluck().all();

test("writers of one turn of the event loop share a commit, and each is told when it stands", async () => {
  const { transact, said, connection } = aWriter();
  await Promise.all(["a", "b", "c"].map((key) => write(transact, key)));
  expect(said.filter((sql) => sql === "commit")).toHaveLength(1);
  expect(keysOf(connection)).toEqual(["a", "b", "c"]);
});

test("a writer that fails takes its own work back and leaves its neighbours", async () => {
  const { transact, connection } = aWriter();
  const done = await Promise.allSettled([
    write(transact, "a"),
    transact(async (db) => {
      await db.insert(setting).values({ key: "half", value: "" });
      throw new Error("broken");
    }),
    write(transact, "c"),
  ]);
  expect(done.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(keysOf(connection)).toEqual(["a", "c"]);
});

test("what is to be done after the commit happens when it stands, in the order of the writers, before anybody is answered", async () => {
  const { transact, connection } = aWriter();
  const happened: string[] = [];
  const one = (key: string) =>
    transact(async (db, afterCommit) => {
      await db.insert(setting).values({ key, value: "" });
      afterCommit(() => happened.push(`${key} after, in a transaction: ${connection.raw.inTransaction}`));
    }).then(() => happened.push(`${key} answered`));
  await Promise.all([one("a"), one("b")]);
  expect(happened).toEqual([
    "a after, in a transaction: false",
    "b after, in a transaction: false",
    "a answered",
    "b answered",
  ]);
});

test("a writer that fails leads to nothing after the commit", async () => {
  const { transact } = aWriter();
  let happened = false;
  await transact(async (_db, afterCommit) => {
    afterCommit(() => {
      happened = true;
    });
    throw new Error("broken");
  }).catch(() => undefined);
  expect(happened).toBe(false);
});

test("an effect that breaks is told to its own writer; the work stands, and others go on writing", async () => {
  const { transact, connection } = aWriter();
  const broken = transact(async (db, afterCommit) => {
    await db.insert(setting).values({ key: "a", value: "" });
    afterCommit(() => {
      throw new Error("nobody listens");
    });
  });
  const done = await Promise.allSettled([broken, write(transact, "b")]);
  expect(done.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  await write(transact, "c");
  expect(keysOf(connection)).toEqual(["a", "b", "c"]);
});

test("a lock held by another program is waited for", async () => {
  const { transact, file, connection, said } = aWriter();
  const other = connect(file, { readonly: false });
  other.raw.exec("begin immediate");
  const writing = write(transact, "waited");
  await vi.waitUntil(() => said.length > 2);
  expect(said.every((sql) => sql === "begin immediate")).toBe(true);
  other.raw.exec("commit");
  other.raw.close();
  await writing;
  expect(keysOf(connection)).toEqual(["waited"]);
});

test("a lock held too long is a plain no: nothing is written, and the next writer is served", async () => {
  const { transact, file, connection } = aWriter(50);
  const other = connect(file, { readonly: false });
  other.raw.exec("begin immediate");
  await expect(write(transact, "never")).rejects.toBeInstanceOf(Busy);
  other.raw.exec("commit");
  other.raw.close();
  await write(transact, "later");
  expect(keysOf(connection)).toEqual(["later"]);
});

test("a full disk takes the whole commit back and tells everybody in it; writing goes on when there is room", async () => {
  const { transact, connection } = aWriter();
  const { raw } = connection;
  const pages = raw.pragma("page_count", { simple: true }) as number;
  raw.pragma(`max_page_count = ${pages + 2}`);
  const done = await Promise.allSettled([write(transact, "small"), write(transact, "big", "x".repeat(200_000))]);
  expect(done.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(keysOf(connection)).toEqual([]);
  raw.pragma("max_page_count = 1000000");
  await write(transact, "room", "x".repeat(200_000));
  expect(keysOf(connection)).toContain("room");
});

test("everybody who increments the same number counts", async () => {
  const { transact } = aWriter();
  await write(transact, "n", "0");
  const addOne = () =>
    transact(async (db) => {
      const [row] = await db.select().from(setting).where(eq(setting.key, "n"));
      await db
        .update(setting)
        .set({ value: String(Number(row?.value) + 1) })
        .where(eq(setting.key, "n"));
    });
  await Promise.all(Array.from({ length: 25 }, addOne));
  const [row] = await transact((db) => db.select().from(setting).where(eq(setting.key, "n")));
  expect(row?.value).toBe("25");
});
