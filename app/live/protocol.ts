import type { Change, Topic } from "#domain/topics.ts";

/** What the server says on the socket. */
export type FromServer = {
  /** First of all: the build that the server runs, and its clock. */
  hello: (hello: { build: string; now: string }) => void;
  /** One step of a topic that is watched. */
  change: (change: Change) => void;
  /** A watched topic stands at this seq: so that a lost last message shows too. */
  seq: (at: { topic: Topic; seq: number }) => void;
  /** A topic without rows, or one in which not all may read what changed: load anew. */
  reload: (topic: Topic) => void;
  /** The right to a topic has ended, or everybody left it: drop everything of it. */
  left: (topic: Topic) => void;
  /** Somebody in the topic is writing there; an empty field means no longer. */
  writing: (who: { topic: Topic; staffId: string; field: string }) => void;
  /** The server stops for a moment. */
  backSoon: () => void;
  /** The session is locked or over. */
  signedOut: (why: "locked" | "over") => void;
};

export type Watched = { seq: number } | { no: true };

/** Somebody touched the page, or nobody did and the board of a meeting stands there to be seen. */
export type SignOfLife = { touched: true } | { board: string };

/** What a browser may say; everything else closes the socket. */
export type FromBrowser = {
  watch: (topic: string, answer: (watched: Watched) => void) => void;
  unwatch: (topic: string) => void;
  writing: (at: { topic: string; field: string }) => void;
  /** Somebody is at the screen: the session is not idle. */
  here: (sign: SignOfLife, answer: (counts: boolean) => void) => void;
  /** Which of those around a meeting have a screen open; nobody, to whoever does not run it. */
  connected: (meetingId: string, answer: (staffIds: string[]) => void) => void;
};

/** Seconds between two tellings of a watched topic's seq. */
export const SEQ_EVERY_S = 5;
export const PING_EVERY_MS = 10_000;
export const PING_WAIT_MS = 8_000;
export const LARGEST_MESSAGE = 4096;
