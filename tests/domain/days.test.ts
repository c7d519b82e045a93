import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addWorkingDays,
  age,
  daysBetween,
  isDay,
  isHoliday,
  isWorkingDay,
  monthsUntil,
  nextWorkingDay,
  turns,
  weekday,
} from "#domain/days.ts";
import { aDay } from "#tests/domain/arbitrary-days.ts";

const temporal = (day: string) => Temporal.PlainDate.from(day);

describe("days", () => {
  test("a day is one of the calendar, written as year, month, date", () => {
    for (const day of ["2026-11-21", "2024-02-29", "2000-02-29"]) expect(isDay(day)).toBe(true);
    const none = [
      "2026-02-29",
      "1900-02-29",
      "2026-04-31",
      "2026-13-01",
      "2026-00-10",
      "2026-01-00",
      "26-01-01",
      "0026-01-01",
    ];
    for (const text of [...none, "2026-1-1", " 2026-11-21", "2026-11-21\n", "", null, 20261121])
      expect(isDay(text)).toBe(false);
  });

  test("counting in days, months and weekdays agrees with the calendar", () => {
    fc.assert(
      fc.property(aDay(), aDay(), fc.integer({ min: -900, max: 900 }), (day, other, n) => {
        expect(addDays(day, n)).toBe(temporal(day).add({ days: n }).toString());
        expect(addMonths(day, n)).toBe(temporal(day).add({ months: n }).toString());
        expect(weekday(day)).toBe(temporal(day).dayOfWeek);
        expect(daysBetween(day, other)).toBe(temporal(day).until(temporal(other)).days);
        expect(addDays(day, daysBetween(day, other))).toBe(other);
      }),
    );
  });

  test("a month from the 31st is the last day of a shorter month", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
    expect(addMonths("2026-11-21", 2)).toBe("2027-01-21");
  });

  test("counting from what is no day is a mistake that shows", () => {
    expect(() => addDays("2026-02-30", 1)).toThrow(RangeError);
    expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
    expect(() => weekday("tomorrow")).toThrow(RangeError);
  });
});

describe("working days", () => {
  // Easter Sundays as the church's tables give them, the earliest and the latest that can be among them.
  test.each([
    "1818-03-22",
    "1943-04-25",
    "2000-04-23",
    "2008-03-23",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2027-03-28",
    "2038-04-25",
  ])("the moving holidays follow Easter on %s", (easter) => {
    for (const n of [-3, -2, 0, 1, 39, 49, 50]) expect(isHoliday(addDays(easter, n))).toBe(true);
    for (const n of [-4, -1, 2, 38, 48, 51])
      expect(isHoliday(addDays(easter, n)), String(n)).toBe(/-06-05$/.test(addDays(easter, n)));
  });

  test("Store bededag was a holiday until 2023 and is none since", () => {
    expect(isHoliday("2023-05-05")).toBe(true);
    expect(isHoliday("2024-04-26")).toBe(false);
    expect(isHoliday("2026-05-01")).toBe(false);
  });

  test("Constitution Day, Christmas Eve and New Year's Eve are closed days, 1 May and 23 December are not", () => {
    for (const day of ["2026-06-05", "2026-12-24", "2026-12-25", "2026-12-26", "2026-12-31", "2027-01-01"])
      expect(isHoliday(day)).toBe(true);
    for (const day of ["2026-05-01", "2026-12-23", "2026-12-28", "2027-01-02"]) expect(isHoliday(day)).toBe(false);
  });

  test("the next working day after the day before Maundy Thursday is the Tuesday after Easter", () => {
    expect(nextWorkingDay("2026-04-01")).toBe("2026-04-07");
    expect(nextWorkingDay("2026-11-20")).toBe("2026-11-23");
    expect(nextWorkingDay("2026-12-23")).toBe("2026-12-28");
  });

  test("working days are counted past weekends and holidays, forwards and backwards", () => {
    expect(addWorkingDays("2026-11-21", 0)).toBe("2026-11-21");
    expect(addWorkingDays("2026-12-22", 5)).toBe("2027-01-04");
    expect(addWorkingDays("2027-01-04", -5)).toBe("2026-12-22");
    fc.assert(
      fc.property(aDay(), fc.integer({ min: -40, max: 40 }), (day, n) => {
        const reached = addWorkingDays(day, n);
        const step = n < 0 ? -1 : 1;
        let passed = 0;
        for (let at = day; at !== reached; ) {
          at = addDays(at, step);
          if (isWorkingDay(at)) passed++;
        }
        expect(passed).toBe(Math.abs(n));
        if (n !== 0) expect(isWorkingDay(reached)).toBe(true);
      }),
    );
  });
});

describe("ages", () => {
  test("somebody turns 18 on the birthday, not the day before", () => {
    expect(age("2008-11-21", "2026-11-20")).toBe(17);
    expect(age("2008-11-21", "2026-11-21")).toBe(18);
    expect(turns("2008-11-21", 18)).toBe("2026-11-21");
  });

  test("who is born on 29 February turns a year older on 1 March when the year has no such day", () => {
    expect(turns("2008-02-29", 18)).toBe("2026-03-01");
    expect(turns("2008-02-29", 20)).toBe("2028-02-29");
    expect(age("2008-02-29", "2026-02-28")).toBe(17);
    expect(age("2008-02-29", "2026-03-01")).toBe(18);
  });

  test("the age changes on the day of turning, for every birthday", () => {
    fc.assert(
      fc.property(aDay(), fc.integer({ min: 0, max: 90 }), (bornOn, years) => {
        const birthday = turns(bornOn, years);
        expect(age(bornOn, birthday)).toBe(years);
        expect(age(bornOn, addDays(birthday, -1))).toBe(years - 1);
      }),
    );
  });

  test("the months left to a birthday are whole months", () => {
    expect(monthsUntil("2027-04-21", "2026-11-21")).toBe(5);
    expect(monthsUntil("2027-04-20", "2026-11-21")).toBe(4);
    expect(monthsUntil("2026-11-21", "2026-11-21")).toBe(0);
    expect(monthsUntil("2026-11-20", "2026-11-21")).toBe(0);
    expect(monthsUntil("2027-02-28", "2027-01-31")).toBe(1);
    expect(monthsUntil("2026-09-21", "2026-11-21")).toBe(-2);
    fc.assert(
      fc.property(aDay(), fc.nat(200), (today, n) => {
        expect(monthsUntil(addMonths(today, n), today)).toBe(n);
      }),
    );
  });
});
