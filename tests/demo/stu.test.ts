import { describe, expect, test } from "vitest";
import { archetypesOf } from "#demo/archetypes.server.ts";
import { DemoClock } from "#demo/clock.server.ts";
import { DemoStaff } from "#demo/staff.server.ts";
import { Students } from "#demo/students.server.ts";
import { othersOf } from "#demo/young.server.ts";
import { age } from "#domain/ages.ts";
import { addDays } from "#domain/calendar.ts";
import { courseYear, daysProblem } from "#domain/stu/course.ts";

/** Whom the forum knows from so many visits. */
const planned = (["guided", "stu"] as const).flatMap((standing) =>
  Array.from({ length: 60 }, (_, n) => ({ key: `${standing} ${n + 1}`, standing, visits: [] })),
);

describe.each(["2026-11-24", "2027-07-15", "2026-08-09", "2026-08-10", "2027-02-01", "2028-02-29", "2027-06-30"])(
  "a demo made on %s",
  (day) => {
    const clock = new DemoClock(day);
    const people = [...archetypesOf(clock), ...othersOf(clock, new DemoStaff(clock), planned, () => day)];
    const { all } = new Students(clock, people, addDays(day, -800), planned.length);
    const running = all.flatMap(({ course, bornOn }) => {
      const interruptions = course.rest ? [course.rest] : [];
      const year = courseYear({ startOn: course.startOn ?? null, interruptions }, day);
      return course.end || year === null ? [] : [{ year, bornOn }];
    });

    test("has 105 running courses: 38, 35, 32 by year, 76 of young people of 18", () => {
      expect([1, 2, 3].map((year) => running.filter((one) => one.year === year).length)).toEqual([38, 35, 32]);
      expect(running.filter(({ bornOn }) => age(bornOn, day) >= 18)).toHaveLength(76);
      expect(running).toHaveLength(105);
    });

    test("has 46 who are done, each course on days that hold together, and everybody once", () => {
      expect(all.filter(({ course }) => course.end)).toHaveLength(46);
      for (const { key, bornOn, course } of all) {
        const { startOn = null, baseEndOn = null } = course;
        expect([key, daysProblem({ bornOn, startOn, baseEndOn })]).toEqual([key, null]);
      }
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    });
  },
);
