import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "#domain/calendar.ts";
import {
  type CourseFacts,
  courseState,
  courseYear,
  daysProblem,
  hardEnd,
  type Interruption,
  interruptionProblem,
  plannedEnd,
  startBefore,
} from "#domain/stu/course.ts";

const REFERRED: CourseFacts = {
  ...{ bornOn: "2008-03-12", assessedOn: null, decidedOn: null, granted: null, placeChosenOn: null },
  ...{ startOn: null, baseEndOn: null, endedOn: null, ending: null, interruptions: [] },
};
const GRANTED: CourseFacts = { ...REFERRED, assessedOn: "2026-03-01", decidedOn: "2026-04-10", granted: true };
const RUNNING: CourseFacts = {
  ...{ ...GRANTED, placeChosenOn: "2026-05-20" },
  ...{ startOn: "2026-08-10", baseEndOn: "2029-06-29" },
};
const rest = (fromOn: string, resumedOn: string | null): Interruption => ({ fromOn, resumedOn });
const PHASE_OUT = "2028-06-29";

describe("how a course stands follows from its days", () => {
  const cases: [title: string, course: CourseFacts, today: string, state: string][] = [
    ["referred", REFERRED, "2026-02-01", "referred"],
    ["before the committee", { ...REFERRED, assessedOn: "2026-03-01" }, "2026-03-02", "in_assessment"],
    ["granted", GRANTED, "2026-04-11", "granted"],
    ["refused", { ...GRANTED, granted: false }, "2026-04-11", "refused"],
    ["with a place", { ...GRANTED, placeChosenOn: "2026-05-20" }, "2026-05-21", "place_chosen"],
    ["the day before its start", RUNNING, "2026-08-09", "place_chosen"],
    ["on its first day", RUNNING, "2026-08-10", "running"],
    ["the day before its last year", RUNNING, "2028-06-28", "running"],
    ["from the day that its end begins", RUNNING, "2028-06-29", "phase_out"],
    [
      "on the first day of a rest",
      { ...RUNNING, interruptions: [rest("2027-02-01", "2027-05-01")] },
      "2027-02-01",
      "interrupted",
    ],
    [
      "on the last day of it",
      { ...RUNNING, interruptions: [rest("2027-02-01", "2027-05-01")] },
      "2027-04-30",
      "interrupted",
    ],
    [
      "on the first day back",
      { ...RUNNING, interruptions: [rest("2027-02-01", "2027-05-01")] },
      "2027-05-01",
      "running",
    ],
    [
      "in a rest without an end",
      { ...RUNNING, interruptions: [rest("2028-08-01", null)] },
      "2028-12-01",
      "interrupted",
    ],
    ["on the day that it ends", { ...RUNNING, endedOn: "2029-06-29", ending: "completed" }, "2029-06-29", "completed"],
    ["the day before", { ...RUNNING, endedOn: "2029-06-29", ending: "completed" }, "2029-06-28", "phase_out"],
    [
      "left for work",
      { ...RUNNING, endedOn: "2027-03-01", ending: "dropped_out_positive" },
      "2028-01-01",
      "dropped_out_positive",
    ],
  ];
  test.each(cases)("%s", (_, course, today, state) => expect(courseState(course, PHASE_OUT, today)).toBe(state));
});

describe("what interrupts a course moves its end, and never the last day that the law allows", () => {
  const cases: [title: string, interruptions: Interruption[], today: string, end: string][] = [
    ["nothing", [], "2027-01-01", "2029-06-29"],
    ["89 days", [rest("2027-02-01", "2027-05-01")], "2027-06-01", "2029-09-26"],
    ["two rests", [rest("2027-02-01", "2027-05-01"), rest("2028-01-01", "2028-01-31")], "2028-06-01", "2029-10-26"],
    ["one that lasts counts to today", [rest("2027-02-01", null)], "2027-02-11", "2029-07-09"],
    [
      "one that is to come and has an end counts already",
      [rest("2028-01-01", "2028-01-31")],
      "2027-01-01",
      "2029-07-29",
    ],
    ["one that is to come and has none counts nothing yet", [rest("2028-01-01", null)], "2027-01-01", "2029-06-29"],
    ["three years", [rest("2027-01-01", "2030-01-01")], "2030-02-01", "2031-08-10"],
  ];
  test.each(cases)("%s", (_, interruptions, today, end) =>
    expect(plannedEnd({ ...RUNNING, interruptions }, today)).toBe(end),
  );

  test("a course that has ended rests no longer, though nobody wrote that it went on", () => {
    const left: CourseFacts = { ...RUNNING, endedOn: "2027-02-11", ending: "dropped_out_positive" };
    expect(plannedEnd({ ...left, interruptions: [rest("2027-02-01", null)] }, "2028-01-01")).toBe("2029-07-09");
  });

  /** Rests that follow each other, with days between them. */
  const someRests = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 200 })), { maxLength: 6 })
    .map((gaps) => {
      let day = RUNNING.startOn as string;
      return gaps.map(([gap, length]) => {
        const fromOn = addDays(day, gap);
        day = addDays(fromOn, length);
        return rest(fromOn, day);
      });
    });

  test("whatever the rests: later by exactly their days, until the five years are full", () => {
    fc.assert(
      fc.property(someRests, (interruptions) => {
        const rested = interruptions.reduce(
          (sum, { fromOn, resumedOn }) => sum + daysBetween(fromOn, resumedOn as string),
          0,
        );
        const end = plannedEnd({ ...RUNNING, interruptions }, "2026-08-10") as string;
        const free = addDays(RUNNING.baseEndOn as string, rested);
        expect(end).toBe(free < "2031-08-10" ? free : "2031-08-10");
        expect(hardEnd(RUNNING.startOn as string)).toBe("2031-08-10");
      }),
    );
  });

  test("rests that follow each other are taken one by one, and each is refused a second time", () => {
    fc.assert(
      fc.property(someRests, (all) => {
        const within = all.filter(({ fromOn }) => fromOn <= "2031-08-10");
        for (const [place, one] of within.entries()) {
          expect(interruptionProblem({ ...RUNNING, interruptions: within.slice(0, place) }, one)).toBeNull();
          expect(interruptionProblem({ ...RUNNING, interruptions: within }, one)?.problem).toBe(
            "interruption-overlaps",
          );
        }
      }),
    );
  });
});

