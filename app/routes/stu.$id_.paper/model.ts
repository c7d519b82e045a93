import { createContext, useContext } from "react";
import type { ResourcePaperShown } from "#domain/resource-paper/queries.server.ts";
import type { PaperTextRow, PaperVersionRow, ResourcePaperRow } from "#domain/resource-paper/views.server.ts";
import type { PeopleInForum } from "#domain/staff/reference.server.ts";
import type { CourseRow, CourseRows } from "#domain/stu/views.server.ts";
import { useFrame } from "#frame/frame.ts";
import { dayWords } from "#words/days.ts";

type AnyRow = CourseRows | PaperTextRow | PaperVersionRow;

/** What stands in the topic of a course: the course with what stands about it, and what is written in its paper. */
export function rowsIn(all: readonly AnyRow[]) {
  const texts = all.filter((row): row is PaperTextRow => row.kind === "paper-text");
  const versions = all
    .filter((row): row is PaperVersionRow => row.kind === "paper-version")
    .sort((one, other) => other.number - one.number);
  const rows = all.filter((row): row is CourseRows => row.kind !== "paper-text" && row.kind !== "paper-version");
  return { rows, written: { texts, versions }, course: rows.find((row): row is CourseRow => row.kind === "course") };
}

export type PaperPage = ResourcePaperShown & {
  paper: ResourcePaperRow | null;
  texts: PaperTextRow[];
  /** The newest first. */
  versions: PaperVersionRow[];
  people: PeopleInForum;
  /** Who else writes in which part now. */
  writers: Record<string, string>;
  write: (field: string) => void;
};

const Page = createContext<PaperPage | null>(null);
export const PaperProvider = Page.Provider;

export function usePaper(): PaperPage {
  const page = useContext(Page);
  if (!page) throw new Error("No paper");
  return page;
}

export function useDays() {
  const { language } = useFrame();
  return dayWords(language, usePaper().today);
}

export function useNames() {
  const { people } = usePaper();
  return (staffId: string | null) => people.staff.find(({ id }) => id === staffId)?.name ?? "";
}
