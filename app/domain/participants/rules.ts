import type { ParticipantKind, Presence } from "#db/vocabulary.ts";

export type Seat = { participantKind: ParticipantKind; presence: Presence | null };

/** In the room or on video. */
export const isHere = ({ presence }: Pick<Seat, "presence">) => presence === "room" || presence === "video";

/** The roll call is made when nobody invited is left open; people without a sign-in are only set when they come. */
export const isRollCalled = (seats: readonly Seat[]) =>
  seats.some((seat) => seat.participantKind === "staff" && seat.presence !== null) &&
  seats.every((seat) => seat.participantKind !== "staff" || seat.presence !== null);

/** The young person themselves is set as present. */
export const isYoungPersonHere = (seats: readonly Seat[]) =>
  seats.some((seat) => seat.participantKind === "young_person" && isHere(seat));

/** Sand: the young person and their family. */
export const isOwnSide = ({ participantKind }: Pick<Seat, "participantKind">) =>
  participantKind === "young_person" || participantKind === "parent" || participantKind === "companion";

/** Somebody sits there for the one who is missing. */
export const placeIsTaken = (
  seats: readonly { standsInForId: string | null; presence: Presence | null }[],
  { staffId }: { staffId: string | null },
) => staffId !== null && seats.some((seat) => seat.standsInForId === staffId && isHere(seat));
