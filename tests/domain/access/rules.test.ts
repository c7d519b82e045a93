import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { prepared } from "#db/index.server.ts";
import { asked, decide, explain, may } from "#domain/access/decide.server.ts";
import { rules, scope, type What } from "#domain/access/rules.server.ts";
import { aDatabase } from "#tests/support/database.ts";
import { everybody, inWorld, kindOf } from "#tests/support/in-world.ts";
import { allows, base } from "#tests/support/model.ts";

aDatabase();

const whats = Object.keys(rules) as What[];

test("a right stands in the table with the right that it is hidden without, and no other is", () => {
  const hidden = whats.flatMap((what) => (rules[what].hiddenUnless ? [[what, rules[what].hiddenUnless]] : []));
  expect(Object.fromEntries(hidden)).toEqual(base);
});

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

test("in every world a list by a right holds what the plainly written rules say", async () => {
  let granted = 0;
  await inWorld(async (db, world, ids) => {
    for (const [who, actor] of everybody(ids)) {
      const asking = { actor, now: world.now, today: world.today };
      for (const what of whats) {
        const known = ids[kindOf(what)];
        const expected = known.filter((_, place) => allows(world, who, what, place));
        const listed = (await lists.get(what)?.(db).execute(asked(asking)))
          ?.map(({ id }) => id)
          .filter((id) => known.includes(id));
        expect([what, who, listed?.sort()]).toEqual([what, who, expected.sort()]);
        granted += expected.length;
      }
    }
  }, 200);
  expect(granted).toBeGreaterThan(2_000);
}, 240_000);

test("one by one a right is the same; a no says that nothing is there exactly when the asker may not know of it", async () => {
  const said = { yes: 0, refused: 0, missing: 0 };
  await inWorld(async (db, world, ids) => {
    for (const [who, actor] of everybody(ids)) {
      const asking = { actor, now: world.now, today: world.today };
      for (const what of whats)
        for (const [place, id] of ids[kindOf(what)].entries()) {
          const verdict = await may(db, asking, what, id);
          const under = base[what];
          const knows = under !== undefined && allows(world, who, under, place);
          const expected = allows(world, who, what, place) ? "yes" : knows ? "refused" : "missing";
          const answered = "no" in verdict ? verdict.no : "yes";
          expect([what, who, place, answered]).toEqual([what, who, place, expected]);
          said[answered] += 1;
        }
    }
  }, 80);
  expect(Math.min(...Object.values(said))).toBeGreaterThan(100);
}, 240_000);

test("what explains a right adds up to it, and the rule that is named is the first of those that hold", async () => {
  await inWorld(async (db, world, ids) => {
    for (const [, actor] of everybody(ids)) {
      const asking = { actor, now: world.now, today: world.today };
      for (const what of whats)
        for (const id of ids[kindOf(what)].slice(0, 1)) {
          const { grant, deny = {} } = rules[what];
          const why = await explain(db, asking, what, id);
          expect(Object.keys(why)).toEqual([...Object.keys(grant), ...Object.keys(deny)]);
          const first = Object.keys(grant).find((rule) => why[rule]) ?? null;
          const denied = Object.keys(deny).some((rule) => why[rule]);
          expect(await decide(db, asking, what, id)).toBe(denied ? null : first);
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
