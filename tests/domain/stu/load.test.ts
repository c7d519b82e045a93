import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "#domain/days.ts";
import { daysAhead, type Load, loadOfEach, weekNumber, weeksFrom } from "#domain/people/load.ts";
import type { Deadline } from "#domain/stu/deadlines.ts";
import { loadOf, movedTo } from "#domain/stu/load.ts";

/** A Thursday. */
const TODAY = "2026-11-26";

const due = (dueOn: string, stand: Deadline["stand"] = "missing") => ({
  ...({
    code: "status_meeting",
    number: 1,
    dueOn,
    countedFrom: "2026-01-01",
    stand,
    derived: false,
    version: 0,
  } as const),
  ...{ plannedOn: stand === "planned" ? dueOn : null, heldOn: stand === "held" ? dueOn : null },
});
const course = (id: string, memberId: string | null, ...deadlines: ReturnType<typeof due>[]) => ({
  id,
  memberId,
  deadlines,
});

test.each([
  ["2026-11-26", 48],
  ["2026-12-28", 53],
  ["2027-01-03", 53],
  ["2027-01-04", 1],
  ["2024-12-30", 1],
  ["2021-01-01", 53],
])("%s lies in week %i", (day, week) => expect(weekNumber(day)).toBe(week));

test("the weeks ahead are whole weeks, this one first", () => {
  expect(weeksFrom(TODAY)).toEqual([
    ...["2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14"],
    ...["2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11"],
  ]);
});

test("a deadline counts in its week while it is not held; one whose day is gone is overdue, in no week", () => {
  const courses = [
    course("1", "a", due("2026-11-25"), due("2026-11-26"), due("2026-11-29", "planned")),
    course("2", "a", due("2026-11-30"), due("2027-01-17"), due("2027-01-18"), due("2026-12-01", "held")),
    course("3", "b", due("2026-12-01")),
    course("4", null),
  ];
  expect(loadOfEach(["a", "b", "c"], (one) => loadOf(one, courses, TODAY))).toEqual([
    { staffId: null, youngPeople: 1, over: 0, weeks: [0, 0, 0, 0, 0, 0, 0, 0] },
    { staffId: "a", youngPeople: 2, over: 1, weeks: [2, 1, 0, 0, 0, 0, 0, 1] },
    { staffId: "b", youngPeople: 1, over: 0, weeks: [0, 1, 0, 0, 0, 0, 0, 0] },
    { staffId: "c", youngPeople: 0, over: 0, weeks: [0, 0, 0, 0, 0, 0, 0, 0] },
  ]);
  expect(loadOfEach(["a"], (one) => loadOf(one, courses.slice(0, 3), TODAY)).map(({ staffId }) => staffId)).toEqual([
    "a",
  ]);
});

describe("whatever is moved", () => {
  const courses = fc.array(
    fc.record({
      memberId: fc.constantFrom("a", "b", "c", null),
      days: fc.array(fc.integer({ min: -40, max: 90 }), { maxLength: 4 }),
    }),
    { maxLength: 12 },
  );

  test("nobody and no deadline is lost or told twice, and the others keep theirs", () => {
    fc.assert(
      fc.property(courses, fc.nat(), (made, pick) => {
        const all = made.map(({ memberId, days }, n) =>
          course(String(n), memberId, ...days.map((d) => due(addDays(TODAY, d)))),
        );
        const moved = all.filter(({ memberId }, n) => memberId === "a" && (pick >> n) % 2 === 1).map(({ id }) => id);
        const after = movedTo(all, moved, "b");
        const sum = (of: typeof all) => {
          const loads = [null, "a", "b", "c"].map((one) => loadOf(one, of, TODAY));
          const added = (each: (load: Load) => number) => loads.reduce((total, one) => total + each(one), 0);
          return [added(({ youngPeople }) => youngPeople), added(({ over }) => over), added(daysAhead)];
        };
        expect(sum(after)).toEqual(sum(all));
        expect(loadOf("c", after, TODAY)).toEqual(loadOf("c", all, TODAY));
        expect(loadOf("b", after, TODAY).youngPeople - loadOf("b", all, TODAY).youngPeople).toBe(moved.length);
        const ahead = all
          .flatMap(({ deadlines }) => deadlines)
          .filter(({ dueOn }) => dueOn >= TODAY && daysBetween("2026-11-23", dueOn) < 56);
        expect(sum(all)[2]).toBe(ahead.length);
      }),
    );
  });
});
