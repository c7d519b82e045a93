import type { Language } from "#db/vocabulary.ts";
import { daysBetween } from "#domain/days.ts";
import type { Deadline, DeadlineRule } from "#domain/stu/deadlines.ts";
import type { ListGroup } from "#domain/stu/list.ts";
import { metByOther } from "#domain/stu/met-elsewhere.ts";
import { dayWords } from "#words/days.ts";
import type { Words } from "#words/words.ts";

type Told = Pick<Deadline, "code" | "number" | "dueOn" | "countedFrom">;

/** What a deadline is called; of one that comes again which time it is. */
export const deadlineName = (
  { stuCourse: t }: Words,
  { code, number }: Omit<Told, "dueOn" | "countedFrom">,
  repeats = false,
) => (repeats ? t.nth(t.deadlines[code], number) : t.deadlines[code]);

type Standing = Pick<Deadline, "code" | "stand" | "dueOn" | "plannedOn" | "heldOn">;

/** How a deadline stands. @param dayOf a day in words */
export function standWord({ stuCourse: { stands: t } }: Words, deadline: Standing, dayOf: (day: string) => string) {
  const { code, stand, dueOn, plannedOn, heldOn } = deadline;
  if (stand === "missing") return t.missing;
  if (stand === "planned") return t.planned(dayOf(plannedOn ?? dueOn));
  const isMet = metByOther.some((one) => one === code);
  return (isMet ? t.met : t.held)(dayOf(heldOn ?? dueOn));
}

/** The rule that a deadline brings along. */
export const ownRule = ({ rule }: Deadline): DeadlineRule => rule;

/** A deadline of a course in words: its name, from what it was counted, and how many days are left. */
export function deadlineWords<D extends Told>(
  words: Words,
  language: Language,
  today: string,
  ruleOf: (deadline: D) => DeadlineRule | undefined,
) {
  const { stuCourse: t } = words;
  const days = dayWords(language, today);
  return {
    nameOf: (deadline: D) => deadlineName(words, deadline, ruleOf(deadline)?.repeats),
    why(deadline: D) {
      const rule = ruleOf(deadline);
      if (!rule) return "";
      const anchor = rule.repeats && deadline.number > 1 ? "last_time" : rule.anchor;
      const day = days.inLaw(deadline.countedFrom);
      return `${t.because({ anchor, day, months: rule.months, days: rule.days })} ${t.origins[rule.origin](rule.source)}`;
    },
    left: ({ dueOn }: D) => t.left(daysBetween(today, dueOn)),
  };
}

/** What a group of the list is called: the deadline, and the day or the month in which all of it is due. @param dayOf a day in words */
export function groupTitle(
  { stu, stuCourse: t }: Words,
  language: Language,
  { code, due, rows }: Pick<ListGroup, "code" | "due"> & { rows: { length: number } },
  dayOf: (day: string) => string,
): string {
  if (code === null || due === null) return stu.over(rows.length);
  const name = t.deadlines[code];
  if ("day" in due) return stu.group(name, dayOf(due.day));
  const month = new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" });
  return stu.groupOfMonth(name, month.format(new Date(`${due.month}-15T12:00:00Z`)));
}
