import { useSyncExternalStore } from "react";
import type { Unproven } from "#http/proof.server.ts";

/** A form that waits until whoever sent it has proved anew who they are: then the same form goes, with the same key. */
export type AskedProof = {
  key: string;
  /** Why the last proof did not do. */
  said: Unproven | null;
  again: (proof: Record<string, string>) => void;
  drop: () => void;
};

let asked: AskedProof | null = null;
const listeners = new Set<() => void>();

function set(next: AskedProof | null) {
  asked = next;
  for (const listener of listeners) listener();
}

/** Asks for a proof; one form waits at a time. */
export function askProof(next: AskedProof): void {
  if (asked && asked.key !== next.key) asked.drop();
  set(next);
}

export function settleProof(key: string): void {
  if (asked?.key === key) set(null);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useAskedProof = (): AskedProof | null =>
  useSyncExternalStore(
    subscribe,
    () => asked,
    () => null,
  );
