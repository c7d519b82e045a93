import type { ResourcePaperPart } from "#db/vocabulary.ts";
import type { Kept } from "../stu/deadlines.ts";

/** The days of a resource paper, from which its state follows. */
export type PaperDays = { begunOn: string; draftOn: string | null; finalOn: string | null };
export type PaperState = "begun" | "draft" | "final";

/** How a paper stands; only days that have come are written down. */
export const paperState = ({ draftOn, finalOn }: PaperDays): PaperState =>
  finalOn ? "final" : draftOn ? "draft" : "begun";

/** What the paper itself says of the two deadlines about it (STU-loven; domain.md 5.3): nobody writes those days twice. */
export const keptByPaper = ({ begunOn, finalOn }: PaperDays): Kept[] => [
  { code: "resource_paper_started", number: 1, plannedOn: null, heldOn: begunOn },
  { code: "resource_paper_final", number: 1, plannedOn: null, heldOn: finalOn },
];

type Problem = { field: keyof PaperDays; problem: "not-in-course" | "paper-days-swapped" };

/** The first thing that is wrong with the days; null when nothing is. @param startOn of the course */
export function paperDaysProblem(days: PaperDays, startOn: string | null): Problem | null {
  const { begunOn, draftOn, finalOn } = days;
  if (startOn === null || begunOn < startOn) return { field: "begunOn", problem: "not-in-course" };
  if (draftOn && draftOn < begunOn) return { field: "draftOn", problem: "paper-days-swapped" };
  if (finalOn && finalOn < (draftOn ?? begunOn)) return { field: "finalOn", problem: "paper-days-swapped" };
  return null;
}

/** Said by the young person, and marked as theirs wherever it stands. */
export const isOwnVoice = (part: ResourcePaperPart): boolean => part === "own_words";

type Seen = { version: number };

/** How far the texts have come: it grows with each writing, so that nobody seals what they have not seen. */
export const writtenSoFar = (texts: readonly Seen[]): number => texts.reduce((sum, { version }) => sum + version, 0);

/** The text with what was proposed under it; what it says already is not said twice. */
export function takenOver(text: string, proposed: readonly string[]): string {
  const more = proposed.filter((line) => !text.includes(line));
  return [text, more.join("\n")].filter(Boolean).join("\n\n");
}
