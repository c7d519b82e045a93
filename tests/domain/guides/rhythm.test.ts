import { expect, test } from "vitest";
import type { Intensity } from "#db/vocabulary.ts";
import {
  byUrgency,
  comingChange,
  type Met,
  nextByRhythm,
  type Reason,
  reasonsFor,
  reminderUntil,
  standingOf,
  untriedChannel,
} from "#domain/guides/rhythm.ts";

const TODAY = "2026-11-24";

const met = (happenedOn: string, set: Partial<Met> = {}): Met => ({
  ...{ happenedOn, channel: "phone", result: "met", nextOn: null, nextTime: "", nextPlace: "" },
  ...set,
});
const followed = (contacts: Met[], set: { intensity?: Intensity | null; bornOn?: string; sinceOn?: string } = {}) => ({
  ...{ bornOn: "2007-05-01", intensity: "A" as Intensity | null, sinceOn: "2026-01-01", ...set },
  standing: standingOf(contacts, TODAY),
});

test.each<[Intensity | null, string, string | null]>([
  // Seven days on is a Tuesday.
  ["A", "2026-11-24", "2026-12-01"],
  ["B", "2026-11-24", "2026-12-08"],
  ["C", "2026-11-24", "2026-12-23"],
  // 5 December 2026 is a Saturday: the Friday before keeps the rhythm.
  ["A", "2026-11-28", "2026-12-04"],
  // Christmas Eve and the days after it are no working days.
  ["A", "2026-12-18", "2026-12-23"],
  ["D", "2026-11-24", null],
  [null, "2026-11-24", null],
])("the next time by the rhythm %s from %s is %s", (intensity, today, next) => {
  expect(nextByRhythm(intensity, today)).toBe(next);
});

test("where they stand is counted from the last time they met", () => {
  const contacts = [
    met("2026-11-23", { result: "no_answer", channel: "sms" }),
    met("2026-11-20", { result: "did_not_come", channel: "outdoor", nextOn: "2026-11-25", nextTime: "13.00" }),
    met("2026-11-10", { nextOn: "2026-11-20" }),
    met("2026-11-01", { nextOn: "2027-01-01" }),
  ];
  expect(standingOf(contacts, TODAY)).toEqual({
    metOn: "2026-11-10",
    tries: 2,
    untried: "phone",
    next: { on: "2026-11-25", time: "13.00", place: "" },
    lastChannel: "sms",
  });
  expect(standingOf([], TODAY)).toEqual({
    ...{ metOn: null, tries: 0, untried: "phone", next: null, lastChannel: null },
  });
  expect(standingOf([met("2026-11-23"), met("2026-11-10", { nextOn: "2026-11-30" })], TODAY).next).toBeNull();
});

test("what was agreed when they met holds until its day, also when one tried in vain meanwhile", () => {
  const contacts = [
    met("2026-11-24", { result: "no_answer", nextOn: "2026-12-01" }),
    met("2026-11-23", { nextOn: "2026-11-27", nextTime: "13.00", nextPlace: "caféen" }),
  ];
  const agreed = { on: "2026-11-27", time: "13.00", place: "caféen" };
  expect(standingOf(contacts, "2026-11-27").next).toEqual(agreed);
  expect(standingOf(contacts, "2026-11-28").next).toEqual({ on: "2026-12-01", time: "", place: "" });
});

test.each<[string, Intensity | null, string, Reason[]]>([
  ["seven days are within every week", "A", "2026-11-17", []],
  ["eight are not", "A", "2026-11-16", [{ kind: "over", days: 8, target: 7 }]],
  ["fourteen are within every second week", "B", "2026-11-10", []],
  ["thirty-one are over every month", "C", "2026-10-24", [{ kind: "over", days: 31, target: 30 }]],
  ["who is only followed is never over", "D", "2025-01-01", []],
  ["whose rhythm nobody has chosen waits for it, however long ago it was", null, "2025-01-01", [{ kind: "unchosen" }]],
  ["and also when they were met today", null, TODAY, [{ kind: "unchosen" }]],
])("%s", (_, intensity, metOn, reasons) => {
  expect(reasonsFor(followed([met(metOn)], { intensity }), TODAY)).toEqual(reasons);
});

test("who was just taken is to be contacted until the rhythm is chosen", () => {
  const set = { sinceOn: TODAY };
  expect(reasonsFor(followed([], { ...set, intensity: null }), TODAY)).toEqual([{ kind: "unchosen" }]);
  expect(reasonsFor(followed([], { ...set, intensity: "D" }), TODAY)).toEqual([]);
});

test("who was never met is counted from the first day", () => {
  const young = followed([], { sinceOn: "2026-11-10" });
  expect(reasonsFor(young, TODAY)).toEqual([{ kind: "over", days: 14, target: 7 }]);
});

test("three tries in a row are a reason of their own, an agreed day is one when it has come, a birthday 30 days before", () => {
  const tried = Array.from({ length: 3 }, () => met("2026-11-23", { result: "no_answer" }));
  const young = followed([...tried, met("2026-11-20", { nextOn: TODAY, nextTime: "9.30", nextPlace: "caféen" })], {
    bornOn: "2008-12-24",
  });
  expect(reasonsFor(young, TODAY)).toEqual([
    { kind: "tries", tries: 3, untried: "sms" },
    { kind: "agreed", on: TODAY, time: "9.30", place: "caféen" },
    { kind: "change", age: 18, on: "2026-12-24" },
  ]);
  expect(comingChange("2008-12-25", TODAY)).toBeNull();
  // Born on 29 February: 1 March in a year without one.
  expect(comingChange("2008-02-29", "2026-02-20")).toEqual({ age: 18, on: "2026-03-01" });
});

test("a day that went by says nothing more where the rhythm is over, and is a reason where it is not", () => {
  const missed = [met("2026-11-01", { nextOn: "2026-11-20" })];
  expect(reasonsFor(followed(missed), TODAY).map(({ kind }) => kind)).toEqual(["over"]);
  expect(reasonsFor(followed(missed, { intensity: "D" }), TODAY).map(({ kind }) => kind)).toEqual(["agreed"]);
});

test("the most urgent is first: days over, tries, what is agreed by its hour, the nearest birthday, and then all others", () => {
  const order: Reason[][] = [
    [{ kind: "over", days: 40, target: 30 }],
    [{ kind: "over", days: 12, target: 7 }],
    [{ kind: "tries", tries: 4, untried: null }],
    [{ kind: "tries", tries: 3, untried: "sms" }],
    [{ kind: "agreed", on: TODAY, time: "9.30", place: "" }],
    [{ kind: "agreed", on: TODAY, time: "13.00", place: "" }],
    [{ kind: "unchosen" }],
    [{ kind: "change", age: 18, on: "2026-12-01" }],
    [{ kind: "change", age: 25, on: "2026-12-09" }],
    [],
  ];
  const mixed = [9, 8, 3, 0, 5, 7, 1, 4, 2, 6].map((n) => order[n] as Reason[]);
  expect(mixed.sort(byUrgency)).toEqual(order);
});

test("where nobody answers a way is suggested that was not tried; when all were, none", () => {
  expect(untriedChannel([])).toBe("phone");
  expect(untriedChannel(["phone", "phone"])).toBe("sms");
  expect(untriedChannel(["phone", "sms", "chat", "home", "outdoor"])).toBe("letter");
  expect(untriedChannel(["phone", "sms", "chat", "home", "outdoor", "letter"])).toBeNull();
});

test("an own reminder is kept for six months", () => {
  expect(reminderUntil("2026-08-31")).toBe("2027-02-28");
});
