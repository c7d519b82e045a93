import { describe, expect, it } from "vitest";
import { type Attendee, fieldsHidden, narrowed, seenByAll, type WholeItem } from "#domain/screen/seen-by-all.ts";
import type { Named } from "#domain/sharing/said.ts";

const one = (participantKind: Attendee["participantKind"], set: Partial<Attendee> = {}): Attendee => ({
  participantKind,
  organisation: "",
  departmentId: null,
  sees: null,
  ...set,
});
const own = one("staff", { sees: "item", departmentId: "voksen" });
const school = one("staff", { sees: "own-agreements", departmentId: "skole" });
const otherSchool = one("staff", {
  sees: "own-agreements",
  departmentId: "fgu",
});
const stranger = one("staff", { sees: "nothing", departmentId: "ppr" });
const youngPerson = one("young_person");
const parent = one("parent");
const companion = one("companion");
const interpreter = one("interpreter");
const guest = one("guest");

const minor: Named = { adult: false };
const adult: Named = { adult: true };

describe("what everybody who is here may see", () => {
  it.each<[string, Attendee[], Named, boolean, string | null]>([
    ["all of it, of those who may see the item", [own], minor, true, null],
    ["all of it, while nobody is called", [], minor, true, null],
    [
      "all of it, with the young person, a companion and an interpreter",
      [youngPerson, companion, interpreter],
      adult,
      true,
      null,
    ],
    ["all of it, with a parent of somebody under 18", [own, parent], minor, true, null],
    ["all of it, with a parent of somebody of age who is here too", [parent, youngPerson], adult, true, null],
    ["nothing, with a parent alone of somebody of age", [own, parent], adult, false, null],
    [
      "nothing, with a companion and a parent of somebody of age who is not here",
      [companion, parent],
      adult,
      false,
      null,
    ],
    ["nothing, with a guest", [own, guest], minor, false, null],
    ["all of it, with a guest, where nobody is named", [own, guest], null, true, null],
    ["all of it, with a parent, where nobody is named", [parent], null, true, null],
    ["nothing, with staff who may see nothing", [own, stranger], minor, false, null],
    ["its own agreements, with a school without consent", [own, school], minor, false, "skole"],
    ["the same with two of that school", [school, school], minor, false, "skole"],
    ["nothing, with two schools: neither may see the other's", [school, otherSchool], minor, false, null],
    ["nothing, with a school and somebody who may see nothing", [school, stranger], minor, false, null],
    ["nothing, with a school and a guest", [school, guest], minor, false, null],
  ])("is %s", (_, attendees, named, all, agreementsOf) => {
    expect(seenByAll(attendees, named)).toMatchObject({ all, agreementsOf });
    expect(seenByAll([...attendees].reverse(), named)).toMatchObject({
      all,
      agreementsOf,
    });
  });

  it("names those on whose account something is held back, and no one else", () => {
    expect(seenByAll([own, stranger, companion, guest], minor).hindered).toEqual([stranger, guest]);
    expect(seenByAll([own, companion], minor).hindered).toEqual([]);
  });
});

const whole: WholeItem = {
  number: 3,
  count: 6,
  who: "S.T.",
  openedAt: "2026-11-21T08:00:00.000Z",
  minutes: 20,
  spentSeconds: 4,
  words: "Jeg vil arbejde med træ.",
  question: "Hvem tager over?",
  options: ["Et praktiksted"],
  agreements: [
    {
      number: 1,
      text: "Ringer",
      department: "Voksen",
      departmentId: "voksen",
      byYoungPerson: false,
      dueOn: null,
      said: "yes",
    },
    {
      number: 2,
      text: "Skriver",
      department: "Skolen",
      departmentId: "skole",
      byYoungPerson: false,
      dueOn: null,
      said: null,
    },
  ],
};

describe("an item on the big screen", () => {
  it("stands whole when all may see it", () => {
    const shown = narrowed(whole, seenByAll([own], minor));
    expect(shown).toMatchObject({
      who: "S.T.",
      words: whole.words,
      question: whole.question,
      options: whole.options,
    });
    expect(shown.agreements.map(({ number }) => number)).toEqual([1, 2]);
    expect(JSON.stringify(shown)).not.toContain("departmentId");
    expect(fieldsHidden(whole, shown)).toBe(0);
  });

  it("is a number and a time when they may not, the same as of an item in which nothing stands", () => {
    const bare = {
      ...whole,
      who: null,
      words: "",
      question: "",
      options: [],
      agreements: [],
    };
    const hidden = seenByAll([own, guest], minor);
    expect(narrowed(whole, hidden)).toEqual(narrowed(bare, hidden));
    expect(narrowed(whole, hidden)).toEqual(bare);
    expect(fieldsHidden(whole, narrowed(whole, hidden))).toBe(5);
    expect(fieldsHidden(bare, narrowed(bare, hidden))).toBe(0);
  });

  it("keeps a school's own agreements, and the chair is told that others are held back", () => {
    const shown = narrowed(whole, seenByAll([school], minor));
    expect(shown).toMatchObject({
      who: null,
      words: "",
      question: "",
      options: [],
    });
    expect(shown.agreements.map(({ number }) => number)).toEqual([2]);
    expect(fieldsHidden(whole, shown)).toBe(5);
  });
});
