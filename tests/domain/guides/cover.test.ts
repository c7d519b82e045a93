import { beforeEach, describe, expect, test } from "vitest";
import { addAbsence, changeAbsence, removeAbsence } from "#domain/absence/commands.server.ts";
import { coverAway } from "#domain/absence/rules.ts";
import { EVERYBODY } from "#domain/guides/list-filters.ts";
import { mine } from "#domain/guides/mine.server.ts";
import { guideTeam } from "#domain/guides/team.server.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import { personTopic, staffTopic } from "#domain/topics.ts";
import { anAssignment, aStaffMember, asks, aYoungPerson, does, NOW, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { sentBy } from "#tests/support/traces.ts";

aDatabase();

const at = { now: NOW };
let guide = "";
let cover = "";
let coordinator = "";
let young = "";
beforeEach(async () => {
  guide = await aStaffMember("youth_guide", { name: "Mikkel" });
  cover = await aStaffMember("youth_guide", { name: "Ida" });
  coordinator = await aStaffMember("coordinator");
  young = await aYoungPerson();
  await anAssignment(young, guide);
});

const away = (over: object = {}) => ({
  ...{ staffId: guide, fromOn: "20-11-2026", toOn: "4-12-2026", coveredById: cover },
  ...over,
});
const absencesOf = async (by: string) =>
  (await asks(guideTeam, { from: null, to: null, chosen: [] }, by, NOW)).absences.filter(
    ({ staffId }) => staffId === guide,
  );
const onPage = async (by: string, day = "2026-11-21") => {
  const input = { id: young, versions: null };
  return (await asks(peopleAround, input as never, by, `${day}T09:00:00.000Z`)).away;
};

test("a guide's days away are written by the guide or the coordinator, and by no other", async () => {
  const stu = await aStaffMember("stu_team");
  const leader = await aStaffMember("leader");
  for (const by of [cover, stu, leader])
    expect(await tryTo(addAbsence, away(), by, at)).toMatchObject({ no: "missing" });
  await does(addAbsence, away(), guide, at);
  const [one] = await absencesOf(leader);
  const { id = "", version = 0 } = one ?? {};
  const longer = { id, version, fromOn: "20-11-2026", toOn: "5-12-2026", coveredById: "" };
  expect(await tryTo(changeAbsence, longer, cover, at)).toMatchObject({ no: "missing" });
  await does(changeAbsence, longer, coordinator, at);
  expect(await absencesOf(cover)).toMatchObject([{ toOn: "2026-12-05", coveredById: null }]);
  expect(await tryTo(addAbsence, away({ fromOn: "1-12-2026", toOn: "9-12-2026" }), coordinator, at)).toMatchObject({
    problems: { fromOn: "absence-overlaps" },
  });
  expect(await tryTo(addAbsence, away({ fromOn: "1-1-2027", toOn: "1-1-2029" }), coordinator, at)).toMatchObject({
    problems: { toOn: "away-too-long" },
  });
  await does(removeAbsence, { id, version: version + 1 }, coordinator, at);
  expect(await absencesOf(guide)).toEqual([]);
});

test("two do not stand in for each other on the same days", async () => {
  await does(addAbsence, away(), guide, at);
  const circle = { staffId: cover, fromOn: "4-12-2026", toOn: "9-12-2026", coveredById: guide };
  expect(await tryTo(addAbsence, circle, cover, at)).toMatchObject({ problems: { coveredById: "cover-in-circle" } });
  await does(addAbsence, { ...circle, fromOn: "5-12-2026" }, cover, at);
});

test("the coordinator writes nobody's days but those of guides", async () => {
  const stu = await aStaffMember("stu_team");
  const worker = await aStaffMember("caseworker");
  for (const staffId of [stu, worker])
    expect(await tryTo(addAbsence, away({ staffId, coveredById: "" }), coordinator, at)).toMatchObject({
      no: "missing",
    });
});

test("the young person's page says who covers, to the last day; with every watcher asked anew", async () => {
  const sent = await sentBy(() => does(addAbsence, away(), coordinator, at));
  expect(sent.some(({ rights }) => rights)).toBe(true);
  const told = sent.flatMap(({ reload }) => reload);
  for (const topic of [personTopic(young), ...[guide, cover, coordinator].map(staffTopic)])
    expect(told).toContain(topic);
  for (const by of [coordinator, cover])
    expect(await onPage(by)).toMatchObject([{ name: "Mikkel", cover: "Ida", toOn: "2026-12-04" }]);
  expect(await onPage(coordinator, "2026-12-05")).toEqual([]);
  expect((await asks(mine, { filters: EVERYBODY }, cover, NOW)).youngPeople).toMatchObject([
    { id: young, covered: { name: "Mikkel" } },
  ]);
});

test("who is also in the STU team is a guide whose days the team does not write: the cover would see what a guide sees", async () => {
  const both = await aStaffMember(["youth_guide", "stu_team"]);
  const stu = await aStaffMember("stu_team");
  const days = away({ staffId: both, coveredById: "" });
  expect(await tryTo(addAbsence, days, stu, at)).toMatchObject({ no: "missing" });
  expect(await tryTo(addAbsence, days, coordinator, at)).toMatchObject({ ok: true });
});

test("the page names nobody as the cover who does not look after the young person", async () => {
  const led = await aYoungPerson({ firstName: "Sofus" });
  const lead = await aStaffMember(["youth_guide", "caseworker"], { name: "Signe" });
  await anAssignment(led, lead, "lead_worker");
  await does(addAbsence, away({ staffId: lead }), lead, at);
  const input = { id: led, versions: null };
  const { away: shown } = await asks(peopleAround, input as never, coordinator, "2026-11-21T09:00:00.000Z");
  expect(shown).toMatchObject([{ name: "Signe", cover: null }]);
});

test("two who are away on the same days are told of", async () => {
  await does(addAbsence, away(), guide, at);
  const own = { staffId: cover, fromOn: "1-12-2026", toOn: "2-12-2026", coveredById: "" };
  await does(addAbsence, own, cover, at);
  const all = (await asks(guideTeam, { from: null, to: null, chosen: [] }, cover, NOW)).absences;
  const one = all.find(({ staffId }) => staffId === guide);
  expect(one && coverAway(all, one)?.staffId).toBe(cover);
});

describe("who covers is away too", () => {
  let third = "";
  const until = (over: object) => ({ staffId: cover, fromOn: "25-11-2026", toOn: "27-11-2026", ...over });
  const coveredOf = async (by: string, day: string) =>
    (await asks(mine, { filters: EVERYBODY }, by, `${day}T09:00:00.000Z`)).youngPeople.map(({ id, covered }) => [
      id,
      covered?.until,
    ]);
  beforeEach(async () => {
    third = await aStaffMember("youth_guide", { name: "Carl" });
    await does(addAbsence, away(), guide, at);
  });

  test("those they cover are with who covers them, and come back by themselves when they do, before the first is back", async () => {
    const sent = await sentBy(() => does(addAbsence, until({ coveredById: third }), cover, at));
    // Whose young people they are reads anew who is there, and so do their pages.
    const told = sent.flatMap(({ reload }) => reload);
    for (const topic of [personTopic(young), ...[guide, cover, third].map(staffTopic)]) expect(told).toContain(topic);
    for (const [day, there, last] of [
      ["2026-11-24", cover, "2026-11-24"],
      ["2026-11-25", third, "2026-11-27"],
      ["2026-11-27", third, "2026-11-27"],
      ["2026-11-28", cover, "2026-12-04"],
    ] as const) {
      for (const one of [cover, third])
        expect([day, await coveredOf(one, day)]).toEqual([day, one === there ? [[young, last]] : []]);
      const name = there === cover ? "Ida" : "Carl";
      expect(await onPage(coordinator, day)).toMatchObject([{ name: "Mikkel", cover: name, toOn: "2026-12-04" }]);
      for (const one of [cover, third])
        await expect(
          onPage(one, day).then(
            () => true,
            () => false,
          ),
        ).resolves.toBe(one === there);
    }
    expect(await coveredOf(cover, "2026-12-05")).toEqual([]);
  });

  test("with nobody in their place nobody is there, and it is said", async () => {
    await does(addAbsence, until({ coveredById: "" }), cover, at);
    expect(await onPage(coordinator, "2026-11-26")).toMatchObject([{ name: "Mikkel", cover: null }]);
    expect(await coveredOf(cover, "2026-11-26")).toEqual([]);
    expect(await onPage(coordinator, "2026-11-28")).toMatchObject([{ cover: "Ida" }]);
  });

  test("three do not stand in for each other in a ring; a day later they may", async () => {
    await does(addAbsence, until({ coveredById: third }), cover, at);
    const ring = { staffId: third, fromOn: "27-11-2026", toOn: "30-11-2026", coveredById: guide };
    expect(await tryTo(addAbsence, ring, third, at)).toMatchObject({ problems: { coveredById: "cover-in-circle" } });
    await does(addAbsence, { ...ring, fromOn: "5-12-2026", toOn: "6-12-2026" }, third, at);
  });
});
