import { expect, test } from "vitest";
import type { TextClass } from "#db/vocabulary.ts";
import { changesFor, mayWatch } from "#domain/access/watchable.server.ts";
import type { Actor } from "#domain/actor.ts";
import { newId } from "#domain/ids.server.ts";
import { itemClassTopic, itemTopic, type Topic } from "#domain/topics.ts";
import { aDatabase } from "#tests/support/database.ts";
import { everybody, inWorld } from "#tests/support/in-world.ts";
import { type Asks, allows, type World } from "#tests/support/model.ts";
import type { Ids } from "#tests/support/worlds.ts";

aDatabase();

const CLASSES = ["health", "criminal", "child_case"] as const satisfies TextClass[];

/** Every topic of a world with whether somebody may watch it, by the plainly written rules. */
function topicsOf(world: World, ids: Ids, who: Asks, actor: Actor): [topic: string, may: boolean][] {
  const leads = (item: number) => {
    const { meeting } = world.items[item] as World["items"][number];
    const { chair, minuteTaker } = world.meetings[meeting] as World["meetings"][number];
    return who !== "nobody" && "staff" in who && (chair === who.staff || minuteTaker === who.staff);
  };
  const own = "id" in actor ? actor.id : "";
  return [
    ...ids.meeting.flatMap((id, n): [string, boolean][] => [
      [`meeting:${id}`, allows(world, who, "meeting:whole", n)],
      [`screen:${id}`, allows(world, who, "screen:of-meeting", n)],
    ]),
    ...ids.item.flatMap((id, n): [string, boolean][] => [
      [`item:${id}`, allows(world, who, "item:see", n)],
      ...CLASSES.map((one): [string, boolean] => [`item:${id}:${one}`, allows(world, who, `item:${one}`, n)]),
      // Texts for named departments: those for one go to whoever works there, all of them to who keeps the minutes.
      ...ids.department.map((department, d): [string, boolean] => [
        `item:${id}:named_departments:${department}`,
        allows(world, who, "item:named_departments", n) && (leads(n) || allows(world, who, "department:watch", d)),
      ]),
    ]),
    ...ids.youngPerson.map((id, n): [string, boolean] => [`person:${id}`, allows(world, who, "person:open", n)]),
    ...ids.department.map((id, n): [string, boolean] => [
      `department:${id}`,
      allows(world, who, "department:watch", n),
    ]),
    ...[...ids.staff, ...ids.screen].flatMap((id): [string, boolean][] => [
      [`staff:${id}`, actor.kind === "staff" && id === own],
      [`device:${id}`, actor.kind === "screen" && id === own],
    ]),
  ];
}

test("in every world a topic is watched by those who may read what it carries, and by nobody else", async () => {
  let watched = 0;
  await inWorld(async (db, world, ids) => {
    for (const [who, actor] of everybody(ids)) {
      const asking = { actor, now: world.now, today: world.today };
      for (const [topic, may] of topicsOf(world, ids, who, actor)) {
        expect([who, topic, (await mayWatch(db, asking, topic)) !== null]).toEqual([who, topic, may]);
        if (may) watched += 1;
      }
    }
  }, 40);
  expect(watched).toBeGreaterThan(500);
}, 240_000);

test("what is no topic is refused, also to whoever may watch all of the item", async () => {
  let tried = 0;
  await inWorld(async (db, world, ids) => {
    for (const [who, actor] of everybody(ids)) {
      const asking = { actor, now: world.now, today: world.today };
      const [department] = ids.department as [string];
      const own = "id" in actor ? actor.id : newId();
      const wrong = ids.item.flatMap((id, n) =>
        allows(world, who, "item:health", n)
          ? [
              ...[`item:${id}:shared`, `item:${id}:text`, `item:${id}:`, `item:${id}:health:${department}`],
              ...[`item:${id}:health:`, `item:${id}:named_departments`, `item:${id}:named_departments:all`],
              ...[`item:${id}:named_departments:${department}:x`, `person:${id}`, `:${id}`, `item ${id}`, id, "item:"],
            ]
          : [],
      );
      const longer = ids.meeting.flatMap((id) => [`meeting:${id}:x`, `screen:${id}:health`, `meeting:${id}:`]);
      const ofPerson = ids.youngPerson.flatMap((id) => [`person:${id}:x`, `person:${id}:health`]);
      for (const topic of [
        ...wrong,
        ...longer,
        ...ofPerson,
        `staff:${own}:x`,
        `device:${own}:x`,
        `department:${department}:x`,
        "",
      ]) {
        expect([topic, await mayWatch(db, asking, topic)]).toEqual([topic, null]);
        tried += 1;
      }
    }
  }, 20);
  expect(tried).toBeGreaterThan(500);
});

test("somebody is told by which rule they watch: their own topic, the minutes they keep, never for all departments by one's own basis", async () => {
  const told = new Set<string>();
  await inWorld(async (db, world, ids) => {
    for (const [who, actor] of everybody(ids)) {
      const asking = { actor, now: world.now, today: world.today };
      for (const [topic, may] of topicsOf(world, ids, who, actor)) {
        const by = may ? await mayWatch(db, asking, topic) : null;
        if (by !== null)
          told.add(
            `${topic
              .split(":")
              .filter((part) => !part.includes("-"))
              .join(":")} ${by}`,
          );
      }
    }
  }, 40);
  expect([...told]).toEqual(
    expect.arrayContaining([
      "staff oneself",
      "device itself",
      "item:named_departments leads the meeting",
      "screen paired",
    ]),
  );
  expect(told).not.toContain("item:named_departments basis covers the class");
}, 240_000);

test("of what a command changed its sender is given what they may watch, and nothing else", async () => {
  await inWorld(async (db, world, ids) => {
    for (const [who, actor] of everybody(ids)) {
      const asking = { actor, now: world.now, today: world.today };
      const topics: Topic[] = ids.item.flatMap((id) => [itemTopic(id), itemClassTopic(id, "health")]);
      const changes = topics.map((topic, seq) => ({ topic, seq, put: [], drop: [] }));
      const may = topicsOf(world, ids, who, actor).filter(([, may]) => may);
      const own = changes.filter(({ topic }) => may.some(([known]) => known === topic));
      expect(await changesFor(db, asking, changes)).toEqual(own);
    }
  }, 20);
});
