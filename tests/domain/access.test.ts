import { getTableName, sql } from "drizzle-orm";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Db, prepared, transact } from "#db/index.server.ts";
import { asked, decide, explain, may } from "#domain/access/decide.server.ts";
import { rules, scope, type What } from "#domain/access/rules.server.ts";
import type { Actor } from "#domain/actor.ts";
import { aDatabase } from "../support/database.ts";
import { type Asks, allows, base, type World } from "../support/model.ts";
import { type Ids, settle, worlds } from "../support/worlds.ts";

aDatabase();

const whats = Object.keys(rules) as What[];
const KIND: Record<string, keyof Ids> = {
  meeting: "meeting",
  agenda_item: "item",
  young_person: "youngPerson",
  action: "action",
  staff: "staff",
  department: "department",
};
const kindOf = (what: What) => KIND[getTableName(rules[what].table)] as keyof Ids;

const lists = new Map(
  whats.map((what) => [
    what,
    prepared((db) =>
      db
        .select({ id: sql<string>`${rules[what].table.id}` })
        .from(rules[what].table)
        .where(scope(what))
        .prepare(),
    ),
  ]),
);

class TakenBack extends Error {}

/** Each world stands in the database for the time of its check, and is taken back. */
const inWorld = (check: (db: Db, world: World, ids: Ids) => Promise<void>, runs: number) =>
  fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const done = transact(async (db) => {
        await check(db, world, await settle(db, world));
        throw new TakenBack();
      });
      await done.catch((error) => {
        if (!(error instanceof TakenBack)) throw error;
      });
    }),
    { numRuns: runs },
  );

const everybody = (ids: Ids): [Asks, Actor][] => [
  ...ids.staff.map((id, staff): [Asks, Actor] => [{ staff }, { kind: "staff", id, sessionId: "-" }]),
  ...ids.screen.map((id, screen): [Asks, Actor] => [{ screen }, { kind: "screen", id }]),
  ["nobody", { kind: "nobody" }],
  ["nobody", { kind: "system" }],
];

test("in every world each right is what the plainly written rules say, one by one and in lists", async () => {
  let granted = 0;
  await inWorld(async (db, world, ids) => {
    for (const [who, actor] of everybody(ids)) {
      const asking = { actor, now: world.now, today: world.today };
      for (const what of whats) {
        const known = ids[kindOf(what)];
        const expected = known.filter((_, place) => allows(world, who, what, place));
        const decided: string[] = [];
        for (const id of known) if ((await decide(db, asking, what, id)) !== null) decided.push(id);
        expect([what, who, decided]).toEqual([what, who, expected]);
        const listed = (await lists.get(what)?.(db).execute(asked(asking)))
          ?.map(({ id }) => id)
          .filter((id) => known.includes(id));
        expect([what, who, listed?.sort()]).toEqual([what, who, [...expected].sort()]);
        granted += expected.length;
      }
    }
  }, 200);
  expect(granted).toBeGreaterThan(2_000);
}, 240_000);

test("a no says that nothing is there exactly when the asker may not know of it; the rule that said yes is named", async () => {
  const said = { yes: 0, refused: 0, missing: 0 };
  await inWorld(async (db, world, ids) => {
    for (const [who, actor] of everybody(ids)) {
      const asking = { actor, now: world.now, today: world.today };
      for (const what of whats)
        for (const [place, id] of ids[kindOf(what)].entries()) {
          const verdict = await may(db, asking, what, id);
          const under = base[what];
          const knows = under !== undefined && allows(world, who, under, place);
          if ("no" in verdict) {
            expect([what, who, place, verdict.no]).toEqual([what, who, place, knows ? "refused" : "missing"]);
            said[verdict.no] += 1;
          } else {
            expect(Object.keys(rules[what].grant)).toContain(verdict.by);
            said.yes += 1;
          }
        }
    }
  }, 60);
  expect(Math.min(...Object.values(said))).toBeGreaterThan(100);
}, 240_000);

test("what explains a right adds up to it: some grant holds and no denial, and the rule that said yes is among them", async () => {
  await inWorld(async (db, world, ids) => {
    for (const [, actor] of everybody(ids)) {
      const asking = { actor, now: world.now, today: world.today };
      for (const what of whats)
        for (const id of ids[kindOf(what)].slice(0, 2)) {
          const { grant, deny = {} } = rules[what];
          const why = await explain(db, asking, what, id);
          expect(Object.keys(why)).toEqual([...Object.keys(grant), ...Object.keys(deny)]);
          const by = await decide(db, asking, what, id);
          expect(by !== null).toBe(
            Object.keys(grant).some((rule) => why[rule]) && !Object.keys(deny).some((rule) => why[rule]),
          );
          if (by !== null) expect(why[by]).toBe(true);
        }
    }
  }, 20);
}, 240_000);

test("a row that does not exist is as far away as one that nobody may know of", async () => {
  await inWorld(async (db, world, ids) => {
    for (const [, actor] of everybody(ids))
      for (const what of whats)
        expect(
          await may(db, { actor, now: world.now, today: world.today }, what, "01900000-0000-7000-8000-000000000000"),
        ).toEqual({
          no: "missing",
        });
  }, 5);
});
