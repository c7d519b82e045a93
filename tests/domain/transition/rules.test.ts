import { describe, expect, test } from "vitest";
import {
  birthHalf,
  isInTransition,
  modelMeetingDay,
  modelMeetingsOn,
  sharesByHalf,
  standingOn,
  suppressed,
  transitionDays,
  wasClarified,
} from "#domain/transition/rules.ts";

describe("somebody stands on the list", () => {
  test("from the day they are 15½ to the day they are 18½, both days among them", () => {
    const bornOn = "2009-04-21";
    expect(transitionDays(bornOn)).toEqual({ beginsOn: "2024-10-21", adultOn: "2027-04-21", endsOn: "2027-10-21" });
    const on = (day: string) => isInTransition(bornOn, day);
    expect([on("2024-10-20"), on("2024-10-21"), on("2027-10-21"), on("2027-10-22")]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("born on 29 February they turn 18 on 1 March, and half a year is reckoned from there", () => {
    expect(transitionDays("2008-02-29")).toEqual({
      beginsOn: "2023-09-01",
      adultOn: "2026-03-01",
      endsOn: "2026-09-01",
    });
    expect(modelMeetingDay("2008-02-29", "at_16")).toBe("2024-02-29");
    expect(modelMeetingDay("2008-02-29", "at_17_half")).toBe("2025-09-01");
  });

  test("born on the last of August they are half a year older on the last of February", () => {
    expect(transitionDays("2008-08-31")).toMatchObject({ beginsOn: "2024-02-29", endsOn: "2027-02-28" });
    expect(modelMeetingDay("2008-08-31", "at_18_half")).toBe("2027-02-28");
  });
});

describe("the three model meetings", () => {
  const bornOn = "2008-12-01";
  const row = (model: "at_16" | "at_17_half", plannedOn: string | null, heldOn: string | null) => ({
    model,
    plannedOn,
    heldOn,
  });
  test("are due at 16, 17½ and 18½; one whose day is gone and that nobody planned is told so", () => {
    expect(modelMeetingsOn(bornOn, [], "2026-11-21").map(({ dueOn, stand }) => [dueOn, stand])).toEqual([
      ["2024-12-01", "day_gone"],
      ["2026-06-01", "day_gone"],
      ["2027-06-01", "not_planned"],
    ]);
  });
  test("one that was held is held, whatever was planned; on its own day it is not gone", () => {
    const rows = [row("at_16", "2024-11-20", "2024-12-03"), row("at_17_half", "2026-06-10", null)];
    expect(modelMeetingsOn(bornOn, rows, "2026-06-01").map(({ stand, on }) => [stand, on])).toEqual([
      ["held", "2024-12-03"],
      ["planned", "2026-06-10"],
      ["not_planned", null],
    ]);
    expect(modelMeetingsOn(bornOn, [], "2026-06-01")[1]?.stand).toBe("not_planned");
  });
});

const graded = (about: "future" | "support_basis", level: number, standsOn: string, clock = "09:00") => ({
  about,
  level,
  standsOn,
  writtenAt: `2026-02-01T${clock}:00.000Z`,
});

describe("clarified at 18", () => {
  const bornOn = "2008-02-29";
  const both = [graded("future", 4, "2026-02-01"), graded("support_basis", 4, "2026-03-01")];

  test("means that both the future and the support basis stand at the level on the birthday, that day among them", () => {
    expect(wasClarified(both, bornOn, 4)).toBe(true);
    expect(wasClarified(both, bornOn, 5)).toBe(false);
    expect(wasClarified(both.slice(0, 1), bornOn, 4)).toBe(false);
    expect(wasClarified([], bornOn, 1)).toBe(false);
  });
  test("what was reached the day after does not count", () => {
    const late = [graded("future", 4, "2026-02-01"), graded("support_basis", 5, "2026-03-02")];
    expect(wasClarified(late, bornOn, 4)).toBe(false);
  });
  test("what was taken back before the birthday does not count, and what is taken back after it does", () => {
    expect(wasClarified([...both, graded("future", 2, "2026-02-20")], bornOn, 4)).toBe(false);
    expect(wasClarified([...both, graded("future", 2, "2026-03-02")], bornOn, 4)).toBe(true);
  });
  test("of two on one day the one written last stands", () => {
    const rows = [graded("future", 5, "2026-02-01", "10:00"), graded("future", 3, "2026-02-01", "09:00")];
    expect(standingOn(rows, "future", "2026-02-01")?.level).toBe(5);
    expect(standingOn([...rows].reverse(), "future", "2026-02-01")?.level).toBe(5);
    expect(standingOn(rows, "future", "2026-01-31")).toBeUndefined();
  });
});

describe("the share by half-year of birth", () => {
  test("June is the first half and July the second", () => {
    expect([birthHalf("2008-06-30"), birthHalf("2008-07-01")]).toEqual([
      { year: 2008, half: 1 },
      { year: 2008, half: 2 },
    ]);
  });
  test("counts those clarified of those who turned 18, the youngest first", () => {
    const past = [
      { bornOn: "2007-12-31", clarified: true },
      { bornOn: "2008-01-01", clarified: false },
      { bornOn: "2008-06-30", clarified: true },
    ];
    expect(sharesByHalf(past)).toEqual([
      { year: 2008, half: 1, turned: 2, clarified: 1 },
      { year: 2007, half: 2, turned: 1, clarified: 1 },
    ]);
  });
  test("without persons no number under five is told, and none from which one follows", () => {
    const half = { year: 2008, half: 1 } as const;
    const told = (turned: number, clarified: number) => {
      const [share] = suppressed([{ ...half, turned, clarified }]);
      return [share?.turned, share?.clarified];
    };
    expect(told(4, 4)).toEqual([null, null]);
    expect(told(9, 4)).toEqual([9, null]);
    expect(told(9, 5)).toEqual([9, null]);
    expect(told(9, 9)).toEqual([9, null]);
    expect(told(10, 5)).toEqual([10, 5]);
  });
});
