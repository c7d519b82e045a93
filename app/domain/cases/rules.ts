import type { CaseState } from "#db/vocabulary.ts";

/** What a case is begun, held up and ended by; the words of the forms are another matter. */
export const caseSteps = [
  ...(["screen", "reject", "accept", "begin", "pause", "resume"] as const),
  ...(["begin-closing", "undo-closing", "close", "age-out"] as const),
  ...(["withdraw", "move", "die", "reopen"] as const),
] as const;
export type CaseStep = (typeof caseSteps)[number];

/** What the guards ask of. */
export type CaseFacts = {
  /** The nomination is written, and so is what was found about it. */
  nominated: boolean;
  advised: boolean;
  screened: boolean;
  /** An item about the young person has been held. */
  held: boolean;
  pause: string;
  resumeOn: string | null;
  /** The code of how it ends. */
  exit: string;
  age: number;
  /** Agreements that are promised and not done, handed over and accepted, or withdrawn. */
  openAgreements: number;
  /** Items that stand on a coming agenda. */
  comingItems: number;
  /** An item about the young person is open in a room now. */
  openItem: boolean;
  /** Somebody is asked to take the young person over and has not answered. */
  openHandover: boolean;
  today: string;
};

/** Why a step cannot be taken: a code of the problems on the screens. */
export type CaseProblem =
  | "case-not-from-here"
  | "case-not-written"
  | "case-nothing-held"
  | "case-no-pause"
  | "gone"
  | "case-no-exit"
  | "case-not-thirty"
  | "case-open-agreements"
  | "case-coming-items"
  | "case-item-open"
  | "case-open-handover";

/** Youth rules end at 30 (domain.md 3.4). */
export const ENDS_AT_AGE = 30;
/** The way out by age is a state of its own. */
export const AGED_OUT = "aged_out";

type Guard = (facts: CaseFacts) => CaseProblem | null;
const guard =
  (holds: (facts: CaseFacts) => boolean, problem: CaseProblem): Guard =>
  (facts) =>
    holds(facts) ? null : problem;

const noneOpen = guard(({ openAgreements }) => openAgreements === 0, "case-open-agreements");
const noneComing = guard(({ comingItems }) => comingItems === 0, "case-coming-items");
const noneWaits = guard(({ openHandover }) => !openHandover, "case-open-handover");
const notInTheRoom = guard(({ openItem }) => !openItem, "case-item-open");
const oldEnough = guard(({ exit, age }) => exit !== AGED_OUT || age >= ENDS_AT_AGE, "case-not-thirty");

type Transition = { from: readonly CaseState[]; to: CaseState; guards: readonly Guard[] };

export const OPEN_CASES: readonly CaseState[] = ["nominated", "screening", "accepted", "active", "paused", "closing"];
const ENDED_CASES: readonly CaseState[] = ["closed", "rejected", "withdrawn", "moved", "aged_out", "deceased"];

/** Every way from one state to another, and what must hold (domain.md 4.2). */
const TRANSITIONS: Record<CaseStep, Transition> = {
  screen: {
    from: ["nominated"],
    to: "screening",
    guards: [guard(({ nominated }) => nominated, "case-not-written")],
  },
  reject: {
    from: ["nominated", "screening"],
    to: "rejected",
    guards: [guard(({ advised }) => advised, "case-not-written")],
  },
  accept: {
    from: ["screening"],
    to: "accepted",
    guards: [guard(({ screened }) => screened, "case-not-written")],
  },
  begin: { from: ["accepted"], to: "active", guards: [guard(({ held }) => held, "case-nothing-held")] },
  pause: {
    from: ["active"],
    to: "paused",
    guards: [
      guard(({ pause }) => pause !== "", "case-no-pause"),
      guard(({ resumeOn, today }) => resumeOn !== null && resumeOn > today, "gone"),
    ],
  },
  resume: { from: ["paused"], to: "active", guards: [] },
  "begin-closing": {
    from: ["active", "paused"],
    to: "closing",
    guards: [guard(({ exit }) => exit !== "", "case-no-exit"), oldEnough],
  },
  "undo-closing": { from: ["closing"], to: "active", guards: [] },
  close: {
    from: ["closing"],
    to: "closed",
    guards: [guard(({ exit }) => exit !== "" && exit !== AGED_OUT, "case-no-exit"), noneOpen, noneComing, noneWaits],
  },
  "age-out": {
    from: ["closing"],
    to: "aged_out",
    guards: [guard(({ exit }) => exit === AGED_OUT, "case-no-exit"), oldEnough, noneOpen, noneComing, noneWaits],
  },
  withdraw: { from: OPEN_CASES, to: "withdrawn", guards: [notInTheRoom] },
  move: { from: OPEN_CASES, to: "moved", guards: [notInTheRoom, noneWaits] },
  die: { from: OPEN_CASES, to: "deceased", guards: [notInTheRoom] },
  // What ended stays as it ended: another case begins.
  reopen: { from: ENDED_CASES, to: "accepted", guards: [] },
};

export const isEndedCase = ({ state }: { state: CaseState }): boolean => ENDED_CASES.includes(state);

/** Whether a step leads on from this state, whatever its guards say. */
export const leadsFrom = (state: CaseState, step: CaseStep): boolean => TRANSITIONS[step].from.includes(state);

/** Where a step leads, or the first reason why it cannot be taken. */
export function takeStep(
  state: CaseState,
  step: CaseStep,
  facts: CaseFacts,
): { to: CaseState } | { problem: CaseProblem } {
  if (!leadsFrom(state, step)) return { problem: "case-not-from-here" };
  const { to, guards } = TRANSITIONS[step];
  for (const asks of guards) {
    const problem = asks(facts);
    if (problem) return { problem };
  }
  return { to };
}

/** A wrong press on an end can be taken back for so long. */
const TAKE_BACK_MINUTES = 10;

/** Until when an end can be taken back; null when that is over, or when nothing ended. */
export function takenBackUntil({ endedAt }: { endedAt: string | null }, now: string): string | null {
  if (endedAt === null) return null;
  const until = new Date(Date.parse(endedAt) + TAKE_BACK_MINUTES * 60_000).toISOString();
  return now < until ? until : null;
}
