import { type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Db, prepared } from "#db/index.server.ts";
import { type Asking, asked, decideAll } from "#domain/access/decide.server.ts";
import { sum } from "#domain/access/rule.server.ts";
import { rules, scope, type What } from "#domain/access/rules.server.ts";
import { aDatabase } from "#tests/support/database.ts";
import { everybody, inWorld, kindOf } from "#tests/support/in-world.ts";
import { allows } from "#tests/support/model.ts";
import { aPostgres } from "#tests/support/postgres.ts";
import { type Ids, settle } from "#tests/support/worlds.ts";

aDatabase();
const postgres = aPostgres();

/** Fewer than SQLite alone is held against: each is asked of both. SAMSPOR_LONG=1 makes more. */
const WORLDS = process.env.SAMSPOR_LONG ? 300 : 100;

const whats = Object.keys(rules) as What[];

const listBy = (what: What, condition: SQL) =>
  prepared((db) =>
    db
      .select({ id: sql<string>`${rules[what].table.id}` })
      .from(rules[what].table)
      .where(condition)
      .prepare(),
  );

/** A world's rows have other ids in each database; their places are the same. */
async function placesIn(list: ReturnType<typeof listBy>, db: Db, asking: Asking, known: string[]): Promise<number[]> {
  const ids = new Set((await list(db).execute(asked(asking))).map(({ id }) => id));
  return known.flatMap((id, place) => (ids.has(id) ? [place] : []));
}

const byKind = [...new Set(whats.map(kindOf))].map(
  (kind) => [kind, whats.filter((what) => kindOf(what) === kind) as [What, ...What[]]] as const,
);
const lists = whats.map((what) => [what, listBy(what, scope(what))] as const);

/** All that somebody may: the rows of each list, and for each row the rules that open it. Asked at once, so that no answer is waited for. */
async function answersOf(db: Db, asking: Asking, ids: Ids) {
  const listed = lists.map(
    async ([what, list]) => [what, await placesIn(list, db, asking, ids[kindOf(what)])] as const,
  );
  const opened = byKind.map(async ([kind, rights]) => {
    const rows = ids[kind].map((id) => decideAll(db, asking, rights, id));
    return [kind, await Promise.all(rows)] as const;
  });
  return { listed: Object.fromEntries(await Promise.all(listed)), opened: new Map(await Promise.all(opened)) };
}

test(`in ${WORLDS} worlds each right opens the same on PostgreSQL, on SQLite and by the plainly written rules, in lists and row by row`, async () => {
  let granted = 0;
  await inWorld(
    (lite, world, inLite) =>
      postgres.passing(async (db) => {
        const { now, today } = world;
        const ids = await settle(db, world);
        const there = everybody(inLite);
        for (const [n, [who, actor]] of everybody(ids).entries()) {
          const answers = await answersOf(db, { actor, now, today }, ids);
          expect([who, answers]).toEqual([
            who,
            await answersOf(lite, { actor: there[n]?.[1] ?? actor, now, today }, inLite),
          ]);
          const plain: Record<string, number[]> = {};
          const opened: Record<string, number[]> = {};
          for (const what of whats) {
            const rows = answers.opened.get(kindOf(what)) ?? [];
            opened[what] = rows.flatMap((by, place) => (by[what] === null ? [] : [place]));
            plain[what] = rows.flatMap((_, place) => (allows(world, who, what, place) ? [place] : []));
            granted += plain[what].length;
          }
          expect([who, answers.listed, opened]).toEqual([who, plain, plain]);
        }
      }),
    WORLDS,
  );
  expect(granted).toBeGreaterThan(1_000);
}, 240_000);

test("a denial that is taken out of a rule is seen on PostgreSQL", async () => {
  const { grant, deny = {} } = rules["item:see"];
  const names = Object.keys(deny);
  const without = names.map((name) => {
    const others = Object.fromEntries(Object.entries(deny).filter(([other]) => other !== name));
    return [name, listBy("item:see", sum({ grant, deny: others }))] as const;
  });
  const seen = new Set<string>();
  await inWorld(
    (_, world) =>
      postgres.passing(async (db) => {
        const ids = await settle(db, world);
        for (const [who, actor] of everybody(ids))
          for (const [name, list] of without) {
            const { now, today } = world;
            const listed = await placesIn(list, db, { actor, now, today }, ids.item);
            if (listed.some((place) => !allows(world, who, "item:see", place))) seen.add(name);
          }
      }),
    WORLDS,
  );
  expect(names.length).toBeGreaterThan(2);
  expect([...seen].sort()).toEqual(names.sort());
}, 240_000);
