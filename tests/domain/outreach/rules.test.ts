import { getTableColumns } from "drizzle-orm";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tables } from "#db/index.server.ts";
import { dayParts, leadStates, outreachChannels } from "#db/vocabulary.ts";
import { addDays } from "#domain/days.ts";
import {
  canBecome,
  channelsFor,
  couldBeSought,
  dayPartOf,
  expiredUpTo,
  expiresOn,
  isAtCeiling,
  isMark,
  isPhone,
  leadViews,
  MOST_TRIES,
  standingOf,
  stateAfter,
  townOf,
  untriedPart,
} from "#domain/outreach/rules.ts";

const TODAY = "2026-11-21";
const days = fc.integer({ min: 0, max: 3000 }).map((n) => addDays("2020-01-01", n));

describe("a young person to look for", () => {
  test("is 15 to 29 years old", () => {
    expect(couldBeSought("2011-11-22", TODAY)).toBe(false);
    expect(couldBeSought("2011-11-21", TODAY)).toBe(true);
    expect(couldBeSought("1996-11-22", TODAY)).toBe(true);
    expect(couldBeSought("1996-11-21", TODAY)).toBe(false);
    expect(couldBeSought("2027-01-01", TODAY)).toBe(false);
  });
  test("is forgotten twelve months after they were received, on the same day in a list as by itself", () => {
    expect(expiresOn("2026-02-28")).toBe("2027-02-28");
    fc.assert(
      fc.property(days, days, (receivedOn, today) => {
        expect(receivedOn <= expiredUpTo(today)).toBe(expiresOn(receivedOn) <= today);
      }),
    );
  });
  test("who said no is left alone until the day that was agreed, and may be asked again on it", () => {
    const no = { state: "declined" as const, receivedOn: "2026-10-01", nextAllowedOn: "2027-02-01" };
    expect(standingOf(no, "2027-01-31")).toBe("left_alone");
    expect(standingOf(no, "2027-02-01")).toBe("declined");
    // Whatever else has run out.
    expect(standingOf({ ...no, receivedOn: "2025-01-01" }, "2027-01-31")).toBe("left_alone");
    for (const to of leadStates) expect(canBecome("left_alone", to)).toBe(false);
  });
  test("of whom the time has run out comes to nothing more, and one with a case to nothing here", () => {
    for (const to of leadStates)
      for (const from of ["expired", "case"] as const) expect(canBecome(from, to)).toBe(false);
  });
  test("nobody gets a case who was not looked at first", () => {
    expect(leadStates.filter((from) => canBecome(from, "case"))).toEqual([
      ...["verified", "contact_attempts", "met", "wants_help"],
    ]);
  });
});

