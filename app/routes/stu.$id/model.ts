import { createContext, useContext } from "react";
import { daysBetween } from "#domain/days.ts";
import type { PeopleInForum } from "#domain/staff/reference.server.ts";
import type { CourseShown } from "#domain/stu/course-queries.server.ts";
import type { Deadline } from "#domain/stu/deadlines.ts";
import type { CourseStanding } from "#domain/stu/standing.ts";
import type { CourseRow, CourseRows } from "#domain/stu/views.server.ts";
import { useFrame } from "#frame/frame.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

export type CoursePage = CourseShown & {
  row: CourseRow;
  rows: CourseRows[];
  standing: CourseStanding;
  people: PeopleInForum;
  /** Who else writes in which field now. */
  writers: Record<string, string>;
  write: (field: string) => void;
};

const Page = createContext<CoursePage | null>(null);
export const CourseProvider = Page.Provider;

export function useCourse(): CoursePage {
  const page = useContext(Page);
  if (!page) throw new Error("No course");
  return page;
}

export function useNames() {
  const { people, providers } = useCourse();
  return {
    nameOf: (staffId: string | null) => people.staff.find(({ id }) => id === staffId)?.name ?? "",
    providerOf: (providerId: string | null) => providers.find(({ id }) => id === providerId)?.name ?? "",
  };
}

export function useDays() {
  const { language } = useFrame();
  return dayWords(language, useCourse().today);
}

/** A deadline in words: its name, and from what it was counted. */
export function useDeadlineWords() {
  const { stuCourse: t } = useWords();
  const { today } = useCourse();
  const days = useDays();
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
