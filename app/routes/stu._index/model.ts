import { createContext, useContext } from "react";
import type { CourseList } from "#domain/stu/list.server.ts";
import type { ListedDeadline, ListGroup, ListRow } from "#domain/stu/list.ts";
import { deadlineWords, groupTitle } from "#frame/deadline-words.ts";
import { useFrame } from "#frame/frame.ts";
import { usePeople } from "#frame/people.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

/** What of a row stands open to be written. */
export type Open = { row: string; what: "day" | "note" } | null;

export type ListPage = CourseList & {
  open: Open;
  setOpen: (open: Open) => void;
  /** What is typed of a note and not saved: the row may come to stand elsewhere meanwhile. */
  typedNote: { id: string; text: string } | null;
  setTypedNote: (typed: ListPage["typedNote"]) => void;
  /** The address with something more, for the page without JavaScript. */
  to: (more: Record<string, string>) => string;
};

const Page = createContext<ListPage | null>(null);
export const ListProvider = Page.Provider;

export function useList(): ListPage {
  const page = useContext(Page);
  if (!page) throw new Error("No list of courses");
  return page;
}

/** A row is known by its course and its deadline. */
export const keyOf = ({ course, deadline }: ListRow): string =>
  deadline ? `${course.id}.${deadline.code}.${deadline.number}` : course.id;

/** By person a course has one row, whatever it must keep next. */
export function useRowKey() {
  const { filters } = useList();
  return (row: ListRow): string => (filters.by === "person" ? row.course.id : keyOf(row));
}

export function useNames() {
  const { peopleEdition, providers } = useList();
  const { staff } = usePeople(peopleEdition);
  return {
    memberOf: (id: string | null) => staff.find((one) => one.id === id)?.name ?? "",
    placeOf: (id: string | null) => providers.find((one) => one.id === id)?.name ?? "",
  };
}

export function useDays() {
  const { language } = useFrame();
  return dayWords(language, useList().today);
}

/** Deadlines in words: their name, how long is left, from what they were counted; and their groups. */
export function useDeadlineWords() {
  const words = useWords();
  const { rules, today } = useList();
  const { language } = useFrame();
  const days = useDays();
  return {
    ...deadlineWords<ListedDeadline>(words, language, today, ({ code }) => rules.find((rule) => rule.code === code)),
    titleOf: (group: ListGroup) => groupTitle(words, language, group, days.short),
  };
}
