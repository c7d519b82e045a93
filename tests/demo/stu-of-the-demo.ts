import { beforeAll, expect, test } from "vitest";
import { read, tables } from "#db/index.server.ts";
import { ARCHETYPES } from "#demo/texts/archetypes.ts";
import { age } from "#domain/ages.ts";
import { addMonths } from "#domain/calendar.ts";
import { paperState } from "#domain/resource-paper/rules.ts";
import { textsOf, versionsOf } from "#domain/resource-paper/views.server.ts";
import { deadlineRules } from "#domain/stu/find.server.ts";
import { type CoursePerson, peopleOfCourses } from "#domain/stu/queries.server.ts";
import { courseStanding } from "#domain/stu/standing.ts";
import { courseRowsOf } from "#domain/stu/views.server.ts";
import { groupedBy } from "./whole-database.ts";

const RUNNING = ["running", "interrupted", "phase_out"];
const ENDED = ["completed", "dropped_out_positive", "dropped_out_negative"];

async function standings(today: string) {
  const courses = await read((db) => db.select().from(tables.stuCourse));
  const people = new Map((await read((db) => peopleOfCourses({ db, today }, courses))).map((one) => [one.id, one]));
  const rows = await read((db) =>
    courseRowsOf(
      db,
      courses.map(({ id }) => id),
    ),
  );
  const rules = await read(deadlineRules);
  return courses.map((course) => {
    const person = people.get(course.youngPersonId) as CoursePerson;
    const standing = courseStanding({ kind: "course", ...course }, rows, person, rules, today);
    return { ...standing, course, name: person.name, age: age(person.bornOn, today) };
  });
}

/** What the made demo has of STU, on its own day. */
export function stuOfTheDemo(today: string): void {
  let all: Awaited<ReturnType<typeof standings>>;
  beforeAll(async () => {
    all = await standings(today);
  });

  const of = (states: string[]) => all.filter(({ state }) => states.includes(state));
  const theirs = (key: string) => {
    const { firstName, lastName } = ARCHETYPES.find((one) => one.key === key) ?? {};
    return all.find(({ name }) => name === `${firstName} ${lastName}`);
  };

  test("105 courses run: 38, 35, 32 by year, 76 of young people of 18 and 29 younger", () => {
    const running = of(RUNNING);
    const years = groupedBy(running, ({ year }) => year);
    expect([running.length, ...[1, 2, 3].map((year) => years.get(year)?.length)]).toEqual([105, 38, 35, 32]);
    expect(running.filter((one) => one.age >= 18)).toHaveLength(76);
    expect(of(["interrupted"]).length).toBeGreaterThan(0);
  });

  test("46 have ended within two years: two of three completed, the others left for something or for nothing", () => {
    const ended = of(ENDED);
    expect(ENDED.map((state) => ended.filter((one) => one.state === state).length)).toEqual([31, 7, 8]);
    for (const { course } of ended)
      expect([course.id, (course.endedOn ?? "") >= addMonths(today, -24)]).toEqual([course.id, true]);
  });

  test("some are proposed, before the committee, granted, refused, or have a place", () => {
    for (const state of ["referred", "in_assessment", "granted", "refused", "place_chosen"])
      expect([state, of([state]).length]).toEqual([state, 2]);
  });

  test("about three deadlines are over their day, and many of a school year fall on one", () => {
    const past = of(RUNNING).flatMap((one) => one.past);
    expect(past.length).toBeGreaterThanOrEqual(2);
    expect(past.length).toBeLessThanOrEqual(4);
    const talks = of(RUNNING).flatMap(({ deadlines }) => deadlines.filter(({ code }) => code === "future_talk"));
    const days = groupedBy(talks, ({ dueOn }) => dueOn);
    expect(Math.max(...[...days.values()].map((theirs) => theirs.length))).toBeGreaterThan(20);
    const stands = groupedBy(talks, ({ stand }) => stand);
    for (const stand of ["missing", "planned"] as const) expect([stand, stands.has(stand)]).toEqual([stand, true]);
  });

  test("the resource papers of the last year are begun, a few have a draft, one is final, one was written here and kept twice", async () => {
    const papers = of(RUNNING).flatMap(({ resourcePaper }) => resourcePaper ?? []);
    expect(papers.length).toBeGreaterThan(25);
    const states = groupedBy(papers, paperState);
    expect([states.get("final")?.length, states.get("draft")?.length]).toEqual([1, 5]);
    const [here, ...others] = papers.filter(({ way }) => way === "here");
    expect(others).toEqual([]);
    const versions = await read((db) => versionsOf(db, here?.id ?? ""));
    expect(versions.map(({ number, final }) => [number, final])).toEqual([
      [1, false],
      [2, false],
    ]);
    expect((await read((db) => textsOf(db, here?.id ?? ""))).length).toBe(6);
  });

  test("one is in the last year with the paper overdue, one granted half a year before 25, one done a year ago", () => {
    expect(theirs("kitchen")).toMatchObject({ year: 3, past: [{ code: "resource_paper_started", stand: "missing" }] });
    expect(theirs("twenty-five")).toMatchObject({ state: "granted", next: { code: "start_limit" } });
    expect(theirs("own-way")).toMatchObject({ state: "completed", course: { endedOn: addMonths(today, -12) } });
  });

  test("most of those who left have said what became of them, of some nobody knows after three tries, and some wait", async () => {
    const followUps = await read((db) => db.select().from(tables.followUp));
    const tries = groupedBy(await read((db) => db.select().from(tables.followUpTry)), ({ followUpId }) => followUpId);
    const first = followUps.filter(({ code }) => code === "follow_up_1");
    const share = (result: string | null) => first.filter((one) => one.result === result).length / first.length;
    expect([first.length, share("answered") > 0.55, share("unknown") < 0.25]).toEqual([46, true, true]);
    expect(new Set(followUps.map(({ result }) => result))).toEqual(
      new Set([null, "answered", "unknown", "not_wanted", "moved"]),
    );
    for (const { id, result } of followUps) if (result === "unknown") expect(tries.get(id)).toHaveLength(3);
  });

  test("goals and papers by reference stand about many of those that run", async () => {
    const running = new Set(of(RUNNING).map(({ course }) => course.id));
    for (const table of [tables.stuGoal, tables.stuPaper]) {
      const rows = await read((db) => db.select({ courseId: table.courseId }).from(table));
      expect(new Set(rows.map(({ courseId }) => courseId)).size).toBeGreaterThan(30);
      expect(rows.filter(({ courseId }) => !running.has(courseId))).toEqual([]);
    }
  });
}
