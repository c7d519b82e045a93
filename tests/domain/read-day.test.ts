import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, isDay, readDay } from "#domain/days.ts";
import { aDay } from "#tests/domain/arbitrary-days.ts";

const today = "2026-11-21";

describe("a typed day", () => {
  test.each([
    ["5/12", "2026-12-05"],
    ["05/12", "2026-12-05"],
    ["5-12", "2026-12-05"],
    ["5.12.", "2026-12-05"],
    [" 5 12 ", "2026-12-05"],
    ["5. dec", "2026-12-05"],
    ["5. DEC.", "2026-12-05"],
    ["d. 5/12", "2026-12-05"],
    ["den 5. december", "2026-12-05"],
    ["5. december 2026", "2026-12-05"],
    ["5/12-2026", "2026-12-05"],
    ["5/12 2026", "2026-12-05"],
    ["5-12-26", "2026-12-05"],
    ["05-12-2026", "2026-12-05"],
    ["05‑12‑2026", "2026-12-05"],
    ["2026-12-05", "2026-12-05"],
    ["lør. 5. dec.", "2026-12-05"],
    ["5 December", "2026-12-05"],
    ["December 5th, 2026", "2026-12-05"],
    ["the 5th of december", "2026-12-05"],
    ["1. maj", "2027-05-01"],
    ["May 1", "2027-05-01"],
    ["７/１２", "2026-12-07"],
    ["\u200e5/12\u200b", "2026-12-05"],
    ["12-05-98", "1998-05-12"],
  ])("%j is read as a date", (text, day) => {
    expect(readDay(text, today)).toEqual({ day });
  });

  test.each([
    ["14d", "2026-12-05"],
    ["2u", "2026-12-05"],
    ["2w", "2026-12-05"],
    ["1m", "2026-12-21"],
    ["14 dage", "2026-12-05"],
    ["Om 1 uge", "2026-11-28"],
    ["om 2 uger", "2026-12-05"],
    ["Om 1 måned", "2026-12-21"],
    ["in 1 week", "2026-11-28"],
    ["0d", "2026-11-21"],
    ["i dag", "2026-11-21"],
    ["Tomorrow", "2026-11-22"],
    ["torsdag", "2026-11-26"],
    ["lørdag", "2026-11-28"],
  ])("%j is counted from today", (text, day) => {
    expect(readDay(text, today)).toEqual({ day });
  });

  test.each([
    ["5/12", "2025-12-05"],
    ["21/11", "2026-11-21"],
    ["1. maj", "2026-05-01"],
    ["5/12-2026", "2026-12-05"],
    ["14d", "2026-11-07"],
    ["2 uger", "2026-11-07"],
    ["1m", "2026-10-21"],
    ["torsdag", "2026-11-19"],
    ["lørdag", "2026-11-21"],
    ["om 14 dage", "2026-12-05"],
    ["i morgen", "2026-11-22"],
    ["I går", "2026-11-20"],
    ["yesterday", "2026-11-20"],
  ])("%j is read as the latest such day where it is asked what has been", (text, day) => {
    expect(readDay(text, today, { past: true })).toEqual({ day });
  });

  test("the next meeting is a day when there is one", () => {
    expect(readDay("Næste møde", today, { nextMeetingOn: "2026-12-05" })).toEqual({ day: "2026-12-05" });
    expect(readDay("næste møde (5. dec.)", today, { nextMeetingOn: "2026-12-08" })).toEqual({ day: "2026-12-08" });
    expect(readDay("Næste møde", today)).toEqual({ problem: "unreadable" });
    expect(readDay("Næste møde", today, { nextMeetingOn: null })).toEqual({ problem: "unreadable" });
  });

  test("without a year it is the next such day within ten months, else the one that has passed", () => {
    expect(readDay("21/11", today)).toEqual({ day: "2026-11-21" });
    expect(readDay("20/11", today)).toEqual({ day: "2026-11-20" });
    expect(readDay("2/1", today)).toEqual({ day: "2027-01-02" });
    expect(readDay("21/9", today)).toEqual({ day: "2027-09-21" });
    expect(readDay("22/9", today)).toEqual({ day: "2026-09-22" });
  });

  test("a day in the past that is written in full stays where it is", () => {
    expect(readDay("5/12-2025", today)).toEqual({ day: "2025-12-05" });
  });

  test.each([
    ["31/2", "28-02"],
    ["29/2", "28-02"],
    ["31-02-2028", "29-02-2028"],
    ["29. februar 2027", "28-02-2027"],
    ["31. april", "30-04"],
    ["32/12", "31-12"],
    ["0/12", "01-12"],
    ["12/25", "25-12"],
  ])("%j is no day, and the nearest one is offered", (text, suggestion) => {
    expect(readDay(text, today)).toEqual({ problem: "no-such-day", suggestion });
    expect(readDay(suggestion, today)).toHaveProperty("day");
  });

  test("what is offered is read as the same day in the year that is meant", () => {
    expect(readDay("2/30", "1957-02-28")).toEqual({ problem: "no-such-day", suggestion: "28-02" });
  });

  test("a month that cannot be meant is no day, without a guess", () => {
    expect(readDay("31/13", today)).toEqual({ problem: "no-such-day" });
    expect(readDay("5/0", today)).toEqual({ problem: "no-such-day" });
  });

  test("a weekday that contradicts its date is asked about, not passed over", () => {
    expect(readDay("tirs. 5. dec.", today)).toEqual({ problem: "unreadable", suggestion: "05-12-2026" });
  });

  test.each(["", "  ", "\u200b", "\n"])("nothing typed (%j) is empty", (text) => {
    expect(readDay(text, today)).toEqual({ problem: "empty" });
  });

  test.each(["snart", "5", "d", "14x", "5/12 kl. 9", "-5d", "2026-12", "5. ab", "1e3d", "९/१२", "5".repeat(5000)])(
    "%j is not guessed at",
    (text) => {
      expect(readDay(text, today)).toEqual({ problem: "unreadable" });
    },
  );

  test("nothing that can be typed makes it fail, and what it reads is a day", () => {
    const nearly = fc.string({ unit: fc.constantFrom(..."0123456789./- dumwåø", "dec", "maj", "th", "of ", "\u202e") });
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string({ unit: "binary" })), aDay(), (text, now) => {
        const read = readDay(text, now);
        if ("day" in read) expect(isDay(read.day)).toBe(true);
        if ("suggestion" in read && read.suggestion) expect(readDay(read.suggestion, now)).toHaveProperty("day");
      }),
      { numRuns: 2000 },
    );
  });
});

