import type {
  ActionState,
  HeardWay,
  ItemState,
  NextKind,
  ParagraphKind,
  ParticipantKind,
  PostponeReason,
  YouthAnswer,
} from "#db/vocabulary.ts";
import type { Missing } from "#domain/agenda/finished.ts";
import type { UpperClass } from "#domain/minutes/classes.ts";

/** Somebody at the roll call of an item. */
export type Seated = {
  id: string;
  participantKind: ParticipantKind;
  name: string;
  title: string;
  organisation: string;
  video: boolean;
  standsInFor: string | null;
};

export type Paragraph = { id: string; version: number; text: string };

/** A text that not everybody in the item may read. */
export type UpperParagraph = Paragraph & {
  paragraphKind: ParagraphKind;
  textClass: UpperClass;
  readers: { id: string; name: string }[];
};

export type Agreed = {
  id: string;
  number: number;
  text: string;
  departmentId: string | null;
  department: string;
  owner: string;
  dueOn: string | null;
  state: ActionState;
  declined: boolean;
  byYoungPerson: boolean;
  youthAnswer: YouthAnswer;
  youthWords: string;
};

/** One item of the minutes, by name, as somebody who may see the item reads it. What was not to be discussed is not in it. */
export type ItemMinutes = {
  id: string;
  about: "person" | "common" | "unnamed";
  state: Exclude<ItemState, "planned">;
  postponeReason: PostponeReason | null;
  youngPerson: { name: string; initials: string } | null;
  question: string;
  openedAt: string | null;
  handledAt: string | null;
  here: Seated[];
  away: Seated[];
  /** Left the item for a conflict of interest. */
  out: string[];
  voice: { how: HeardWay; words: string; tries: string; heardBy: string; heardOn: string | null } | null;
  options: { id: string; text: string; agreed: boolean }[];
  discussion: Paragraph | null;
  dissents: Paragraph[];
  remarks: Paragraph[];
  /** Above the shared class, as far as the reader may read it. */
  upper: UpperParagraph[];
  agreements: Agreed[];
  noAgreementReason: string | null;
  informs: { name: string; on: string | null } | null;
  /** `on`: the day it is followed up, or the day of the meeting it goes on at. */
  next: { kind: NextKind; on: string | null } | null;
  /** What it still owes, and what was handed in to it: told to those who may still write in it. */
  edits: boolean;
  lacks: Missing[];
  handedIn: (Paragraph & { by: string })[];
};

/** An item that left the meeting has no minutes, only where it went. */
export const wasTaken = ({ state }: Pick<ItemMinutes, "state">): boolean => state === "handled" || state === "open";
