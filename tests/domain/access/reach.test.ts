import { expect, test } from "vitest";
import { type Db, prepared } from "#db/index.server.ts";
import { asked } from "#domain/access/decide.server.ts";
import { reachesAll, withinReach } from "#domain/access/reach.server.ts";
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
  let [opened, left] = [0, 0];
  const wide = { coordinators: 0, others: 0 };
  await inWorld(async (db: Db, world, ids) => {
    for (const [who, actor] of everybody(ids)) {
      if (actor.kind !== "staff") continue;
      const isCoordinator = world.roles.some(
        ({ staff, role }) => role === "coordinator" && actor.id === ids.staff[staff],
      );
      const asking = { actor, now: world.now, today: world.today };
      if (await reachesAll(db, asking)) {
        wide[isCoordinator ? "coordinators" : "others"] += 1;
        continue;
      }
      for (const what of whats) {
        const rows = await reached.get(what)?.(db).execute(asked(asking));
        const within = new Set(rows?.map(({ id }) => id as string));
        const open = ids[kindOf(what as What)].filter((_, place) => allows(world, who, what, place));
        opened += open.length;
        left += ids[kindOf(what as What)].length - within.size;
        expect([who, what, open.filter((id) => !within.has(id))]).toEqual([who, what, []]);
      }
    }
  }, 100);
  expect(opened).toBeGreaterThan(100);
  // It is a part of all there is, and only coordinators are asked about the whole.
  expect(left).toBeGreaterThan(100);
  expect(wide).toEqual({ coordinators: expect.toSatisfy((times) => times > 10), others: 0 });
}, 120_000);
