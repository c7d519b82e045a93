import type { DepartmentKey } from "../departments.ts";

/** What brings young people to the forum. Texts have slots: {navn}, {han}, {ham}, {hans}, {sted} and {om}. */
export type Theme = {
  ages: readonly [least: number, most: number];
  departments: readonly DepartmentKey[];
  questions: readonly string[];
  /** The young person's own words, as they were said or written. */
  words: readonly string[];
  /** A solution, and the sentence it becomes when it is agreed. */
  options: readonly (readonly [DepartmentKey, option: string, agreement: string])[];
  discussions: readonly string[];
};
