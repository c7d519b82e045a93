import type { TextClass } from "#db/vocabulary.ts";

/** The classes above the shared one that a text of the minutes can be given afterwards; live text is always the shared class. */
export const upperClasses = ["named_departments", "health", "criminal", "child_case"] as const satisfies TextClass[];
export type UpperClass = (typeof upperClasses)[number];

export const isUpper = (textClass: TextClass): textClass is UpperClass =>
  (upperClasses as readonly TextClass[]).includes(textClass);
