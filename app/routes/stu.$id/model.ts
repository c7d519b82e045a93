import { createContext, useContext } from "react";
import type { PeopleInForum } from "#domain/staff/reference.server.ts";
import type { CourseShown } from "#domain/stu/course-queries.server.ts";
import type { CourseStanding } from "#domain/stu/standing.ts";
import type { CourseRow, CourseRows } from "#domain/stu/views.server.ts";
import { deadlineWords, ownRule } from "#frame/deadline-words.ts";
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
export const useDeadlineWords = () => deadlineWords(useWords(), useFrame().language, useCourse().today, ownRule);

/** A course that goes on has a resource paper, begun or not; one that has ended may have had it. */
export const hasResourcePaper = ({ resourcePaper, state }: CourseStanding) =>
  resourcePaper !== null || state === "running" || state === "interrupted" || state === "phase_out";
