import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#domain/calendar.ts";
import type { CourseFacts } from "#domain/stu/course.ts";
import {
  type DeadlineRule,
  deadlinesOf,
  dueOf,
  isPast,
  type Kept,
  nextDeadline,
  rulesOn,
} from "#domain/stu/deadlines.ts";
import shipped from "../../../db/codes/deadline-rules.json" with { type: "json" };

/** The rules that ship, as they are written in the list of the municipality. */
const RULES = (shipped as (Omit<DeadlineRule, "days" | "repeats" | "fromOn" | "toOn"> & { from: string })[]).map(
  ({ from, ...rule }) => ({ days: 0, repeats: false, ...rule, fromOn: from, toOn: null }),
) as DeadlineRule[];

const COURSE: CourseFacts = {
  ...{ bornOn: "2008-03-12", assessedOn: "2024-03-01", decidedOn: "2024-04-10", granted: true },
  ...{ placeChosenOn: "2024-05-20", startOn: "2024-08-12", baseEndOn: "2027-06-30" },
  ...{ endedOn: null, ending: null, interruptions: [] },
};
const held = (code: Kept["code"], heldOn: string, number = 1): Kept => ({ code, number, plannedOn: null, heldOn });
const of = (course: CourseFacts, kept: Kept[] = [], today = "2024-09-01") => deadlinesOf(course, RULES, kept, today);
const due = (course: CourseFacts, code: string, kept: Kept[] = [], today = "2024-09-01") =>
  of(course, kept, today).find((one) => one.code === code && one.heldOn === null)?.dueOn ?? null;

describe("the deadlines of a course from 12-08-2024 to 30-06-2027, born 12-03-2008", () => {
  test.each([
    ["course_plan", "2024-10-12"],
    ["status_meeting", "2025-02-12"],
    ["plan_adjustment", "2025-08-12"],
    ["first_internship", "2026-02-12"],
    ["support_basis_18", "2026-03-12"],
    ["resource_paper_started", "2026-06-30"],
    ["phase_out_meeting", "2026-09-30"],
    ["future_talk", "2027-03-30"],
    ["resource_paper_final", "2027-06-30"],
    ["course_end", "2029-08-12"],
    ["start_limit", null],
  ])("%s: %s", (code, day) => expect(due(COURSE, code)).toBe(day));

  test("they stand by day, the earliest first", () => {
    const days = of(COURSE).map(({ dueOn }) => dueOn);
    expect(days).toEqual([...days].sort());
    expect(nextDeadline(of(COURSE))?.code).toBe("course_plan");
  });
});

describe("days that the calendar has not", () => {
  const rule = (months: number, anchor: DeadlineRule["anchor"] = "start") => ({ anchor, months, days: 0 });
  test.each([
    ["29 February plus 12 months", rule(12), "2024-02-29", "2025-02-28"],
    ["29 February plus 48 months", rule(48), "2024-02-29", "2028-02-29"],
    ["31 August plus 6 months", rule(6), "2024-08-31", "2025-02-28"],
    ["31 May minus 3 months", rule(-3), "2027-05-31", "2027-02-28"],
    ["30 June minus 9 months", rule(-9), "2027-06-30", "2026-09-30"],
    ["who is born on 29 February turns 18 on 1 March", rule(216, "born"), "2008-02-29", "2026-03-01"],
  ])("%s", (_, { ...one }, from, day) => expect(dueOf(one, from)).toBe(day));
});

describe("only what was held meets a deadline", () => {
  test("a planned day does not", () => {
    const planned: Kept = { code: "course_plan", number: 1, plannedOn: "2024-10-01", heldOn: null };
    const [first] = of(COURSE, [planned], "2024-10-13");
    expect(first).toMatchObject({ code: "course_plan", stand: "planned", plannedOn: "2024-10-01" });
    expect(first && isPast(first, "2024-10-12")).toBe(false);
    expect(first && isPast(first, "2024-10-13")).toBe(true);
  });
  test("a held one is past never, and the next one is the next that was not held", () => {
    const deadlines = of(COURSE, [held("course_plan", "2024-10-20")], "2024-11-01");
    expect(deadlines.filter((one) => isPast(one, "2024-11-01"))).toEqual([]);
    expect(nextDeadline(deadlines)?.code).toBe("status_meeting");
  });
});

describe("what comes again is counted from when it was last held", () => {
  test("the second status meeting", () => {
    const deadlines = of(COURSE, [held("status_meeting", "2025-01-20")], "2025-03-01");
    const [first, second] = deadlines.filter(({ code }) => code === "status_meeting");
    expect(first).toMatchObject({ number: 1, stand: "held", dueOn: "2025-02-12" });
    expect(second).toMatchObject({ number: 2, stand: "missing", dueOn: "2025-07-20", countedFrom: "2025-01-20" });
  });
  test("none is due on the day that the course ends, or later", () => {
    expect(due(COURSE, "status_meeting", [held("status_meeting", "2026-12-29")])).toBe("2027-06-29");
    expect(due(COURSE, "status_meeting", [held("status_meeting", "2026-12-30")])).toBeNull();
  });
});

describe("which deadlines a course has", () => {
  const granted = { ...COURSE, startOn: null, baseEndOn: null, placeChosenOn: null };
  test("before its start one: the day before the 25th birthday", () => {
    expect(of(granted).map(({ code, dueOn }) => [code, dueOn])).toEqual([["start_limit", "2033-03-11"]]);
  });
  test("a start that is still to come changes nothing of that", () => {
    expect(of(COURSE, [], "2024-08-11").map(({ code }) => code)).toEqual(["start_limit"]);
  });
  test("none when it was refused", () => expect(of({ ...granted, granted: false })).toEqual([]));
  test("none when it has ended", () =>
    expect(of({ ...COURSE, endedOn: "2026-01-01", ending: "completed" }, [], "2026-01-01")).toEqual([]));
  test("who was grown at the start needs no support basis at 18", () => {
    expect(due({ ...COURSE, bornOn: "2006-08-11" }, "support_basis_18")).toBeNull();
    expect(due({ ...COURSE, bornOn: "2006-08-12" }, "support_basis_18")).toBe("2024-08-12");
  });
});

test("an interruption moves what counts from the end by its days, and nothing else", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (length) => {
      const fromOn = "2025-01-06";
      const rested = { ...COURSE, interruptions: [{ fromOn, resumedOn: addDays(fromOn, length) }] };
      const end = due(rested, "resource_paper_final") as string;
      expect(end).toBe(addDays("2027-06-30", length));
      for (const { code, months } of RULES.filter(({ anchor }) => anchor === "planned_end"))
        expect(due(rested, code)).toBe(dueOf({ anchor: "planned_end", months, days: 0 }, end));
      for (const code of ["course_plan", "first_internship", "support_basis_18", "course_end"])
        expect(due(rested, code)).toBe(due(COURSE, code));
    }),
  );
});

test("a rule counts from its day to the day before the next one", () => {
  const [rule] = RULES.filter(({ code }) => code === "phase_out_meeting");
  const changed = [
    { ...rule, toOn: "2027-01-01" },
    { ...rule, months: -6, fromOn: "2027-01-01" },
  ] as DeadlineRule[];
  expect(rulesOn(changed, "2026-12-31").map(({ months }) => months)).toEqual([-9]);
  expect(rulesOn(changed, "2027-01-01").map(({ months }) => months)).toEqual([-6]);
  expect(rulesOn(changed, "2019-12-31")).toEqual([]);
});
