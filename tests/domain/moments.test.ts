import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { clockOf, copenhagenInstant, dayOf } from "#domain/moments.ts";
import { aDay } from "#tests/domain/arbitrary-days.ts";

describe("moments in Denmark", () => {
  test("a meeting at 9 is at 8 UTC in winter and at 7 in summer", () => {
    expect(copenhagenInstant("2026-11-21", "09:00")).toBe("2026-11-21T08:00:00.000Z");
    expect(copenhagenInstant("2026-06-22", "09:00")).toBe("2026-06-22T07:00:00.000Z");
  });

  test("the night of March leaves out an hour: what falls into it is an hour later", () => {
    expect(copenhagenInstant("2026-03-29", "01:59")).toBe("2026-03-29T00:59:00.000Z");
    expect(copenhagenInstant("2026-03-29", "02:30")).toBe("2026-03-29T01:30:00.000Z");
    expect(clockOf("2026-03-29T01:30:00.000Z")).toBe("3.30");
    expect(copenhagenInstant("2026-03-29", "09:00")).toBe("2026-03-29T07:00:00.000Z");
  });

  test("the night of October has an hour twice: the first is meant", () => {
    expect(copenhagenInstant("2026-10-25", "02:30")).toBe("2026-10-25T00:30:00.000Z");
    expect(clockOf("2026-10-25T00:30:00.000Z")).toBe("2.30");
    expect(clockOf("2026-10-25T01:30:00.000Z")).toBe("2.30");
    expect(copenhagenInstant("2026-10-25", "03:00")).toBe("2026-10-25T02:00:00.000Z");
  });

  test("the day begins at Danish midnight", () => {
    expect(dayOf("2026-11-20T22:59:59.999Z")).toBe("2026-11-20");
    expect(dayOf("2026-11-20T23:00:00.000Z")).toBe("2026-11-21");
    expect(dayOf("2026-06-20T22:00:00.000Z")).toBe("2026-06-21");
  });

  test("the clock is written as in Denmark", () => {
    expect(clockOf("2026-11-21T08:05:59.000Z")).toBe("9.05");
    expect(clockOf("2026-11-20T23:00:00.000Z")).toBe("0.00");
  });

  test("any time of any day is the moment that the time zone's own rules give, and reads back", () => {
    fc.assert(
      fc.property(aDay(), fc.nat(23), fc.nat(59), (day, hour, minute) => {
        const clock = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
        const zoned = Temporal.PlainDateTime.from(`${day}T${clock}`).toZonedDateTime("Europe/Copenhagen");
        const instant = copenhagenInstant(day, clock);
        expect(Date.parse(instant)).toBe(zoned.epochMilliseconds);
        expect(dayOf(instant)).toBe(zoned.toPlainDate().toString());
        expect(clockOf(instant)).toBe(`${zoned.hour}.${String(zoned.minute).padStart(2, "0")}`);
      }),
    );
  });

  test("what is no time is refused loudly", () => {
    for (const clock of ["24:00", "9", "", "09:60", "09:00:00"])
      expect(() => copenhagenInstant("2026-11-21", clock)).toThrow(RangeError);
    expect(() => copenhagenInstant("2026-02-31", "09:00")).toThrow(RangeError);
    expect(() => dayOf("in a while")).toThrow(RangeError);
  });
});
