import type { MeetingState, RoomState } from "#db/vocabulary.ts";

/** Minutes of a pause that nobody gave a length. */
export const PAUSE_MINUTES = 10;

/** Working days until the young person has been told what was agreed (policy: domain.md 4.7, T+2). */
export const TELL_WITHIN_DAYS = 2;

/** The board is live: the pointer moves, and everybody's screen follows. */
export const isRunning = ({ state }: { state: MeetingState }) => state === "running";

/** Nothing of a person stands on anybody's screen but what they look up themselves. */
export const isEmptyRoom = (room: RoomState) => room !== "item";
