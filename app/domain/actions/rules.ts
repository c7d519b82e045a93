import type { ActionState } from "#db/vocabulary.ts";

export type ActionFacts = {
  state: ActionState;
  dueOn: string | null;
  byYoungPerson: boolean;
  blockedReason: string | null;
};

/** What an owner department said yes to. */
export type ActionTerms = { dueOn: string | null; departmentId: string | null; ownerId: string | null };

const NEXT: Record<ActionState, readonly ActionState[]> = {
  // Done without a yes: who did it has answered. Back to proposed: a changed promise is asked again.
  proposed: ["agreed", "done", "not_done", "cancelled"],
  agreed: ["proposed", "in_progress", "done", "not_done", "cancelled", "handed_over"],
  in_progress: ["proposed", "done", "not_done", "cancelled", "handed_over"],
  // A wrong press can be taken back.
  done: ["in_progress"],
  not_done: ["in_progress"],
  cancelled: [],
  // Whoever took it over says what became of it.
  handed_over: ["done", "not_done"],
};

export function nextStates(state: ActionState): readonly ActionState[] {
  return NEXT[state];
}

export const OPEN_ACTIONS: readonly ActionState[] = ["proposed", "agreed", "in_progress"];

export function isOpen({ state }: Pick<ActionFacts, "state">): boolean {
  return OPEN_ACTIONS.includes(state);
}

/** Only a promise can be late: what nobody said yes to waits for its answer, and a young person is never overdue. */
export function isOverdue(action: Pick<ActionFacts, "state" | "dueOn" | "byYoungPerson">, today: string): boolean {
  const promised = action.state === "agreed" || action.state === "in_progress";
  return promised && !action.byYoungPerson && action.dueOn !== null && action.dueOn < today;
}

/** What the forum advised whoever brought a question without a name: nobody promised it. */
export const isAdvice = ({ departmentId, byYoungPerson }: { departmentId: string | null; byYoungPerson: boolean }) =>
  departmentId === null && !byYoungPerson;

/** The department is to say yes or no; for what the young person does, no department is asked. */
export function needsAnswer({ state, byYoungPerson }: Pick<ActionFacts, "state" | "byYoungPerson">): boolean {
  return state === "proposed" && !byYoungPerson;
}

export function canAccept(action: Pick<ActionFacts, "state" | "byYoungPerson">): boolean {
  return needsAnswer(action);
}

export function canDecline(action: Pick<ActionFacts, "state" | "byYoungPerson">): boolean {
  return needsAnswer(action);
}

/** Done or not done can be said of it. */
export function canFinish(action: Pick<ActionFacts, "state">): boolean {
  return isOpen(action) || action.state === "handed_over";
}

/** Another department can be asked to take it over: a promise that a department has given. */
export function canHandOver(
  action: Pick<ActionFacts, "state" | "byYoungPerson"> & Pick<ActionTerms, "departmentId">,
): boolean {
  return isOpen(action) && !action.byYoungPerson && action.departmentId !== null;
}

/** Its sentence, day and owner can be changed. */
export function canChange(action: Pick<ActionFacts, "state">): boolean {
  return isOpen(action);
}

/** A promise holds for its day and its owner: when one of them changes, the department is asked again. */
export function asksAgain(before: ActionTerms, after: ActionTerms): boolean {
  return before.dueOn !== after.dueOn || before.departmentId !== after.departmentId || before.ownerId !== after.ownerId;
}

/** More than five agreements in one item: a hint, never a stop. */
export function tooMany(count: number): boolean {
  return count > 5;
}