describe("which year it is", () => {
  test.each([
    ["2026-08-09", null],
    ["2026-08-10", 1],
    ["2027-08-09", 1],
    ["2027-08-10", 2],
    ["2028-08-10", 3],
    ["2029-09-01", 4],
  ])("on %s: %s", (today, year) => expect(courseYear(RUNNING, today)).toBe(year));

  test("time in which it rests is no time of it", () => {
    const interruptions = [rest("2027-02-01", "2027-05-01")];
    expect(courseYear({ ...RUNNING, interruptions }, "2027-10-01")).toBe(1);
    expect(courseYear({ ...RUNNING, interruptions }, "2027-11-07")).toBe(2);
    expect(courseYear({ ...RUNNING, interruptions: [rest("2027-02-01", "2029-02-01")] }, "2027-03-01")).toBe(1);
  });
});

describe("the days of a course", () => {
  const wrong = (over: Partial<CourseFacts>) => daysProblem({ ...RUNNING, ...over });
  test.each([
    ["begin before the 25th birthday", { bornOn: "2001-08-11" }, null],
    ["not on it", { bornOn: "2001-08-10" }, { field: "startOn", problem: "starts-at-25" }],
    ["nor after it", { bornOn: "2000-01-01" }, { field: "startOn", problem: "starts-at-25" }],
    ["end after they begin", { baseEndOn: "2026-08-10" }, { field: "baseEndOn", problem: "days-swapped" }],
    ["may last five years", { baseEndOn: "2031-08-10" }, null],
    ["and no day more", { baseEndOn: "2031-08-11" }, { field: "baseEndOn", problem: "beyond-five-years" }],
  ])("%s", (_, over, problem) => expect(wrong(over)).toEqual(problem));

  test("who is born on 29 February is 25 on 1 March", () => expect(startBefore("2004-02-29")).toBe("2029-03-01"));
});

describe("an interruption", () => {
  const course = { ...RUNNING, interruptions: [rest("2027-02-01", "2027-05-01")] };
  test.each([
    ["that ends before it begins", rest("2027-08-01", "2027-07-01"), "days-swapped"],
    ["of no day", rest("2027-08-01", "2027-08-01"), "days-swapped"],
    ["before the course", rest("2026-08-09", "2026-09-01"), "not-in-course"],
    ["after the five years", rest("2031-08-11", null), "not-in-course"],
    ["inside another", rest("2027-03-01", "2027-03-05"), "interruption-overlaps"],
    ["around another", rest("2027-01-01", "2027-06-01"), "interruption-overlaps"],
    ["without an end, before another", rest("2027-01-01", null), "interruption-overlaps"],
  ])("%s is refused", (_, one, problem) => expect(interruptionProblem(course, one)?.problem).toBe(problem));

  test("from the day that another ends is another one", () => {
    expect(interruptionProblem(course, rest("2027-05-01", "2027-05-10"))).toBeNull();
    expect(interruptionProblem(course, rest("2027-01-01", "2027-02-01"))).toBeNull();
  });
  test("beyond the day on which the course ended is refused", () => {
    const ended = { ...RUNNING, endedOn: "2028-01-01" };
    expect(interruptionProblem(ended, rest("2027-12-01", "2028-02-01"))?.problem).toBe("not-in-course");
  });
  test("without an end leaves no room for a later one", () => {
    const resting = { ...RUNNING, interruptions: [rest("2027-02-01", null)] };
    expect(interruptionProblem(resting, rest("2027-09-01", "2027-10-01"))?.problem).toBe("interruption-overlaps");
  });
});
