import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { type LapseReason, lapseReasons } from "#db/vocabulary.ts";
import { may, type Verdict } from "../access/decide.server.ts";
import { age } from "../ages.ts";
import { codesOn } from "../codes/queries.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { invalid, missing, refusedBecause } from "../errors.ts";
import type { EventKind } from "../events.ts";
import { openHandoverOf } from "../guides/handover-find.server.ts";
import { input, listed, rowId, seenVersion, someText, word } from "../input.server.ts";
import { formerly, revise } from "../revise.server.ts";
import { personTopic } from "../topics.ts";
import { typedDay } from "../typed-day.server.ts";
import { type Case, caseWith, comingItemsOf, lastCaseOf, openActionsOf } from "./find.server.ts";
import { lapseAll, standAgain } from "./lapse.server.ts";
import { openCase } from "./open.server.ts";
import { AGED_OUT, type CaseFacts, type CaseStep, takenBackUntil, takeStep } from "./rules.ts";
import { tellGoingAndCoordinators } from "./tell.server.ts";
import { caseView } from "./views.server.ts";

const { coordinationCase, youngPerson } = tables;

type Seen = { id: string; version: number };
const shape = { id: rowId, version: seenVersion };

async function mayStep({ db, actor, now, today, input: { id } }: At<{ id: string }>): Promise<Verdict> {
  const row = await caseWith(db, id);
  return row ? may(db, { actor, now, today }, "person:case", row.youngPersonId) : { no: "missing" };
}

async function factsOf({ db, today }: Work<unknown>, row: Case): Promise<CaseFacts> {
  const { youngPersonId } = row;
  const [person] = await db
    .select({ bornOn: youngPerson.bornOn })
    .from(youngPerson)
    .where(eq(youngPerson.id, youngPersonId));
  const items = await comingItemsOf(db, youngPersonId);
  return {
    // What is written before a case is accepted is asked for where it is written; what has been held is told by the item.
    ...{ nominated: false, advised: false, screened: false, held: false },
    ...{ pause: row.pause, resumeOn: row.resumeOn, exit: row.exit, today },
    age: age(person?.bornOn ?? today, today),
    openAgreements: (await openActionsOf(db, youngPersonId)).length,
    comingItems: items.length,
    openItem: items.some(({ state }) => state === "open"),
    openHandover: (await openHandoverOf(db, youngPersonId)) !== undefined,
  };
}

type Set = Partial<Pick<Case, "exit" | "pause" | "resumeOn" | "endedAt">>;
/** In which field the reason of a "no" stands; any other is said as a sentence. */
const FIELDS: Partial<Record<string, string>> = {
  gone: "resumeOn",
  "case-no-pause": "pause",
  "case-no-exit": "exit",
  "case-not-thirty": "exit",
};

/** Takes a step of the case as it was seen. @throws Declined with the reason when it leads nowhere from here */
async function step(work: Work<Seen>, taken: CaseStep, kind: EventKind, set: Set = {}): Promise<Case> {
  const { db, input, by, today, record, touch } = work;
  const row = await caseWith(db, input.id);
  if (!row) throw missing();
  const led = takeStep(row.state, taken, { ...(await factsOf(work, { ...row, ...set })) });
  // Whoever saw another state is shown what stands.
  const seen = { id: input.id, version: input.version };
  if ("problem" in led && row.version === input.version) {
    const field = FIELDS[led.problem];
    throw field ? invalid(field, led.problem) : refusedBecause(led.problem);
  }
  const state = "to" in led ? led.to : row.state;
  const next = await revise(db, coordinationCase, seen, { state, sinceOn: today, ...set }, by);
  record({ kind, youngPersonId: row.youngPersonId, facts: { case: row.id, from: row.state, to: state } });
  touch(personTopic(row.youngPersonId), caseView, row.id);
  await tellGoingAndCoordinators(work, row.youngPersonId);
  return next;
}

/** @throws Declined `invalid` at the field when the list has no such code that day */
async function listedIn({ db, today }: Work<unknown>, list: string, field: string, code: string): Promise<void> {
  if (!(await codesOn(db, list, today)).some((one) => one.code === code)) throw invalid(field, "choose");
}

const notPaused = { pause: "", resumeOn: null };

