import { expect, test } from "vitest";
import { type Db, prepared } from "#db/index.server.ts";
import { asked } from "#domain/access/decide.server.ts";
import { withinReach } from "#domain/access/reach.server.ts";
import { rules, type What } from "#domain/access/rules.server.ts";
import { aDatabase } from "#tests/support/database.ts";
import { everybody, inWorld, kindOf } from "#tests/support/in-world.ts";
import { allows } from "#tests/support/model.ts";

aDatabase();

test("in every world what lies within reach of somebody holds all that a right opens to them, but to coordinators", async () => {
  const whats = Object.keys(withinReach) as (keyof typeof withinReach)[];
  const listBy = (what: keyof typeof withinReach) =>
    prepared((db) => {
      const { table } = rules[what];
      return db.select({ id: table.id }).from(table).where(withinReach[what](table.id)).prepare();
    });
  const reached = new Map(whats.map((what) => [what, listBy(what)]));
  let opened = 0;
  await inWorld(async (db: Db, world, ids) => {
    for (const [who, actor] of everybody(ids)) {
      if (actor.kind !== "staff") continue;
      const isCoordinator = world.roles.some(
        ({ staff, role }) => role === "coordinator" && actor.id === ids.staff[staff],
      );
      if (isCoordinator) continue;
      for (const what of whats) {
        const rows = await reached
          .get(what)?.(db)
          .execute(asked({ actor, now: world.now, today: world.today }));
        const within = new Set(rows?.map(({ id }) => id as string));
        const open = ids[kindOf(what as What)].filter((_, place) => allows(world, who, what, place));
        opened += open.length;
        expect([who, what, open.filter((id) => !within.has(id))]).toEqual([who, what, []]);
      }
    }
  }, 100);
  expect(opened).toBeGreaterThan(100);
}, 120_000);
