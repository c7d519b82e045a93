import { describe, expect, test } from "vitest";
import { type ItemFacts, isFinished, missing } from "#domain/agenda/finished.ts";

const complete: ItemFacts = {
  kind: "person",
  state: "handled",
  rollCalled: true,
  heard: true,
  agreements: 1,
  noAgreementReason: null,
  informStaffId: "guide",
  informOn: "2026-11-23",
  nextKind: "meeting",
  nextOn: null,
  nextMeetingId: "next",
};
const nothing: ItemFacts = {
  ...complete,
  rollCalled: false,
  heard: false,
  agreements: 0,
  informStaffId: null,
  informOn: null,
  nextKind: null,
  nextMeetingId: null,
};

describe("an item is finished", () => {
  test("when it was handled and nothing is missing", () => {
    expect(missing(complete)).toEqual([]);
    expect(isFinished(complete)).toBe(true);
  });

  test("not while it is open or planned", () => {
    for (const state of ["open", "planned"] as const) expect(isFinished({ ...complete, state })).toBe(false);
  });

  test("not because it was handled: what is missing is named in the order of the board", () => {
    expect(missing(nothing)).toEqual(["roll-call", "heard", "agreement", "informs", "next"]);
    expect(isFinished(nothing)).toBe(false);
  });

  test.each([
    ["roll-call", { rollCalled: false }],
    ["heard", { heard: false }],
    ["agreement", { agreements: 0 }],
    ["agreement", { agreements: 0, noAgreementReason: " " }],
    ["informs", { informStaffId: null }],
    ["informs", { informOn: null }],
    ["next", { nextKind: null }],
    ["next", { nextMeetingId: null }],
    ["next", { nextKind: "outside", nextOn: null }],
  ] as const)("it lacks %s with %o", (what, facts) => {
    expect(missing({ ...complete, ...facts })).toEqual([what]);
    expect(isFinished({ ...complete, ...facts })).toBe(false);
  });

  test("without anybody heard or told, where nobody is named", () => {
    expect(missing({ ...nothing, kind: "unnamed" })).toEqual(["roll-call", "agreement", "next"]);
    const taken: ItemFacts = { ...nothing, kind: "unnamed", rollCalled: true, agreements: 1, nextKind: "over" };
    expect(isFinished(taken)).toBe(true);
  });

  test("without an agreement when the reason is given", () => {
    expect(isFinished({ ...complete, agreements: 0, noAgreementReason: "Den unge vil tænke sig om" })).toBe(true);
  });

  test("when it is followed up outside by a day, or over in the forum", () => {
    expect(missing({ ...complete, nextKind: "outside", nextOn: "2026-12-05", nextMeetingId: null })).toEqual([]);
    expect(missing({ ...complete, nextKind: "over", nextMeetingId: null })).toEqual([]);
  });

  test("when it is a common item or a pause that was held: they need nothing", () => {
    for (const kind of ["common", "pause"] as const) {
      expect(missing({ ...nothing, kind })).toEqual([]);
      expect(isFinished({ ...nothing, kind })).toBe(true);
      expect(isFinished({ ...nothing, kind, state: "planned" })).toBe(false);
    }
  });

  test("never when it was postponed or not reached, though nothing is asked of it here", () => {
    for (const state of ["postponed", "not_reached"] as const) {
      expect(missing({ ...nothing, state })).toEqual([]);
      expect(isFinished({ ...complete, state })).toBe(false);
    }
  });
});
