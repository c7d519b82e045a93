import type { PlanPart, PlanVoice } from "#db/vocabulary.ts";

/** How many life areas each side may call the most important now: with more, nothing is. */
export const MOST_IMPORTANT = 3;

/** What is said of the young person as a whole, and not of a life area. */
export const wholeParts = ["wish", "direction"] as const satisfies PlanPart[];
/** What each department writes of a life area for itself. */
export const departmentParts = ["strengths", "challenges"] as const satisfies PlanPart[];

const isIn = (parts: readonly PlanPart[], part: PlanPart) => parts.includes(part);
export const isOfWhole = (part: PlanPart): boolean => isIn(wholeParts, part);
export const isOfDepartment = (part: PlanPart): boolean => isIn(departmentParts, part);
/** Said by the young person: it stands with whom it was said to, and when. */
export const isOwnWords = (part: PlanPart): boolean => part === "wish" || part === "own_words";

type Filled = { part: PlanPart; area: string; text: string };

/** The life areas that somebody has written in, in the order of the list. */
export function areasIn(
  codes: readonly { code: string }[],
  {
    texts,
    priorities,
    goals,
    efforts,
  }: {
    texts: readonly Filled[];
    priorities: readonly { area: string }[];
    goals: readonly { area: string }[];
    efforts: readonly { area: string }[];
  },
): string[] {
  const filled = new Set(
    [...texts.filter(({ text }) => text !== ""), ...priorities, ...goals, ...efforts].map(({ area }) => area),
  );
  const listed = codes.map(({ code }) => code);
  const others = [...filled].filter((area) => area !== "" && !listed.includes(area)).sort();
  return [...listed.filter((code) => filled.has(code)), ...others];
}

/** What somebody has promised, or when a meeting takes it up. */
type Dated = { on: string | null; byYoungPerson?: boolean };

/** How many stand under `Det sker nu`. */
const MOST_HAPPENING = 3;

/** The next that have a day: what others do, for what the young person does themselves is theirs to tell. */
export const happeningNext = <T extends Dated>(all: readonly T[], today: string): (T & { on: string })[] =>
  all
    .filter((one): one is T & { on: string } => one.on !== null && one.on >= today && !one.byYoungPerson)
    .sort((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))
    .slice(0, MOST_HAPPENING);

/** Whether one more life area may be called most important by that side. */
export const hasRoom = (priorities: readonly { voice: PlanVoice }[], voice: PlanVoice): boolean =>
  priorities.filter((one) => one.voice === voice).length < MOST_IMPORTANT;
