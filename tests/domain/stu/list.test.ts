import { beforeAll, describe, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { newId } from "#domain/ids.server.ts";
import { noteCourse } from "#domain/stu/course-commands.server.ts";
import { planDeadlines } from "#domain/stu/deadline-commands.server.ts";
import { coursesFollowed, coursesToFile } from "#domain/stu/list.server.ts";
import { byPerson, countsOf, fitting, groupsOf, type ListedCourse, OVER } from "#domain/stu/list.ts";
import { courseFiltersIn, courseSearchOf } from "#domain/stu/list-filters.ts";
import { anAssignment, aStaffMember, asks, aYoungPerson, does, NOW, TODAY } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf } from "#tests/support/log.ts";

aDatabase();

const at = { now: NOW };
const ALL = { filters: courseFiltersIn(new URLSearchParams()) };

let team = "";
let place = "";
/** Three of one school year, one that began in winter, one that has not begun. */
const names = ["Anna", "Bo", "Carl", "Vinter", "Venter"];
const ids: Record<string, string> = {};
beforeAll(async () => {
  team = await aStaffMember("stu_team");
  place = newId();
  await transact((db) =>
    db.insert(tables.stuProvider).values({ id: place, name: "STU Engen (demo)", sortKey: "engen" }),
  );
  for (const firstName of names) {
    const youngPersonId = await aYoungPerson({ firstName, lastName: "Liste", bornOn: "2005-01-01" });
    if (firstName === "Anna") await anAssignment(youngPersonId, team, "stu_team");
    const id = newId();
    ids[firstName] = id;
    const winter = firstName === "Vinter";
    const days =
      firstName === "Venter"
        ? {}
        : {
            startOn: winter ? "2026-02-02" : "2024-08-12",
            baseEndOn: winter ? "2029-01-31" : "2027-06-30",
            placeChosenOn: "2024-05-01",
          };
    await transact((db) =>
      db.insert(tables.stuCourse).values({
        ...{ id, youngPersonId, referredOn: "2024-01-01", decidedOn: "2024-02-01", granted: true, ...days },
        providerId: firstName === "Bo" ? place : null,
      }),
    );
  }
});

const listOf = (who: string) => asks(coursesFollowed, ALL, who, NOW);
const firstNames = (courses: readonly ListedCourse[]) => courses.map(({ name }) => name.split(" ")[0]).sort();

describe("whom the list holds", () => {
  test("the team: everybody who is followed", async () => {
    expect(firstNames((await listOf(team)).courses)).toEqual([...names].sort());
  });
  test("a guide: their own, and nothing to write", async () => {
    const guide = await aStaffMember("youth_guide");
    const { courses } = await listOf(team);
    expect((await listOf(guide)).courses).toEqual([]);
    expect(courses).toHaveLength(names.length);
    expect((await listOf(guide)).mayManage).toBe(false);
  });
  test("somebody from outside: no list at all", async () => {
    await expect(listOf(await aStaffMember("external"))).rejects.toThrow("missing");
  });
});

test("how many run, of each year, and how many have not begun", async () => {
  const { courses } = await listOf(team);
  expect(countsOf(courses)).toEqual({ running: 4, years: [1, 0, 3], later: 0, ahead: 1 });
});

describe("groups", () => {
  test("what is over stands first, whatever it is, the oldest first", async () => {
    const [over] = groupsOf((await listOf(team)).courses, TODAY);
    expect(over).toMatchObject({ key: OVER, code: null, held: 0 });
    const days = over?.rows.map(({ deadline }) => deadline?.dueOn ?? "") ?? [];
    expect(days).toEqual([...days].sort());
    expect(days.every((day) => day < TODAY)).toBe(true);
  });
  test("the same thing due on one day stands together from three on", async () => {
    const group = groupsOf((await listOf(team)).courses, TODAY).find(({ code }) => code === "future_talk");
    expect(group).toMatchObject({ due: { day: "2027-03-30" }, missing: 3, planned: 0, held: 0 });
  });
  test("fewer are gathered by month", async () => {
    const group = groupsOf((await listOf(team)).courses, TODAY).find(({ code }) => code === "first_internship" && code);
    expect(group).toMatchObject({ due: { month: "2027-08" }, missing: 1 });
  });
  test("a day that is planned moves to the planned, and still misses", async () => {
    const rows = ["Anna", "Bo"].map((name) => `${ids[name]} future_talk 1 0`);
    await does(planDeadlines, { rows, days: ["1/3-2027", ""] }, team, at);
    const group = groupsOf((await listOf(team)).courses, TODAY).find(({ code }) => code === "future_talk");
    expect(group).toMatchObject({ missing: 2, planned: 1, held: 0 });
    expect(group?.rows.at(-1)?.course.id).toBe(ids.Anna);
  });
});

test("by young person: each with what must be kept next, the nearest day first", async () => {
  const rows = byPerson((await listOf(team)).courses);
  const days = rows.map(({ deadline }) => deadline?.dueOn ?? "9999");
  expect(rows).toHaveLength(names.length);
  expect(days).toEqual([...days].sort());
});

describe("filters", () => {
  const left = async (search: string) =>
    firstNames(fitting((await listOf(team)).courses, courseFiltersIn(new URLSearchParams(search)), team));
  test.each([
    ["mine=yes", () => ["Anna"]],
    ["year=1", () => ["Vinter"]],
    ["year=3", () => ["Anna", "Bo", "Carl"]],
  ])("%s", async (search, expected) => expect(await left(search)).toEqual(expected()));
  test("a place", async () => expect(await left(`place=${place}`)).toEqual(["Bo"]));
  test("what an address cannot ask for is left out, and one spelling stands for each", () => {
    expect(courseSearchOf(courseFiltersIn(new URLSearchParams("year=9&place=x&by=person&mine=yes&mine=no")))).toBe(
      "by=person&mine=yes",
    );
  });
});

test("as a file: what the filters leave, in the order of the page, and the log says how much", async () => {
  const filters = courseFiltersIn(new URLSearchParams("by=person&year=3"));
  const { groups } = await asks(coursesToFile, { filters, name: "" }, team, NOW);
  expect(groups.flatMap(({ rows }) => rows).map(({ course }) => course.year)).toEqual([3, 3, 3]);
  expect(await lastKindsOf("courses-file")).toContain("courses-exported");
});

test("the line to remember is the team's to write", async () => {
  const { courses } = await listOf(team);
  const one = courses.find(({ id }) => id === ids.Carl);
  await does(noteCourse, { id: one?.id, version: one?.version, note: "Ring til stedet" }, team, at);
  expect((await listOf(team)).courses.find(({ id }) => id === ids.Carl)?.note).toBe("Ring til stedet");
});
