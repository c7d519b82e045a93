import { describe, expect, test } from "vitest";
import { daysInSum, minutesTyped, sumOfDays } from "#domain/people/efforts.ts";
import { type Clash, clashesOf, type Planned } from "#domain/plan/clashes.ts";

const TODAY = "2026-11-21";

const effort = (id: string, over: Partial<Planned> = {}): Planned => ({
  ...{ id, effortKind: "", contactRole: false, combinedOfferId: null },
  ...{ fromOn: "2026-09-01", toOn: null, validUntilOn: null, weekMinutes: null, weekdays: [] },
  ...over,
});

function told(efforts: Planned[], hasContactPerson = false): string[] {
  const more = (clash: Clash<Planned>) => {
    if (clash.of === "hours") return `${clash.minutes / 60}`;
    if (clash.of === "kind") return clash.effortKind;
    if (clash.of === "weekdays") return clash.weekdays.join();
    return clash.of === "validity" ? clash.until : "";
  };
  return clashesOf(efforts, { today: TODAY, hasContactPerson }).map((clash) =>
    [clash.of, more(clash), clash.efforts.map(({ id }) => id).join("+"), clash.from].filter(Boolean).join(" "),
  );
}

const mentor = { effortKind: "mentor" };
const study = { effortKind: "education" };
const contact = { contactRole: true };

describe("two at once", () => {
  const table: [string, Partial<Planned>, Partial<Planned>, string[]][] = [
    ["run today, without an end", {}, {}, ["kind education a+b"]],
    ["touch, the one ends the day before the other begins", { toOn: "2026-11-30" }, { fromOn: "2026-12-01" }, []],
    [
      "share one day: the last day counts",
      { toOn: "2026-12-01" },
      { fromOn: "2026-12-01" },
      ["kind education a+b 2026-12-01"],
    ],
    ["share today, the last day of the one", { toOn: TODAY }, {}, ["kind education a+b"]],
    ["one ended yesterday", { toOn: "2026-11-20" }, {}, []],
    ["both ended", { toOn: "2026-10-01" }, { toOn: "2026-10-01" }, []],
    ["will overlap later", {}, { fromOn: "2027-01-04" }, ["kind education a+b 2027-01-04"]],
    [
      "both are ahead",
      { fromOn: "2027-02-01" },
      { fromOn: "2027-01-04", toOn: "2027-02-01" },
      ["kind education b+a 2027-02-01"],
    ],
    ["are thought together", { combinedOfferId: "x" }, { combinedOfferId: "x" }, []],
    [
      "are each thought together with others",
      { combinedOfferId: "x" },
      { combinedOfferId: "y" },
      ["kind education a+b"],
    ],
    ["are of two kinds", {}, { effortKind: "treatment" }, []],
    ["are of no kind", { effortKind: "" }, { effortKind: "" }, []],
    ["are other things", { effortKind: "other" }, { effortKind: "other" }, []],
    ["are contact persons", { effortKind: "contact_person" }, { effortKind: "contact_person" }, []],
  ];
  test.each(table)("of one kind: %s", (_, one, other, expected) => {
    expect(told([effort("a", { ...study, ...one }), effort("b", { ...study, ...other })])).toEqual(expected);
  });
});

test("a third that comes to two of one kind is told apart, from its day", () => {
  const third = effort("c", { ...study, fromOn: "2027-01-04" });
  expect(told([effort("a", study), effort("b", study), third])).toEqual([
    "kind education a+b",
    "kind education a+b+c 2027-01-04",
  ]);
  // Of those left when one has ended, all were told.
  const short = effort("b", { ...study, toOn: "2026-12-31" });
  expect(told([effort("a", study), short, effort("c", study)])).toEqual(["kind education a+b+c"]);
});

describe("contact roles", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map((id) => effort(id, contact)) as [Planned, Planned, Planned, Planned];
  test("are three at most, the contact person among them", () => {
    expect(told([a, b, c])).toEqual([]);
    expect(told([a, b], true)).toEqual([]);
    expect(told([a, b, c], true)).toEqual(["contacts a+b+c"]);
    expect(told([a, b, c, d])).toEqual(["contacts a+b+c+d"]);
  });
  test("are told by their kind too, and count though they were thought together", () => {
    const known = effort("c", { effortKind: "contact_person", combinedOfferId: "x" });
    expect(told([a, effort("b", { ...mentor, combinedOfferId: "x" }), known, d])).toEqual(["contacts a+b+c+d"]);
  });
  test("are counted by the day: one that ends first makes room", () => {
    expect(told([a, b, { ...c, toOn: "2026-12-31" }, { ...d, fromOn: "2027-01-01" }])).toEqual([]);
    expect(told([a, b, { ...c, toOn: "2027-01-01" }, { ...d, fromOn: "2027-01-01" }])).toEqual([
      "contacts a+b+c+d 2027-01-01",
    ]);
  });
});