describe("trying to reach somebody", () => {
  const tried = (result: "no_answer" | "reached", triedAt = "2026-11-20T09:00:00.000Z") => ({ result, triedAt });
  test("leads on when the young person answers, and never back", () => {
    expect(stateAfter("verified", "no_answer")).toBe("contact_attempts");
    expect(stateAfter("contact_attempts", "reached")).toBe("met");
    expect(stateAfter("met", "left_message")).toBe("met");
    for (const result of ["no_answer", "left_message", "reached"] as const)
      expect(stateAfter("wants_help", result)).toBe("wants_help");
  });
  test("ends at five tries without an answer, until a meeting was asked", () => {
    const four = Array.from({ length: MOST_TRIES - 1 }, () => tried("no_answer"));
    const five = [...four, tried("no_answer")];
    const sought = { state: "contact_attempts" as const, raisedOn: null };
    expect(isAtCeiling(sought, four)).toBe(false);
    expect(isAtCeiling(sought, five)).toBe(true);
    expect(isAtCeiling(sought, [...four, tried("reached")])).toBe(false);
    expect(isAtCeiling({ ...sought, raisedOn: TODAY }, five)).toBe(false);
    // Somebody may look for them again; who was met is not at an end.
    expect(isAtCeiling({ ...sought, state: "verified" }, five)).toBe(true);
    expect(isAtCeiling({ ...sought, state: "met" }, five)).toBe(false);
    // A talk begins the count anew.
    const before = tried("reached", "2026-11-19T09:00:00.000Z");
    expect(isAtCeiling(sought, [before, ...four])).toBe(false);
    expect(isAtCeiling(sought, [before, ...five])).toBe(true);
  });
  test("on the night after a meeting was asked belongs to its own Danish day, in winter and in summer", () => {
    const at = (moment: string) => Array.from({ length: MOST_TRIES }, () => tried("no_answer", moment));
    const asked = (raisedOn: string) => ({ state: "contact_attempts" as const, raisedOn });
    // Half an hour into 24 November, and an hour and a half into 2 July, by Danish clocks.
    expect(isAtCeiling(asked("2026-11-23"), at("2026-11-23T23:30:00.000Z"))).toBe(true);
    expect(isAtCeiling(asked("2026-11-24"), at("2026-11-23T23:30:00.000Z"))).toBe(false);
    expect(isAtCeiling(asked("2026-07-01"), at("2026-07-01T23:30:00.000Z"))).toBe(true);
    expect(isAtCeiling(asked("2026-07-02"), at("2026-07-01T23:30:00.000Z"))).toBe(false);
    // Half an hour before midnight it still is the day before.
    expect(isAtCeiling(asked("2026-07-01"), at("2026-07-01T21:30:00.000Z"))).toBe(false);
  });
  test("suggests the part of the day at which nobody tried", () => {
    expect(dayPartOf("2026-11-20T10:59:00.000Z")).toBe("forenoon");
    expect(dayPartOf("2026-11-20T11:00:00.000Z")).toBe("afternoon");
    expect(dayPartOf("2026-11-20T16:00:00.000Z")).toBe("evening");
    expect(untriedPart([])).toBe("forenoon");
    expect(untriedPart([tried("no_answer")])).toBe("afternoon");
    expect(untriedPart([tried("no_answer"), tried("no_answer", "2026-11-20T18:00:00.000Z")])).toBe("afternoon");
    const all = ["09", "13", "18"].map((hour) => tried("no_answer", `2026-11-20T${hour}:00:00.000Z`));
    expect(untriedPart(all)).toBe(null);
    expect(dayParts).toHaveLength(3);
  });
  test("goes by no way that is not known: no visit and no letter where an address is protected", () => {
    const all = { address: true, phone: true, placeId: "a" };
    expect(channelsFor(all)).toEqual([...outreachChannels]);
    expect(channelsFor({ ...all, address: false })).not.toEqual(expect.arrayContaining(["visit"]));
    expect(channelsFor({ ...all, address: false })).not.toEqual(expect.arrayContaining(["letter"]));
    expect(channelsFor({ address: false, phone: false, placeId: null })).toEqual(["through_network"]);
  });
});

test("no column takes what people think: six facts, codes, days, and a mark of three letters", () => {
  const KNOWN = [
    "firstName",
    "lastName",
    "sortKey",
    "address",
    "phone",
    "source",
    "status",
    "kind",
    "reaction",
    "name",
    "mark",
  ];
  const { outreachLead, outreachAttempt, outreachEncounter, outreachPlace, dropoutAlert } = tables;
  const free = [outreachLead, outreachAttempt, outreachEncounter, outreachPlace, dropoutAlert].flatMap((table) =>
    Object.entries(getTableColumns(table)).flatMap(([field, column]) =>
      column.getSQLType() === "text" && !column.enumValues?.length && !/(^id|Id|On|At|Index)$/.test(field)
        ? [field]
        : [],
    ),
  );
  expect([...new Set(free)].sort()).toEqual([...KNOWN].sort());
  expect(["AB", "Æ1", ""].every(isMark)).toBe(true);
  expect(["ABCD", "ab", "A B", "A."].some(isMark)).toBe(false);
});

test("a telephone number is figures, and a town is told by its postal code", () => {
  expect(["", "12 34 56 78", "+45 12345678"].every(isPhone)).toBe(true);
  expect(["ring ikke", "12", "12345678 (mor)", "1".repeat(30)].some(isPhone)).toBe(false);
  expect(townOf("Køgevej 12, 2. tv., 2630 Taastrup")).toBe("2630 Taastrup");
  expect(townOf("Nygade 3, 4671 Strøby Egede")).toBe("4671 Strøby Egede");
  expect(townOf("hos en ven")).toBe(null);
  expect(leadViews).toContain("day");
});
