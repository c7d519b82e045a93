import { expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { fillCodes } from "#domain/codes/fill.server.ts";
import { codesOn } from "#domain/codes/queries.server.ts";
import { aDatabase } from "#tests/support/database.ts";
import lifeAreas from "../../db/codes/life-areas.json" with { type: "json" };

aDatabase();

const areas = () => read(async (db) => (await codesOn(db, "life_area", "2026-11-21")).map(({ code }) => code));

test("a list is shown in its own order, also where the database was filled before it had one", async () => {
  const own = lifeAreas.map(({ code }) => code);
  expect(await areas()).toEqual(own);
  await transact((db) => db.update(tables.codeItem).set({ position: 0, labelDa: "vores eget ord" }));
  expect(await areas()).toEqual([...own].sort());
  await fillCodes();
  expect(await areas()).toEqual(own);
  // What a municipality has changed stays.
  const [first] = await read((db) => codesOn(db, "life_area", "2026-11-21"));
  expect(first?.label.da).toBe("vores eget ord");
});
