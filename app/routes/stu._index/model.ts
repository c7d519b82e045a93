import { createContext, useContext } from "react";
import { daysBetween } from "#domain/days.ts";
import type { DeadlineRule } from "#domain/stu/deadlines.ts";
import type { CourseList } from "#domain/stu/list.server.ts";
import type { ListedDeadline, ListGroup, ListRow } from "#domain/stu/list.ts";
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

/** Deadlines in words: their name, how long is left, from what they were counted. */
export function useDeadlineWords() {
  const { stu, stuCourse: t } = useWords();
  const { rules, today } = useList();
  const { language } = useFrame();
  const days = useDays();
  const ruleOf = (code: string): DeadlineRule | undefined => rules.find((rule) => rule.code === code);
  const monthOf = (month: string) =>
    new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" }).format(
      new Date(`${month}-15T12:00:00Z`),
    );
  return {
    nameOf: ({ code, number }: ListedDeadline) =>
      ruleOf(code)?.repeats ? t.nth(t.deadlines[code], number) : t.deadlines[code],
    left: ({ dueOn }: ListedDeadline) => t.left(daysBetween(today, dueOn)),
    why({ code, number, countedFrom }: ListedDeadline) {
      const rule = ruleOf(code);
      if (!rule) return "";
      const anchor = rule.repeats && number > 1 ? "last_time" : rule.anchor;
      const counted = t.because({ anchor, day: days.inLaw(countedFrom), months: rule.months, days: rule.days });
      return `${counted} ${t.origins[rule.origin](rule.source)}`;
    },
    titleOf({ code, due, rows }: ListGroup) {
      if (code === null || due === null) return stu.over(rows.length);
      const name = t.deadlines[code];
      return "day" in due ? stu.group(name, days.short(due.day)) : stu.groupOfMonth(name, monthOf(due.month));
    },
  };
}
