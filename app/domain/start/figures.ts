import type { ActionState } from "#db/vocabulary.ts";
import { LEAST_COUNTED } from "../numbers/small-cells.ts";

/** From how many agreements a department's share is shown: fewer would tell of single cases (domain.md 4.6). */
export const LEAST_SHOWN = 10;

/** How many, or null while there are fewer than may be told; none at all is no other answer than one. */
export const counted = (n: number): number | null => (n < LEAST_COUNTED ? null : n);

export type Promised = { departmentId: string; state: ActionState; dueOn: string; endedOn: string | null };
export type OnTime = { departmentId: string; due: number; onTime: number };

/** Of what each department promised by a day that has passed, how much was done by that day; only where there is enough of it. */
export function doneOnTime(promises: readonly Promised[], today: string): OnTime[] {
  const counts = new Map<string, OnTime>();
  for (const { departmentId, state, dueOn, endedOn } of promises) {
    const kept = state === "done" || state === "not_done" || state === "agreed" || state === "in_progress";
    if (dueOn >= today || !kept) continue;
    const known = counts.get(departmentId) ?? { departmentId, due: 0, onTime: 0 };
    known.due += 1;
    if (state === "done" && endedOn !== null && endedOn <= dueOn) known.onTime += 1;
    counts.set(departmentId, known);
  }
  return [...counts.values()].filter(({ due }) => due >= LEAST_SHOWN);
}
