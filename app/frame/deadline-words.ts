import type { Language } from "#db/vocabulary.ts";
import { daysBetween } from "#domain/days.ts";
import type { Deadline } from "#domain/stu/deadlines.ts";
import { dayWords } from "#words/days.ts";
import type { Words } from "#words/words.ts";

/** A deadline of a course in words: its name, from what it was counted, and how many days are left. */
export function deadlineWords({ stuCourse: t }: Words, language: Language, today: string) {
  const days = dayWords(language, today);
  return {
    nameOf: ({ code, number, rule }: Deadline) => (rule.repeats ? t.nth(t.deadlines[code], number) : t.deadlines[code]),
    why: ({ rule, number, countedFrom }: Deadline) => {
      const anchor = rule.repeats && number > 1 ? "last_time" : rule.anchor;
      const counted = t.because({ anchor, day: days.inLaw(countedFrom), months: rule.months, days: rule.days });
      return `${counted} ${t.origins[rule.origin](rule.source)}`;
    },
    left: ({ dueOn }: Deadline) => t.left(daysBetween(today, dueOn)),
  };
}
