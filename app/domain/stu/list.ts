import type { CourseState, DeadlineCode, RubricDimension } from "#db/vocabulary.ts";
import type { Absence } from "../absence/rules.ts";
import { addMonths } from "../calendar.ts";
import { type Deadline, isPast } from "./deadlines.ts";
import type { CourseFilters } from "./list-filters.ts";

/** A deadline of a course in the list; its rule stands once for all. */
export type ListedDeadline = Omit<Deadline, "rule"> & {
  /** Its day follows from what stands elsewhere. */
  derived: boolean;
  /** Of what was written of it; 0 when nothing was. */
  version: number;
};

/** A course that is followed and has not ended, as the list has it. */
export type ListedCourse = {
  id: string;
  version: number;
  name: string;
  providerId: string | null;
  memberId: string | null;
  /** When that member is away today, and who covers. */
  away: Absence | null;
  state: CourseState;
  year: number | null;
  note: string;
  levels: { about: RubricDimension; level: number | null }[];
  /** By day. */
  deadlines: ListedDeadline[];
};

/** A row of the list: a course, and the deadline that it stands there for. */
export type ListRow = { course: ListedCourse; deadline: ListedDeadline | null };

export type ListGroup = {
  key: string;
  /** Null for those whose day is over, whatever the deadline. */
  code: DeadlineCode | null;
  /** The day that all of them share, or the month in which each has its own. */
  due: { day: string } | { month: string } | null;
  rows: ListRow[];
  held: number;
  planned: number;
  missing: number;
};

/** How far ahead deadlines are gathered. */
const MONTHS_AHEAD = 12;
/** So many on one day stand together; fewer are gathered by month. */
const TOGETHER = 3;

export const OVER = "over";

const folded = (text: string) => text.trim().toLocaleLowerCase("da");

/** Somebody goes with them, or covers for who does. */
export const isMine = (
  { memberId, away }: { memberId: string | null; away: Pick<Absence, "coveredById"> | null },
  staffId: string | null,
): boolean => staffId !== null && (memberId === staffId || away?.coveredById === staffId);

/** Those that the filters and the name leave. */
export const fitting = (
  courses: readonly ListedCourse[],
  { mine, providerId, year }: CourseFilters,
  staffId: string | null,
  name = "",
): ListedCourse[] =>
  courses.filter(
    (one) =>
      (!mine || isMine(one, staffId)) &&
      (providerId === null || one.providerId === providerId) &&
      (year === null || one.year === year) &&
      folded(one.name).includes(folded(name)),
  );

/** The rows in the order of the page: in groups, or all in one. */
export const inOrder = (courses: readonly ListedCourse[], by: CourseFilters["by"], today: string): ListGroup[] =>
  by === "person"
    ? [{ key: "all", code: null, due: null, rows: byPerson(courses), held: 0, planned: 0, missing: 0 }]
    : groupsOf(courses, today);

/** How many run, of each year; and how many have not begun. */
export function countsOf(courses: readonly ListedCourse[]) {
  const running = courses.filter(({ year }) => year !== null);
  const of = (wanted: number) => running.filter(({ year }) => year === wanted).length;
  const years = [of(1), of(2), of(3)] as const;
  return {
    running: running.length,
    years,
    later: running.length - years[0] - years[1] - years[2],
    ahead: courses.length - running.length,
  };
}

const STANDS = ["missing", "planned", "held"];
const dayOf = ({ deadline }: ListRow) => deadline?.dueOn ?? "9999";
const byDay = (one: ListRow, other: ListRow) => (dayOf(one) < dayOf(other) ? -1 : dayOf(one) > dayOf(other) ? 1 : 0);
/** What is missing comes first, and what was held last. */
const byStand = (one: ListRow, other: ListRow) =>
  STANDS.indexOf(one.deadline?.stand ?? "") - STANDS.indexOf(other.deadline?.stand ?? "") || byDay(one, other);

/** Each course with what it must keep next, the nearest day first. */
export const byPerson = (courses: readonly ListedCourse[]): ListRow[] =>
  courses
    .map((course) => ({ course, deadline: course.deadlines.find(({ stand }) => stand !== "held") ?? null }))
    .sort(byDay);

/** The deadlines in groups: first those whose day is over, then the same thing due on the same day, or in the same month. */
export function groupsOf(courses: readonly ListedCourse[], today: string): ListGroup[] {
  const all = courses.flatMap((course) => course.deadlines.map((deadline) => ({ course, deadline })));
  const over = all.filter(({ deadline }) => isPast(deadline, today)).sort(byDay);
  const last = addMonths(today, MONTHS_AHEAD);
  const ahead = all.filter(({ deadline: { dueOn } }) => dueOn >= today && dueOn <= last);
  const shared = gathered(ahead, ({ deadline: { code, dueOn } }) => `${code}.${dueOn}`);
  const alone = [...shared.values()].filter((rows) => rows.length < TOGETHER).flat();
  const months = gathered(alone, ({ deadline: { code, dueOn } }) => `${code}.${dueOn.slice(0, 7)}`);
  const groups = [...shared, ...months]
    .filter(([key, rows]) => months.has(key) || rows.length >= TOGETHER)
    .map(([key, rows]) => group(key, rows))
    .filter(({ missing, planned }) => missing + planned > 0)
    .sort((one, other) => (nearest(one) < nearest(other) ? -1 : 1));
  return over.length > 0 ? [{ ...group(OVER, over), code: null, due: null }, ...groups] : groups;
}

type Row = ListRow & { deadline: ListedDeadline };

function gathered(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

function group(key: string, rows: Row[]): ListGroup {
  const count = (wanted: string) => rows.filter(({ deadline: { stand } }) => stand === wanted).length;
  const [code = "", due = ""] = key.split(".");
  return {
    key,
    code: code as DeadlineCode,
    due: due.length === 7 ? { month: due } : { day: due },
    rows: key === OVER ? rows : [...rows].sort(byStand),
    held: count("held"),
    planned: count("planned"),
    missing: count("missing"),
  };
}

/** The first day of a group on which something is still to be held; empty when nothing is. */
export const firstOpen = ({ rows }: ListGroup): string =>
  rows.flatMap(({ deadline }) => (deadline && deadline.stand !== "held" ? [deadline.dueOn] : [])).sort()[0] ?? "";

/** By the first of its days, and then by name, so that the order is one. */
const nearest = ({ rows, key }: ListGroup) => `${[...rows].sort(byDay)[0]?.deadline?.dueOn} ${key}`;

/** So many deadlines of one kind fall on one day, and the group of the list in which they stand. */
export type DeadlineDay = { code: DeadlineCode; day: string; group: string; n: number };

/** What is still to be held, by kind and day, from today on: nobody's name. */
export function deadlineDays(courses: readonly ListedCourse[], today: string): DeadlineDay[] {
  const days = new Map<string, DeadlineDay>();
  for (const { key: group, code, rows } of groupsOf(courses, today))
    for (const { deadline } of rows) {
      if (code === null || deadline === null || deadline.stand === "held") continue;
      const key = `${code}.${deadline.dueOn}`;
      const known = days.get(key) ?? { code, day: deadline.dueOn, group, n: 0 };
      days.set(key, { ...known, n: known.n + 1 });
    }
  return [...days.values()].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}