/** Nothing happens for a time, and somebody takes it up again on a day. Agreements stand as they are. */
export const pauseCase = command("pause-case", {
  input: input({ ...shape, pause: listed, resumeOn: someText(40) }),
  allow: mayStep,
  async run(work) {
    const { pause, resumeOn } = work.input;
    await listedIn(work, "case_pause", "pause", pause);
    await step(work, "pause", "case-paused", { pause, resumeOn: typedDay("resumeOn", resumeOn, work.today) });
  },
});

export const resumeCase = command("resume-case", {
  input: input(shape),
  allow: mayStep,
  async run(work) {
    await step(work, "resume", "case-resumed", notPaused);
  },
});

/** The young person is where they should be: what is left is brought to an end. */
export const beginClosing = command("begin-closing", {
  input: input({ ...shape, exit: listed }),
  allow: mayStep,
  async run(work) {
    const { exit } = work.input;
    await listedIn(work, "case_exit", "exit", exit);
    await step(work, "begin-closing", "case-closing", { exit, ...notPaused });
  },
});

export const undoClosing = command("undo-closing", {
  input: input(shape),
  allow: mayStep,
  async run(work) {
    await step(work, "undo-closing", "case-closing-undone", { exit: "" });
  },
});

/** Ends a case in which nothing is open any more. */
export const closeCase = command("close-case", {
  input: input(shape),
  allow: mayStep,
  async run(work) {
    const row = await caseWith(work.db, work.input.id);
    const { youngPersonId } = await step(work, row?.exit === AGED_OUT ? "age-out" : "close", "case-closed", {
      endedAt: work.now,
    });
    ended(work, youngPersonId);
    return { youngPersonId };
  },
});

const STEP_OF = { moved: "move", deceased: "die", withdrawn: "withdraw" } as const satisfies Record<
  LapseReason,
  CaseStep
>;

/** The young person has moved, is dead, or does not want it any more: what was agreed lapses in the same step. */
export const endCase = command("end-case", {
  input: input({ ...shape, because: word(lapseReasons) }),
  allow: mayStep,
  async run(work) {
    const { because } = work.input;
    const { youngPersonId } = await step(work, STEP_OF[because], "case-ended", { endedAt: work.now, ...notPaused });
    await lapseAll(work, youngPersonId, because);
    ended(work, youngPersonId);
    return { youngPersonId };
  },
});

/** Who writes in the plan is asked anew: all who have it open load it again. */
function ended({ reload, rights }: Work<unknown>, youngPersonId: string): void {
  reload(personTopic(youngPersonId));
  rights();
}

/** A wrong press: within ten minutes the case stands as it stood, and with it what lapsed. */
export const takeBackEnd = command("take-back-end", {
  input: input(shape),
  allow: mayStep,
  async run(work) {
    const { db, input, now, today, by, record, touch } = work;
    const row = await caseWith(db, input.id);
    if (!row) throw missing();
    const { youngPersonId, endedAt } = row;
    const last = await lastCaseOf(db, youngPersonId);
    if (endedAt === null || last?.id !== row.id || takenBackUntil(row, now) === null)
      throw refusedBecause("case-too-late");
    const former = (await formerly(db, coordinationCase, row))?.row;
    const { state, pause, resumeOn, exit, sinceOn } = former ?? { ...row, state: "active" as const, sinceOn: today };
    await revise(db, coordinationCase, input, { state, pause, resumeOn, exit, sinceOn, endedAt: null }, by);
    await standAgain(work, youngPersonId, endedAt);
    record({ kind: "case-end-taken-back", youngPersonId, facts: { case: row.id, from: row.state, to: state } });
    touch(personTopic(youngPersonId), caseView, row.id);
    await tellGoingAndCoordinators(work, youngPersonId);
    ended(work, youngPersonId);
    return { youngPersonId };
  },
});

/** The young person needs it again: another case begins, and what ended stays as it ended. */
export const reopenCase = command("reopen-case", {
  input: input(shape),
  allow: mayStep,
  async run(work) {
    const { db, input } = work;
    const row = await caseWith(db, input.id);
    const last = row && (await lastCaseOf(db, row.youngPersonId));
    if (!row || !last) throw missing();
    const led = takeStep(last.state, "reopen", await factsOf(work, last));
    if ("problem" in led) throw refusedBecause(led.problem);
    const id = await openCase(work, row.youngPersonId);
    await tellGoingAndCoordinators(work, row.youngPersonId);
    ended(work, row.youngPersonId);
    return { id, youngPersonId: row.youngPersonId };
  },
});