describe("every way a day is printed reads back", () => {
  const printed = (locale: string, options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    return (day: string) => format.format(new Date(day));
  };
  const withYear = [
    (day: string) => day,
    (day: string) => day.split("-").reverse().join("-"),
    ...["da-DK", "en-GB"].flatMap((locale) =>
      (["short", "medium", "long", "full"] as const)
        .filter((dateStyle) => dateStyle !== "short" || locale === "en-GB")
        .map((dateStyle) => printed(locale, { dateStyle })),
    ),
    ...["da-DK", "en-GB"].map((locale) =>
      printed(locale, { weekday: "short", day: "numeric", month: "short", year: "numeric" }),
    ),
  ];
  const withoutYear = ["da-DK", "en-GB", "en-US"].flatMap((locale) => [
    ...(locale === "en-US" ? [] : [printed(locale, { day: "numeric", month: "numeric" })]),
    printed(locale, { day: "numeric", month: "short" }),
    printed(locale, { day: "numeric", month: "long" }),
    printed(locale, { weekday: "short", day: "numeric", month: "short" }),
    printed(locale, { weekday: "long", day: "numeric", month: "long" }),
  ]);

  test("with its year, whatever the day today", () => {
    fc.assert(
      fc.property(aDay(), aDay(), (day, now) => {
        for (const print of withYear) expect(readDay(print(day), now), print(day)).toEqual({ day });
      }),
    );
  });

  test("without its year, from seven weeks ago to ten months ahead", () => {
    fc.assert(
      fc.property(aDay(), fc.integer({ min: -49, max: 303 }), (now, n) => {
        const day = addDays(now, n);
        fc.pre(day <= addMonths(now, 10) && !day.endsWith("02-29"));
        for (const print of withoutYear) expect(readDay(print(day), now), print(day)).toEqual({ day });
      }),
    );
  });
});
