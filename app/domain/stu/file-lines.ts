import { type CourseEnding, courseEndings } from "#db/vocabulary.ts";

/** The columns of a file of courses, as they stand in its head; in any order. */
export const COURSE_COLUMNS = [
  ...(["cpr", "fornavn", "efternavn", "født", "sted", "linje", "indstillet", "bevilget"] as const),
  ...(["start", "planlagt slut", "timer", "slut", "afslutning"] as const),
] as const;
export type CourseColumn = (typeof COURSE_COLUMNS)[number];
/** Those that a file of ours has. */
export const WRITTEN_COLUMNS = COURSE_COLUMNS.filter((one): one is Exclude<CourseColumn, "cpr"> => one !== "cpr");
export const MAY_LACK: readonly CourseColumn[] = [
  ...(["cpr", "født", "linje", "indstillet", "timer", "slut", "afslutning"] as const),
];

const ENDINGS: Record<CourseEnding, string> = {
  completed: "gennemført",
  dropped_out_positive: "positivt frafald",
  dropped_out_negative: "negativt frafald",
  transferred_municipality: "flyttet kommune",
};

export const writtenEnding = (ending: CourseEnding | null): string => (ending ? ENDINGS[ending] : "");

export const ENDING_WORDS = Object.values(ENDINGS);

/** How a course ended, as it is written in a file. */
export const readEnding = (text: string): CourseEnding | undefined =>
  courseEndings.find((one) => ENDINGS[one] === text.toLocaleLowerCase("da"));
