import { useSyncExternalStore } from "react";
import type { Sent } from "#http/door.server.ts";

/** Texts that were sent and did not come through; each waits in its own field until the net is back. */
const waiting = new Set<string>();
const listeners = new Set<() => void>();

function changed() {
  for (const listener of listeners) listener();
}

/** @param id the key of the form, so that the same text sent again counts once. */
export function addWaiting(id: string): void {
  waiting.add(id);
  changed();
}

export function doneWaiting(id: string): void {
  if (waiting.delete(id)) changed();
}

const leftBehind = new Map<string, (sent: Sent) => void>();

/** What is to be done when an answer comes to a form that is no longer on the page. */
export function whenAnswered(key: string, then: (sent: Sent) => void): void {
  leftBehind.set(key, then);
}

export function settle(answer: unknown): void {
  const sent = answer as Sent;
  leftBehind.get(sent.key)?.(sent);
  leftBehind.delete(sent.key);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How many texts wait for the net. */
export const useWaiting = (): number =>
  useSyncExternalStore(
    subscribe,
    () => waiting.size,
    () => 0,
  );
