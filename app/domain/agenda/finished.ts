import type { Slot } from "#domain/agenda/slots.ts";

export type ItemFacts = Pick<Slot, "kind" | "state"> & {
  rollCalled: boolean;
  /** Heard, or why not: both are answers. */
  heard: boolean;
  agreements: number;
  noAgreementReason: string | null;
  informStaffId: string | null;
  informOn: string | null;
  nextKind: "meeting" | "outside" | "over" | null;
  nextOn: string | null;
  nextMeetingId: string | null;
};

export type Missing = "roll-call" | "heard" | "agreement" | "informs" | "next";

/** Of a question without a name nobody is heard or told. */
const OF_UNNAMED: readonly Missing[] = ["roll-call", "agreement", "next"];

/** What an item about a young person, named or not, still lacks, in the order of the board; one that left the meeting lacks nothing here. */
export function missing(item: ItemFacts): Missing[] {
  const unnamed = item.kind === "unnamed";
  if (!(unnamed || item.kind === "person") || item.state === "postponed" || item.state === "not_reached") return [];
  const has: Record<Missing, boolean> = {
    "roll-call": item.rollCalled,
    heard: item.heard,
    agreement: item.agreements > 0 || Boolean(item.noAgreementReason?.trim()),
    informs: Boolean(item.informStaffId && item.informOn),
    next: knowsWhatNext(item),
  };
  return (Object.keys(has) as Missing[]).filter((fact) => !has[fact] && (!unnamed || OF_UNNAMED.includes(fact)));
}

/** *Færdig*: handled in the room, and nothing missing. Never stored. */
export function isFinished(item: ItemFacts): boolean {
  return item.state === "handled" && missing(item).length === 0;
}

function knowsWhatNext({ nextKind, nextMeetingId, nextOn }: ItemFacts): boolean {
  if (nextKind === "meeting") return Boolean(nextMeetingId);
  if (nextKind === "outside") return Boolean(nextOn);
  return nextKind === "over";
}
