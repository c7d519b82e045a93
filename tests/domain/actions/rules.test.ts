import { describe, expect, test } from "vitest";
import { actionStates } from "#db/vocabulary.ts";
import {
  type ActionFacts,
  asksAgain,
  canAccept,
  canChange,
  canDecline,
  canFinish,
  isOpen,
  isOverdue,
  needsAnswer,
  nextStates,
  tooMany,
} from "#domain/actions/rules.ts";

const anAgreement = (said: Partial<ActionFacts> = {}): ActionFacts => ({
  state: "agreed",
  dueOn: "2026-12-05",
  byYoungPerson: false,
  blockedReason: null,
  ...said,
});
const holdsFor = (rule: (action: ActionFacts) => boolean, said: Partial<ActionFacts> = {}) =>
  actionStates.filter((state) => rule(anAgreement({ ...said, state })));

describe("an agreement", () => {
  test("is over its day from the day after", () => {
    expect(isOverdue(anAgreement(), "2026-12-05")).toBe(false);
    expect(isOverdue(anAgreement(), "2026-12-06")).toBe(true);
    expect(isOverdue(anAgreement({ dueOn: null }), "2026-12-06")).toBe(false);
  });

  test("is over its day only once promised, and while it is not settled", () => {
    expect(holdsFor((action) => isOverdue(action, "2027-01-01"))).toEqual(["agreed", "in_progress"]);
  });

  test("that is stuck with a reason is still over its day", () => {
    expect(isOverdue(anAgreement({ blockedReason: "venteliste" }), "2026-12-06")).toBe(true);
  });

  test("of the young person is never overdue and no department is asked about it", () => {
    expect(holdsFor((action) => isOverdue(action, "2027-01-01"), { byYoungPerson: true })).toEqual([]);
    for (const rule of [needsAnswer, canAccept, canDecline])
      expect(holdsFor(rule, { byYoungPerson: true })).toEqual([]);
  });

  test("waits for a yes or a no only while it is proposed", () => {
    for (const rule of [needsAnswer, canAccept, canDecline]) expect(holdsFor(rule)).toEqual(["proposed"]);
  });

  test("can be changed and settled until it is settled", () => {
    for (const rule of [isOpen, canChange]) expect(holdsFor(rule)).toEqual(["proposed", "agreed", "in_progress"]);
    expect(holdsFor(canFinish)).toEqual(["proposed", "agreed", "in_progress", "handed_over"]);
  });

  test("passes through the states of the forum and no others", () => {
    expect(nextStates("proposed")).toEqual(["agreed", "done", "not_done", "cancelled"]);
    expect(nextStates("agreed")).toEqual(["proposed", "in_progress", "done", "not_done", "cancelled", "handed_over"]);
    expect(nextStates("in_progress")).toEqual(["proposed", "done", "not_done", "cancelled", "handed_over"]);
  });

  test("that is withdrawn stays so; handed over it is ended by whoever took it; done and not done can be taken back", () => {
    expect(nextStates("cancelled")).toEqual([]);
    expect(nextStates("handed_over")).toEqual(["done", "not_done"]);
    expect(nextStates("done")).toEqual(["in_progress"]);
    expect(nextStates("not_done")).toEqual(["in_progress"]);
  });

  test("can be settled exactly where the states say so", () => {
    for (const state of actionStates) {
      expect(canFinish({ state })).toBe(nextStates(state).includes("done") && nextStates(state).includes("not_done"));
      expect(isOpen({ state })).toBe(nextStates(state).includes("cancelled"));
    }
  });

  test("asks again when its day, department or owner changes, and not otherwise", () => {
    const terms = { dueOn: "2026-12-05", departmentId: "voksen", ownerId: "konsulent 1" };
    expect(asksAgain(terms, { ...terms })).toBe(false);
    expect(asksAgain(terms, { ...terms, dueOn: "2026-12-06" })).toBe(true);
    expect(asksAgain(terms, { ...terms, departmentId: "ppr" })).toBe(true);
    expect(asksAgain(terms, { ...terms, ownerId: "konsulent 2" })).toBe(true);
  });

  test("more than five of them are a hint", () => {
    expect([4, 5, 6].map(tooMany)).toEqual([false, false, true]);
  });
});
