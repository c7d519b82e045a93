import type { BasisGap, ParticipantKind, Presence } from "#db/vocabulary.ts";
import { isHere } from "../participants/rules.ts";

/** An organisation that is invited to an item, and what it may hear there. */
export type Side = {
  departmentId: string;
  /** Has a basis for the item itself; the three facts for a school are none. */
  shares: boolean;
  /** Life areas that its basis speaks of; null: all. */
  covers: readonly string[] | null;
  /** When that ends by itself; null: with the item. */
  endsAt: string | null;
};

export type SeatOfSide = { id: string; staffId: string | null; departmentId: string | null; presence: Presence | null };

/** What was done about somebody who sat there without a basis. */
export type Settled = { participantId: string; how: BasisGap };

const sharesAt = ({ shares, endsAt }: Side, now: string) => shares && (endsAt === null || endsAt > now);

/** The areas that both a basis and the consent it leans on speak of; null: all. */
export function covered(basis: readonly string[] | null, consent: readonly string[] | null): readonly string[] | null {
  if (basis === null) return consent;
  return consent === null ? basis : basis.filter((area) => consent.includes(area));
}

/** Organisations invited to an item that get nothing of it, for want of a basis. */
export const without = (sides: readonly Side[], now: string): string[] =>
  sides.filter((side) => !sharesAt(side, now)).map(({ departmentId }) => departmentId);

/** Staff who sit there while their organisation has no basis: by seat, whatever was done about it. */
export function gapsAmong<S extends SeatOfSide>(seats: readonly S[], sides: readonly Side[], now: string): S[] {
  const lacks = without(sides, now);
  return seats.filter((seat) => seat.staffId && isHere(seat) && lacks.includes(seat.departmentId ?? ""));
}

/** What stands about whom an item is about; null where it names nobody. */
export type Named = { adult: boolean } | null;

/** Whether somebody without a sign-in may hear an item: guests hear of nobody, parents of an adult only beside them. */
export function hearsWithout(participantKind: ParticipantKind, named: Named, youngPersonHere: boolean): boolean {
  switch (participantKind) {
    case "staff":
      return false;
    case "young_person":
    case "companion":
    case "interpreter":
      return true;
    case "parent":
      return !named?.adult || youngPersonHere;
    case "guest":
      return named === null;
  }
}

/** What is not to be spoken of while some are there: some areas, all of it, or who it is about. */
export type Unsaid = {
  departmentIds: string[];
  /** Seats of those without a sign-in who may hear nothing of it. */
  seatIds: string[];
  what: "all" | "name" | string[];
};

/**
 * What may not be said in front of those present, organisations with the same limits together. Whoever left hears nothing; with an
 * item taken without a name it is the name alone.
 * @param seats those present, or, before an item, those who are expected.
 */
export function unsaid(
  areas: readonly string[],
  named: Named,
  seats: readonly (Pick<SeatOfSide, "id" | "departmentId"> & { participantKind: ParticipantKind })[],
  sides: readonly Side[],
  settled: readonly Settled[],
  now: string,
): Unsaid[] {
  const done = new Map(settled.map(({ participantId, how }) => [participantId, how]));
  const found = new Map<string, Unsaid>();
  for (const side of sides) {
    const theirs = seats.filter(
      ({ id, departmentId }) => departmentId === side.departmentId && done.get(id) !== "left",
    );
    if (theirs.length === 0) continue;
    const unnamed = theirs.every(({ id }) => done.get(id) === "unnamed");
    const what = limitsOf(areas, side, unnamed, now);
    if (what.length === 0) continue;
    const key = String(what);
    const same = found.get(key);
    if (same) same.departmentIds.push(side.departmentId);
    else found.set(key, { departmentIds: [side.departmentId], seatIds: [], what });
  }
  const youngPersonHere = seats.some(({ participantKind }) => participantKind === "young_person");
  const strangers = seats.filter(
    ({ participantKind: kind }) => kind !== "staff" && !hearsWithout(kind, named, youngPersonHere),
  );
  if (strangers.length > 0) {
    const { departmentIds } = found.get("all") ?? { departmentIds: [] };
    found.set("all", { departmentIds, seatIds: strangers.map(({ id }) => id), what: "all" });
  }
  return [...found.values()];
}

function limitsOf(areas: readonly string[], side: Side, unnamed: boolean, now: string): Unsaid["what"] {
  if (!sharesAt(side, now)) return unnamed ? "name" : "all";
  const { covers } = side;
  return covers === null ? [] : areas.filter((area) => !covers.includes(area));
}
