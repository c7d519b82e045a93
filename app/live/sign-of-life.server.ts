import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { carryOut } from "#domain/command.server.ts";
import { newId } from "#domain/ids.server.ts";
import { isRowId } from "#domain/input.server.ts";
import { stillHere } from "#domain/signin/commands.server.ts";
import { SEEN_EVERY_MS } from "#domain/signin/rules.ts";
import { meetingTopic } from "#domain/topics.ts";
import type { SignOfLife } from "./protocol.ts";
import type { LiveSocket } from "./sockets.server.ts";

/** The session is locked or over: the screen is told which, and the socket is closed. */
export function turnOut(socket: LiveSocket, why: "locked" | "over"): void {
  socket.emit("signedOut", why);
  socket.disconnect(true);
}

const boardOf = (sign: SignOfLife) => ("board" in sign ? sign.board : null);

/** At most one a minute, of somebody signed in; of a board that nobody touches only one that is watched here counts. */
export function countsAsHere({ data }: LiveSocket, sign: SignOfLife): string | null {
  if (data.actor.kind !== "staff" || performance.now() - data.seenAt < SEEN_EVERY_MS) return null;
  const board = boardOf(sign);
  // Whoever is in some items only watches no topic of the meeting.
  const watches =
    board === null || [...data.watching].some((topic) => topic === meetingTopic(board) || topic.startsWith("item:"));
  // A line that has just come back says it before it watches again: what was answered last stands.
  return watches ? "oneself" : null;
}

/** A sign of life: the session goes on from here, or is over. */
export async function hear(socket: LiveSocket, sign: SignOfLife, answer: (counts: boolean) => void): Promise<void> {
  const { data } = socket;
  data.seenAt = performance.now();
  const told = await carryOut(stillHere, { board: boardOf(sign) ?? "" }, asker(data.actor, now(), "live"), newId());
  if (!told.ok) throw new Error(told.no);
  if (told.answer === "locked" || told.answer === "over") turnOut(socket, told.answer);
  else answer(told.answer === "here");
}

/** Says which of the two it is, and nothing else. */
export function isSignOfLife(sign: unknown): sign is SignOfLife {
  const { touched, board, ...rest } = (sign ?? {}) as { touched?: unknown; board?: unknown };
  if (Object.keys(rest).length > 0) return false;
  return board === undefined ? touched === true : touched === undefined && typeof board === "string" && isRowId(board);
}
