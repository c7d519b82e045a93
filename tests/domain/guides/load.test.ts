import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { writeContact } from "#domain/guides/contact-commands.server.ts";
import { guideLoadOf, guidesMovedTo } from "#domain/guides/load.ts";
import { setIntensity } from "#domain/guides/rhythm-commands.server.ts";
import { guideTeam } from "#domain/guides/team.server.ts";
import { addGuideTrait, removeGuideTrait, setGuideCapacity } from "#domain/guides/trait-commands.server.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { staffTopic } from "#domain/topics.ts";
import { anAssignment, aStaffMember, asks, aYoungPerson, does, NOW, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";
import { sentBy } from "#tests/support/traces.ts";

aDatabase();

const at = { now: NOW };
const NOTHING = { from: null, to: null, chosen: [] };
let guide = "";
let other = "";
let coordinator = "";
let leader = "";
let young = "";

beforeAll(async () => {
  coordinator = await aStaffMember("coordinator");
  leader = await aStaffMember("leader");
  other = await aStaffMember("youth_guide", { name: "Ida" });
});
beforeEach(async () => {
  guide = await aStaffMember("youth_guide", { name: "Mikkel" });
  young = await aYoungPerson({ firstName: "Alma", lastName: "Prøvegaard", bornOn: "2008-12-10" });
});

const seen = (by: string, thought: object = {}) => asks(guideTeam, { ...NOTHING, ...thought }, by, NOW);
const loadOf = async (by = leader) => (await seen(by)).loads.find(({ staffId }) => staffId === guide);
const begun = async (person: string, fromOn: string, intensity: "A" | null = "A") => {
  const id = await anAssignment(person, guide);
  await transact((db) => db.update(tables.assignment).set({ fromOn, intensity }).where(eq(tables.assignment.id, id)));
  return id;
};
const guideOf = async (by: string) => (await seen(by)).guides.find(({ id }) => id === guide);

describe("the load of a guide", () => {
  test("over the room is counted on the start page of whoever shares out the work; the least room is one point", async () => {
    const counted = async (by: string) => (await asks(startFor, {}, by, NOW)).guidesOver;
    const room = (points: string, version: number) =>
      tryTo(setGuideCapacity, { id: guide, version, points }, coordinator, at);
    await begun(young, "2026-11-01");
    expect(await counted(leader)).toBe(0);
    expect(await room("0", 0)).toMatchObject({ no: "invalid", problems: { points: expect.any(String) } });
    expect(await room("2", 0)).toMatchObject({ ok: true });
    expect([await counted(leader), await counted(coordinator), await counted(guide)]).toEqual([1, 1, null]);
    const [load, own] = [await loadOf(), await guideOf(leader)];
    expect([load?.points, own?.room]).toEqual([3, 2]);
    expect(await room("3", 1)).toMatchObject({ ok: true });
    expect(await counted(leader)).toBe(0);
  });

  test("is points by how often, young people, those not met as often, and the days of the weeks ahead", async () => {
    expect(await loadOf()).toMatchObject({ youngPeople: 0, points: 0, over: 0, weeks: [0, 0, 0, 0, 0, 0, 0, 0] });
    const place = await begun(young, "2026-11-01");
    // Every week, and not met since 1 November; a birthday that changes rights is 10 December.
    expect(await loadOf()).toMatchObject({ youngPeople: 1, points: 3, over: 1, weeks: [0, 0, 0, 1, 0, 0, 0, 0] });
    const met = { channel: "phone", result: "met", company: "only_us", kind: "case_note", text: "Vi talte." };
    const next = { minutes: "", nextOn: "1/12", nextTime: "", nextPlace: "", score: "" };
    await does(writeContact, { youngPersonId: young, ...met, ...next }, guide, at);
    expect(await loadOf()).toMatchObject({ over: 0, weeks: [0, 0, 1, 1, 0, 0, 0, 0] });
    await does(setIntensity, { id: place, version: 1, intensity: "D" }, guide, at);
    expect(await loadOf()).toMatchObject({ points: 0.5 });
  });

  test("counts the trips to them of the last eight weeks that stand in the case, and they go along", async () => {
    await begun(young, "2026-09-01");
    const note = {
      result: "met",
      company: "only_us",
      text: "Vi gik en tur.",
      minutes: "",
      nextTime: "",
      nextPlace: "",
    };
    const went = (channel: string, happenedAt: string, kind = "case_note") =>
      does(
        writeContact,
        { youngPersonId: young, ...note, channel, happenedAt, kind, nextOn: "", score: "" },
        guide,
        at,
      );
    await went("home", "2026-11-20T10:00:00.000Z");
    await went("outdoor", "2026-11-20T11:00:00.000Z");
    await went("phone", "2026-11-20T12:00:00.000Z");
    await went("outdoor", "2026-11-20T13:00:00.000Z", "reminder");
    await transact((db) =>
      db
        .update(tables.contactEntry)
        .set({ happenedAt: "2026-09-01T10:00:00.000Z" })
        .where(
          and(
            eq(tables.contactEntry.youngPersonId, young),
            eq(tables.contactEntry.happenedAt, "2026-11-20T11:00:00.000Z"),
          ),
        ),
    );
    expect(await loadOf()).toMatchObject({ trips: 1 });
    const place = { youngPersonId: "y", guideId: "g", intensity: null, over: false, trips: 2, ahead: [] };
    const moved = guidesMovedTo([place, { ...place, youngPersonId: "z", trips: 1 }], ["y"], "g", "h");
    expect(["g", "h"].map((id) => guideLoadOf(id, moved, "2026-11-21").trips)).toEqual([1, 2]);
  });

  test("counts who has no word on how often as one a month", () => {
    const place = { guideId: "g", intensity: null, over: false, trips: 0, ahead: [] };
    expect(guideLoadOf("g", [place, { ...place, intensity: "B" }], "2026-11-21").points).toBe(3);
  });

  test("is told to the leader without a name; to whoever shares out the work by name, of whom they look at", async () => {
    await begun(young, "2026-11-01");
    for (const by of [leader, other, guide]) {
      const page = await seen(by, { from: guide });
      expect({ places: page.places, thought: page.thought, mayManage: page.mayManage }).toEqual({
        ...{ places: [], thought: NOTHING, mayManage: false },
      });
      expect(page.loads).toEqual((await seen(coordinator)).loads);
    }
    const named = (page: Awaited<ReturnType<typeof seen>>) => page.places.filter(({ name }) => name !== "");
    expect((await seen(coordinator)).places).toEqual([]);
    // What the receiver has weighs in, without who they are.
    const { places } = await seen(coordinator, { from: other, to: guide });
    expect(places).toMatchObject([{ guideId: guide, youngPersonId: "", name: "" }]);
    expect((await logOf("guide-team")).flatMap(({ youngPersonId }) => youngPersonId ?? [])).toEqual([]);
    expect(named(await seen(coordinator, { from: guide }))).toMatchObject([
      { youngPersonId: young, name: "Alma Prøvegaard" },
    ]);
    expect((await logOf("guide-team")).at(-1)).toMatchObject({ actorId: coordinator, youngPersonId: young });
    const worker = await aStaffMember("caseworker");
    await expect(seen(worker)).rejects.toMatchObject({ answer: { no: "missing" } });
  });
});

describe("what is written of a guide", () => {
  test("the room is 30 points until somebody writes another; the leader sees who has more than that", async () => {
    expect(await guideOf(leader)).toMatchObject({ room: 30, roomVersion: 0, mayWrite: false });
    const sent = await sentBy(() => does(setGuideCapacity, { id: guide, version: 0, points: "2" }, guide, at));
    expect(sent.flatMap(({ reload }) => reload)).toEqual(
      expect.arrayContaining([coordinator, leader, other].map(staffTopic)),
    );
    await begun(young, "2026-11-20");
    expect([(await guideOf(leader))?.room, (await loadOf())?.points]).toEqual([2, 3]);
    await does(setGuideCapacity, { id: guide, version: 1, points: "24" }, coordinator, at);
    expect(await tryTo(setGuideCapacity, { id: guide, version: 1, points: "9" }, guide, at)).toMatchObject({
      no: "conflict",
    });
    expect(await tryTo(setGuideCapacity, { id: guide, version: 2, points: "101" }, guide, at)).toMatchObject({
      problems: { points: "number" },
    });
    expect((await logOf("set-guide-capacity")).at(-1)).toMatchObject({ facts: { staffId: guide, points: 24 } });
  });

  test("is written by themselves or by whoever shares out the work, and of guides alone", async () => {
    const trait = { staffId: guide, trait: "district", code: "taastrup" };
    for (const by of [other, leader]) {
      expect(await tryTo(addGuideTrait, trait, by, at)).toMatchObject({ no: "missing" });
      expect(await tryTo(setGuideCapacity, { id: guide, version: 0, points: 10 }, by, at)).toMatchObject({
        no: "missing",
      });
    }
    expect(await tryTo(addGuideTrait, { ...trait, staffId: leader }, coordinator, at)).toMatchObject({ no: "missing" });
    expect(await tryTo(addGuideTrait, { ...trait, code: "moon" }, guide, at)).toMatchObject({
      problems: { code: "choose" },
    });
    await does(addGuideTrait, trait, guide, at);
    await does(addGuideTrait, trait, coordinator, at);
    const [one, ...more] = (await guideOf(leader))?.traits ?? [];
    expect([one?.code, more]).toEqual(["taastrup", []]);
    const away = { id: one?.id, version: one?.version };
    expect(await tryTo(removeGuideTrait, away, other, at)).toMatchObject({ no: "missing" });
    await does(removeGuideTrait, away, coordinator, at);
    expect((await guideOf(leader))?.traits).toEqual([]);
    expect(await tryTo(removeGuideTrait, away, coordinator, at)).toMatchObject({ no: "missing" });
  });
});
