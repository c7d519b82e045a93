import { once } from "#db/once.server.ts";
import type { Change, Topic } from "./topics.ts";

/** What a commit means for those who watch. */
export type Outcome = {
  changes: Change[];
  /** Topics whose watchers are told to load anew. */
  reload: Topic[];
  /** Topics that everybody leaves at once; who still may can come back. */
  evict: Topic[];
  /** Whether somebody's rights may have changed: then all are asked again before the next send. */
  rights: boolean;
};

const listeners = once("changes", () => new Set<(outcome: Outcome) => void>());

/** The outcomes of commits, in the order of the commits, before anybody is answered. */
export function onOutcome(listener: (outcome: Outcome) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function publish(outcome: Outcome): void {
  for (const listener of listeners) listener(outcome);
}
