import { describe, expect, test } from "vitest";
import { type CaseState, caseStates } from "#db/vocabulary.ts";
import {
  type CaseFacts,
  type CaseProblem,
  type CaseStep,
  caseSteps,
  isEndedCase,
  leadsFrom,
  OPEN_CASES,
  takenBackUntil,
  takeStep,
} from "#domain/cases/rules.ts";

const TODAY = "2026-11-21";
/** Nothing stands against any step. */
const CLEAR: CaseFacts = {
  ...{ nominated: true, advised: true, screened: true, held: true },
  ...{ pause: "admission", resumeOn: "2027-03-01", exit: "stable_job", age: 31 },
  ...{ openAgreements: 0, comingItems: 0, openItem: false, openHandover: false, today: TODAY },
};
const AGED: CaseFacts = { ...CLEAR, exit: "aged_out" };

/** The whole machine, written down a second time: from which states each step leads, and where. */
const MACHINE: Record<CaseStep, [from: string, to: CaseState]> = {
  screen: ["nominated", "screening"],
  reject: ["nominated screening", "rejected"],
  accept: ["screening", "accepted"],
  begin: ["accepted", "active"],
  pause: ["active", "paused"],
  resume: ["paused", "active"],
  "begin-closing": ["active paused", "closing"],
  "undo-closing": ["closing", "active"],
  close: ["closing", "closed"],
  "age-out": ["closing", "aged_out"],
  withdraw: ["nominated screening accepted active paused closing", "withdrawn"],
  move: ["nominated screening accepted active paused closing", "moved"],
  die: ["nominated screening accepted active paused closing", "deceased"],
  reopen: ["closed rejected withdrawn moved aged_out deceased", "accepted"],
};

const pairs = caseSteps.flatMap((step) => caseStates.map((state) => ({ step, state })));

test.each(pairs)("$step from $state is allowed or refused as the machine says", ({ step, state }) => {
  const [from, to] = MACHINE[step];
  const allowed = from.split(" ").includes(state);
  const led = takeStep(state, step, step === "age-out" ? AGED : CLEAR);
  expect(led).toEqual(allowed ? { to } : { problem: "case-not-from-here" });
  expect(leadsFrom(state, step)).toBe(allowed);
});

test("every state is either open or ended", () => {
  for (const state of caseStates) expect(isEndedCase({ state })).toBe(!OPEN_CASES.includes(state));
});

describe("each guard refuses with its own reason", () => {
  const cases: [CaseStep, CaseState, Partial<CaseFacts>, CaseProblem][] = [
    ["screen", "nominated", { nominated: false }, "case-not-written"],
    ["reject", "screening", { advised: false }, "case-not-written"],
    ["accept", "screening", { screened: false }, "case-not-written"],
    ["begin", "accepted", { held: false }, "case-nothing-held"],
    ["pause", "active", { pause: "" }, "case-no-pause"],
    ["pause", "active", { resumeOn: null }, "gone"],
    ["pause", "active", { resumeOn: TODAY }, "gone"],
    ["begin-closing", "active", { exit: "" }, "case-no-exit"],
    ["begin-closing", "active", { exit: "aged_out", age: 29 }, "case-not-thirty"],
    ["close", "closing", { exit: "" }, "case-no-exit"],
    ["close", "closing", { exit: "aged_out" }, "case-no-exit"],
    ["close", "closing", { openAgreements: 1 }, "case-open-agreements"],
    ["close", "closing", { comingItems: 1 }, "case-coming-items"],
    ["close", "closing", { openHandover: true }, "case-open-handover"],
    ["age-out", "closing", { exit: "aged_out", openHandover: true }, "case-open-handover"],
    ["move", "active", { openHandover: true }, "case-open-handover"],
    ["age-out", "closing", { exit: "stable_job" }, "case-no-exit"],
    ["age-out", "closing", { exit: "aged_out", age: 29 }, "case-not-thirty"],
    ["age-out", "closing", { exit: "aged_out", openAgreements: 2 }, "case-open-agreements"],
    ["age-out", "closing", { exit: "aged_out", comingItems: 2 }, "case-coming-items"],
    ["withdraw", "active", { openItem: true }, "case-item-open"],
    ["move", "paused", { openItem: true }, "case-item-open"],
    ["die", "closing", { openItem: true }, "case-item-open"],
  ];
  test.each(cases)("%s from %s with %j", (step, state, facts, problem) => {
    expect(takeStep(state, step, { ...CLEAR, ...facts })).toEqual({ problem });
  });

  test("open agreements and items to come stand against no way out that lets them lapse", () => {
    for (const step of ["withdraw", "move", "die"] as const)
      expect(takeStep("active", step, { ...CLEAR, openAgreements: 3, comingItems: 2 })).toHaveProperty("to");
  });

  test("a pause ends tomorrow at the earliest", () => {
    expect(takeStep("active", "pause", { ...CLEAR, resumeOn: "2026-11-22" })).toEqual({ to: "paused" });
  });
});

describe("an end can be taken back", () => {
  const endedAt = "2026-11-21T09:00:00.000Z";
  test("for ten minutes, and not one millisecond longer", () => {
    expect(takenBackUntil({ endedAt }, "2026-11-21T09:09:59.999Z")).toBe("2026-11-21T09:10:00.000Z");
    expect(takenBackUntil({ endedAt }, "2026-11-21T09:10:00.000Z")).toBeNull();
  });
  test("only where something ended", () => {
    expect(takenBackUntil({ endedAt: null }, endedAt)).toBeNull();
  });
});
