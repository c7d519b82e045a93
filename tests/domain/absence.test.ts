import * as fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { addAbsence, changeAbsence, removeAbsence } from "#domain/absence/commands.server.ts";
import {
  type Absence,
  awayOn,
  coverAway,
  coverDays,
  coveredBy,
  isAwayOn,
  meets,
  thereOn,
} from "#domain/absence/rules.ts";
import { addDays } from "#domain/days.ts";
import { newId } from "#domain/ids.server.ts";
import { courseFor } from "#domain/stu/course-queries.server.ts";
import { coursesFollowed } from "#domain/stu/list.server.ts";
import { fitting } from "#domain/stu/list.ts";
import { courseFiltersIn } from "#domain/stu/list-filters.ts";
import { teamLoad } from "#domain/stu/load.server.ts";
import { courseTopic, staffTopic } from "#domain/topics.ts";
import { anAssignment, aStaffMember, asks, aYoungPerson, does, NOW, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";
import { sentBy } from "#tests/support/traces.ts";

aDatabase();

const at = { now: NOW };
const on = (day: string) => `${day}T09:00:00.000Z`;
let member = "";
let cover = "";
let guide = "";
let courseId = "";
beforeAll(async () => {
  guide = await aStaffMember("youth_guide");
});
beforeEach(async () => {
  member = await aStaffMember("stu_team");
  cover = await aStaffMember("stu_team");
  const youngPersonId = await aYoungPerson();
  courseId = newId();
  await transact((db) => db.insert(tables.stuCourse).values({ id: courseId, youngPersonId, referredOn: "2026-01-01" }));
  await anAssignment(youngPersonId, member, "stu_team");
  await anAssignment(youngPersonId, guide);
});

const days = (over: object = {}) => ({ fromOn: "20-11-2026", toOn: "1-12-2026", coveredById: cover, ...over });
const away = (over: object = {}) => ({ staffId: member, ...days(over) });
const mineOf = async (staffId: string, now = NOW) => {
  const filters = courseFiltersIn(new URLSearchParams("mine=yes"));
  const list = await asks(coursesFollowed, { filters }, staffId, now);
  return fitting(list.courses, filters, staffId).map(({ id }) => id);
};
const bannerOn = async (now: string, staffId = cover) =>
  (await asks(courseFor, { id: courseId }, staffId, now)).person.away;
const absencesOf = async (now = NOW) =>
  (await asks(teamLoad, { from: null, to: null, chosen: [] }, cover, now)).absences.filter(
    (one) => one.staffId === member,
  );

describe("while somebody of the team is away", () => {
  test("who covers has their young people among theirs, from the first day to the last; then it is over by itself", async () => {
    expect(await mineOf(cover)).toEqual([]);
    const sent = await sentBy(() => does(addAbsence, away(), member, at));
    expect(await mineOf(cover)).toEqual([courseId]);
    expect(await mineOf(member)).toEqual([courseId]);
    for (const [day, stands] of [
      ["2026-11-19", false],
      ["2026-11-20", true],
      ["2026-12-01", true],
      ["2026-12-02", false],
    ] as const) {
      expect(await mineOf(cover, on(day))).toEqual(stands ? [courseId] : []);
      expect(await bannerOn(on(day))).toEqual(stands ? expect.objectContaining({ coveredById: cover }) : null);
    }
    const told = sent.flatMap(({ reload }) => reload);
    for (const topic of [staffTopic(member), staffTopic(cover), courseTopic(courseId)]) expect(told).toContain(topic);
    expect((await logOf("add-absence")).at(-1)).toMatchObject({
      ...{ kind: "absence-added", youngPersonId: null },
      facts: { staffId: member, fromOn: "2026-11-20", toOn: "2026-12-01", coveredById: cover },
    });
  });

  test("the page of the course says so to the guide too, with nobody covering as well", async () => {
    await does(addAbsence, away({ coveredById: "" }), cover, at);
    expect(await bannerOn(NOW, guide)).toMatchObject({ staffId: member, toOn: "2026-12-01", coveredById: null });
  });

  test("it is changed and removed by any of the team, and the other who covered has them no more", async () => {
    const third = await aStaffMember("stu_team");
    const { id } = (await does(addAbsence, away(), member, at)).answer;
    await does(changeAbsence, { ...days({ coveredById: third }), id, version: 1 }, cover, at);
    expect([await mineOf(cover), await mineOf(third)]).toEqual([[], [courseId]]);
    expect(await tryTo(removeAbsence, { id, version: 1 }, cover, at)).toMatchObject({ no: "conflict" });
    await does(removeAbsence, { id, version: 2 }, cover, at);
    expect([await mineOf(third), await absencesOf()]).toEqual([[], []]);
    expect(await tryTo(removeAbsence, { id, version: 3 }, cover, at)).toMatchObject({ no: "missing" });
  });

  test("who covers and is away too is told of", async () => {
    await does(addAbsence, away(), member, at);
    await does(
      addAbsence,
      away({ staffId: cover, coveredById: "", fromOn: "1-12-2026", toOn: "3-12-2026" }),
      cover,
      at,
    );
    const { absences } = await asks(teamLoad, { from: null, to: null, chosen: [] }, member, NOW);
    const [own] = absences.filter(({ staffId }) => staffId === member);
    expect(own && coverAway(absences, own)).toMatchObject({ staffId: cover, fromOn: "2026-12-01" });
  });
});

test.each([
  ["covering oneself", () => ({ coveredById: member }), "coveredById", "covers-oneself"],
  ["a cover who does other work", () => ({ coveredById: guide }), "coveredById", "choose"],
  ["an end before the start", () => ({ fromOn: "2-12-2026" }), "toOn", "days-swapped"],
  ["what is over already", () => ({ fromOn: "1-11-2026", toOn: "20-11-2026" }), "toOn", "gone"],
  ["a day that is none", () => ({ fromOn: "31-2-2027" }), "fromOn", "no-such-day"],
  ["no last day", () => ({ toOn: "" }), "toOn", "required"],
])("%s is refused at its field", async (_, over, field, problem) => {
  expect(await tryTo(addAbsence, away(over()), member, at)).toMatchObject({ problems: { [field]: problem } });
  expect(await absencesOf()).toEqual([]);
});

test("two absences of one share no day, whichever of the two was written first; the next day is free", async () => {
  const { id } = (await does(addAbsence, away(), member, at)).answer;
  for (const [fromOn, toOn] of [
    ["1-12-2026", "4-12-2026"],
    ["19-11-2026", "21-11-2026"],
    ["22-11-2026", "23-11-2026"],
    ["1-11-2026", "31-12-2026"],
  ])
    expect(await tryTo(addAbsence, away({ fromOn, toOn }), member, at)).toMatchObject({
      problems: { fromOn: "absence-overlaps" },
    });
  await does(addAbsence, away({ fromOn: "2-12-2026", toOn: "4-12-2026" }), member, at);
  const longer = { ...days({ toOn: "2-12-2026" }), id, version: 1 };
  expect(await tryTo(changeAbsence, longer, member, at)).toMatchObject({ problems: { fromOn: "absence-overlaps" } });
  expect(await absencesOf()).toHaveLength(2);
});

test("it is one's own to write and the team's for each other; of others' it is not there", async () => {
  const { id } = (await does(addAbsence, away(), cover, at)).answer;
  const coordinator = await aStaffMember("coordinator");
  for (const staffId of [guide, coordinator, await aStaffMember("leader")]) {
    expect(await tryTo(addAbsence, away(), staffId, at)).toMatchObject({ no: "missing" });
    expect(await tryTo(removeAbsence, { id, version: 1 }, staffId, at)).toMatchObject({ no: "missing" });
  }
  expect(await tryTo(addAbsence, away({ staffId: guide, coveredById: "" }), member, at)).toMatchObject({
    no: "missing",
  });
  await does(addAbsence, away({ staffId: guide, coveredById: "" }), guide, at);
  expect(await tryTo(addAbsence, away({ staffId: coordinator, coveredById: "" }), coordinator, at)).toMatchObject({
    no: "missing",
  });
});

test("whatever is written of days away, one at most is there for each on a day, and is at work; the days follow on each other", () => {
  const staff = ["a", "b", "c", "d"];
  const first = "2026-11-20";
  const some = fc.array(
    fc.record({
      staffId: fc.constantFrom(...staff),
      coveredById: fc.option(fc.constantFrom(...staff)),
      from: fc.nat({ max: 6 }),
      days: fc.nat({ max: 6 }),
    }),
    { maxLength: 8 },
  );
  let inTurn = 0;
  fc.assert(
    fc.property(some, (rows) => {
      const absences: Absence[] = [];
      for (const [n, { staffId, coveredById, from, days: length }] of rows.entries()) {
        const fromOn = addDays(first, from);
        const one = { id: `${n}`, version: 1, staffId, coveredById, fromOn, toOn: addDays(fromOn, length) };
        // As a command keeps them: nobody is away twice on a day, nor their own cover.
        if (coveredById !== staffId && !absences.some((other) => other.staffId === staffId && meets(other, one)))
          absences.push(one);
      }
      for (let n = 0; n < 14; n += 1) {
        const day = addDays(first, n);
        const by = new Map(staff.map((id) => [id, coveredBy(absences, id, day)]));
        for (const id of staff) {
          const there = thereOn(absences, id, day);
          if (there !== null) expect(awayOn(absences, there, day)).toBeUndefined();
          if (there !== id && there !== null && awayOn(absences, id, day)?.coveredById !== there) inTurn += 1;
          const covering = staff.filter((one) => by.get(one)?.some(({ staffId }) => staffId === id));
          expect(covering).toEqual(there === null || there === id ? [] : [there]);
        }
      }
      for (const one of absences) {
        const spans = coverDays(absences, one);
        expect([spans[0]?.fromOn, spans.at(-1)?.toOn]).toEqual([one.fromOn, one.toOn]);
        for (const [n, { fromOn, toOn, coveredById }] of spans.entries()) {
          expect(isAwayOn(one, fromOn)).toBe(true);
          if (n > 0) expect(fromOn).toBe(addDays(spans[n - 1]?.toOn ?? "", 1));
          expect(thereOn(absences, one.staffId, toOn)).toBe(coveredById);
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(inTurn).toBeGreaterThan(50);
});
