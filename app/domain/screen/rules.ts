import type { ActionState } from "#db/vocabulary.ts";

/** A room's computer is offered a code for so long; then it gets another one. */
export const OFFER_MS = 10 * 60_000;

/** Options that stand on the big screen; the agreements get the room. */
export const MOST_OPTIONS = 4;

/** Until when the code of an offer can be typed. */
export const offerEnds = (offeredAt: string): string => new Date(Date.parse(offeredAt) + OFFER_MS).toISOString();

/** The code as it is typed, with spaces or without: six digits, or null. */
export function codeOf(typed: string): string | null {
  const digits = typed.replace(/[\s.-]/g, "");
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** `482 913` */
export const spacedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/** What became of an agreement, in the one word that the room sees; null where there is nothing to say. */
export type Said = "yes" | "waits" | "no" | "in_progress" | "done" | "not_done" | "handed_over" | null;

type Answered = { state: ActionState; declineReason: string | null; byYoungPerson: boolean };

/** The reason of a no stays off the screen; what the young person does themselves waits for nobody's yes. */
export function saidOf({ state, declineReason, byYoungPerson }: Answered): Said {
  if (state === "proposed") return byYoungPerson ? null : declineReason === null ? "waits" : "no";
  if (state === "agreed") return byYoungPerson ? null : "yes";
  return state === "cancelled" ? null : state;
}
