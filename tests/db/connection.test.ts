import { asc, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { editionOf, prepared, read, tables, transact } from "#db/index.server.ts";
import { revise } from "#domain/revise.server.ts";
import { aDepartment, aStaffMember } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

aDatabase();

const { department } = tables;

test("a statement that is built once takes a limit of its own each time", async () => {
  for (const name of ["Første", "Anden", "Tredje"]) await aDepartment({ name });
  const first = prepared((db) =>
    db.select().from(department).orderBy(asc(department.id)).limit(sql.placeholder("most")).prepare(),
  );
  const found = (most: number) => read(async (db) => (await first(db).execute({ most })).length);
  expect([await found(1), await found(3), await found(2), await found(0)]).toEqual([1, 3, 2, 0]);
});

test.each([
  ["staff", tables.staff],
  ["departments", tables.department],
  ["places in departments", tables.membership],
])(
  "%s change only with their version and are never deleted, whoever writes: what is kept of them would be wrong",
  async (_, table) => {
    await aStaffMember("caseworker", { departmentId: await aDepartment() });
    const { version } = table;
    await expect(transact((db) => db.update(table).set({ version: sql`${version}` }))).rejects.toThrow();
    await expect(transact((db) => db.delete(table))).rejects.toThrow();
    await transact((db) => db.update(table).set({ version: sql`${version} + 1` }));
  },
);

test("an edition is another when a row is added or revised, and else the same", async () => {
  const edition = editionOf(department);
  const before = await read(edition);
  expect(await read(edition)).toBe(before);
  const id = await aDepartment({ name: "Ny" });
  const added = await read(edition);
  expect(added).toBeGreaterThan(before);
  const by = { now: "2026-11-21T08:00:00.000Z", staffId: null };
  await transact((db) => revise(db, department, { id, version: 1 }, { name: "Nyere" }, by));
  expect(await read(edition)).toBeGreaterThan(added);
});