test("two mentors are one too many, also when they were thought together", () => {
  const two = [effort("a", { ...mentor, combinedOfferId: "x" }), effort("b", { ...mentor, combinedOfferId: "x" })];
  expect(told(two)).toEqual(["mentors a+b"]);
  expect(told([effort("a", mentor), effort("b", { ...mentor, fromOn: "2026-12-01" })])).toEqual([
    "mentors a+b 2026-12-01",
  ]);
});

describe("the same weekday", () => {
  test("is told once for all days of the same two, and only where days are given", () => {
    const both = [effort("a", { weekdays: [1, 3, 5] }), effort("b", { weekdays: [3, 5] })];
    expect(told(both)).toEqual(["weekdays 3,5 a+b"]);
    expect(told([effort("a", { weekdays: [1] }), effort("b", { weekdays: [2] })])).toEqual([]);
    expect(told([effort("a", { weekdays: [1] }), effort("b")])).toEqual([]);
  });
  test("is no clash of what was thought together", () => {
    const set = { weekdays: [3], combinedOfferId: "x" };
    expect(told([effort("a", set), effort("b", set)])).toEqual([]);
  });
  test("is told from the day on which the later begins", () => {
    const later = effort("b", { weekdays: [3], fromOn: "2026-12-02" });
    expect(told([effort("a", { weekdays: [3] }), later])).toEqual(["weekdays 3 a+b 2026-12-02"]);
  });
});

test("37 hours a week is no clash, half an hour more is, by the day on which they run at once", () => {
  const hours = (id: string, n: number, over: Partial<Planned> = {}) => effort(id, { weekMinutes: n * 60, ...over });
  expect(told([hours("a", 30), hours("b", 7)])).toEqual([]);
  expect(told([hours("a", 30), hours("b", 7.5)])).toEqual(["hours 37.5 a+b"]);
  expect(told([hours("a", 38), effort("b")])).toEqual(["hours 38 a"]);
  expect(told([hours("a", 30, { toOn: "2026-11-30" }), hours("b", 30, { fromOn: "2026-12-01" })])).toEqual([]);
  expect(told([hours("a", 30), hours("b", 30, { fromOn: "2026-12-01" })])).toEqual(["hours 60 a+b 2026-12-01"]);
});

describe("past its validity", () => {
  const table: [string, Partial<Planned>, string[]][] = [
    ["its decision ended yesterday, and it runs on", { validUntilOn: "2026-11-20" }, ["validity 2026-11-20 a"]],
    ["its decision holds today", { validUntilOn: TODAY }, []],
    ["it has no end, and its decision holds yet", { validUntilOn: "2027-01-01" }, []],
    ["it ends with its decision", { validUntilOn: "2026-12-31", toOn: "2026-12-31" }, []],
    [
      "it is to run a day longer than its decision",
      { validUntilOn: "2026-12-31", toOn: "2027-01-01" },
      ["validity 2026-12-31 a 2027-01-01"],
    ],
    ["it has ended after its decision did", { validUntilOn: "2026-10-01", toOn: "2026-11-20" }, []],
    ["nobody wrote how long it is decided", {}, []],
  ];
  test.each(table)("%s", (_, over, expected) => {
    expect(told([effort("a", over)])).toEqual(expected);
  });
});

test("what is so today stands first, what comes by its day", () => {
  const later = effort("c", { ...mentor, fromOn: "2026-12-01", validUntilOn: "2026-12-31", toOn: "2027-02-01" });
  expect(told([later, effort("a", mentor), effort("b", { weekMinutes: 38 * 60 })])).toEqual([
    "hours 38 b",
    "mentors a+c 2026-12-01",
    "validity 2026-12-31 c 2027-01-01",
  ]);
});

test("hours are read as people write them, by the half", () => {
  const read = ["6", "6,5", "6.5", "0,5", "37,0", "168"].map(minutesTyped);
  expect(read).toEqual([360, 390, 390, 30, 2220, 10080]);
  for (const typed of ["", "0", "169", "-1", "6,25", "seks", "6,5,5", "1e2", " 6"])
    expect(minutesTyped(typed), typed).toBeNull();
});

test("weekdays are kept as a sum, each once, and come back in their order", () => {
  expect(sumOfDays([])).toBe(0);
  expect(daysInSum(0)).toEqual([]);
  expect(daysInSum(sumOfDays([7, 1, 3, 3]))).toEqual([1, 3, 7]);
  expect(daysInSum(sumOfDays([1, 2, 3, 4, 5, 6, 7]))).toEqual([1, 2, 3, 4, 5, 6, 7]);
});
