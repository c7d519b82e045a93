import { clarifiedAbouts, considerations } from "#db/vocabulary.ts";
import { modelMeetingsOn, newestFirst, standingOn } from "./rules.ts";
import type { TransitionRows } from "./views.server.ts";

const KINDS: readonly string[] = [
  "transition",
  "transition-check",
  "clarification",
  "transition-meeting",
] satisfies TransitionRows["kind"][];

/** Of the rows of a plan, those about the way to 18. */
export const isOfTransition = <R extends { kind: string }>(row: R): row is Extract<R, TransitionRows> =>
  KINDS.includes(row.kind);

const ofKind = <K extends TransitionRows["kind"]>(rows: readonly TransitionRows[], kind: K) =>
  rows.filter((row): row is Extract<TransitionRows, { kind: K }> => row.kind === kind);

/** How somebody stands on the way to 18, from the rows that were written. */
export function standingOf({ rows, bornOn }: { rows: readonly TransitionRows[]; bornOn: string }, today: string) {
  const checks = ofKind(rows, "transition-check");
  const meetings = ofKind(rows, "transition-meeting");
  const graded = ofKind(rows, "clarification");
  const [law] = ofKind(rows, "transition");
  return {
    law,
    covered: law?.covered ?? "not_judged",
    checks: considerations.map((consideration) => {
      const row = checks.find((one) => one.consideration === consideration);
      return { consideration, state: row?.state ?? ("not_begun" as const), row };
    }),
    meetings: modelMeetingsOn(bornOn, meetings, today).map((one) => ({
      ...one,
      row: meetings.find(({ model }) => model === one.model),
    })),
    levels: clarifiedAbouts.map((about) => ({ about, level: standingOn(graded, about, today)?.level ?? 0 })),
    graded: [...graded].sort(newestFirst),
  };
}
export type Standing = ReturnType<typeof standingOf>;
