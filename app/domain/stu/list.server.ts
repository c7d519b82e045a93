import { and, gt, inArray, isNull, ne, or, type SQL } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { asked, mayAsStaff } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import { holdersOf } from "../people/find.server.ts";
import { type Look, query } from "../query.server.ts";
import { type SavedView, savedViewsOf } from "../saved/views.server.ts";
import { peopleEdition } from "../staff/reference.server.ts";
import { type DeadlineRule, rulesOn } from "./deadlines.ts";
import { courseLines } from "./export.server.ts";
import { deadlineRules } from "./find.server.ts";
import { type DeadlineDay, deadlineDays, fitting, inOrder, type ListedCourse, type ListGroup } from "./list.ts";
import type { CourseFilters } from "./list-filters.ts";
import { type CoursePerson, type Provider, peopleOfCourses, providersOf } from "./queries.server.ts";
import { courseStanding } from "./standing.ts";
import { type CourseRow, type CourseRows, courseRowsOf, type DeadlineRow } from "./views.server.ts";

const { staff, stuCourse } = tables;

export type CourseList = {
  /** By name. */
  courses: ListedCourse[];
  /** Those in force. */
  rules: DeadlineRule[];
  providers: Provider[];
  /** Who is on the team. */
  team: string[];
  /** Whether the asker is: only then is there something to write. */
  mayManage: boolean;
  /** And whether they may see how the work is shared out. */
  seesLoad: boolean;
  filters: CourseFilters;
  views: SavedView[];
  peopleEdition: string;
  today: string;
};

type Input = { filters: CourseFilters };

const mayList = ({ db, ...asking }: Pick<Look<Input>, "db" | "actor" | "now" | "today">) =>
  mayAsStaff(db, asking, "course:list");

const ofThose = (which: SQL | undefined, today: string) =>
  and(which, or(isNull(stuCourse.endedOn), gt(stuCourse.endedOn, today)), notRefused);

/**
 * What is known of every course that has not ended, and that the asker may see; with the whole register of rules.
 * Whoever takes numbers alone of it has seen nobody.
 */
export async function followedBy(look: Look<unknown>, { asNumbers = false } = {}) {
  const { db, today, saw } = look;
  const found = await db
    .select({ id: stuCourse.id, youngPersonId: stuCourse.youngPersonId })
    .from(stuCourse)
    .where(ofThose(scope("course:see"), today))
    .prepare()
    .execute(asked(look));
  if (!asNumbers) for (const { youngPersonId } of found) saw({ youngPersonId });
  return knownOf(look, found);
}

/** The same of all of them, for numbers alone: nothing of it goes out. */
export async function followedByAnybody(look: Look<unknown>) {
  const found = await look.db
    .select({ id: stuCourse.id, youngPersonId: stuCourse.youngPersonId })
    .from(stuCourse)
    .where(ofThose(undefined, look.today));
  return knownOf(look, found);
}

async function knownOf(look: Look<unknown>, found: { id: string; youngPersonId: string }[]) {
  const { db } = look;
  return {
    /** By name. */
    people: await peopleOfCourses(look, found),
    rows: await courseRowsOf(
      db,
      found.map(({ id }) => id),
    ),
    rules: await deadlineRules(db),
  };
}
export type Followed = Awaited<ReturnType<typeof followedBy>>;

async function listFor(look: Look<Input>): Promise<CourseList> {
  const { db, today, input, actor } = look;
  const { people, rows, rules } = await followedBy(look);
  const inForce = rulesOn(rules, today);
  return {
    courses: listed(rows, people, inForce, today),
    rules: inForce,
    providers: await providersOf(db),
    team: await holdersOf(db, "stu_team", today),
    mayManage: "by" in (await mayAsStaff(db, look, "stu:manage")),
    seesLoad: "by" in (await mayAsStaff(db, look, "stu:load")),
    filters: input.filters,
    views: await savedViewsOf(db, staffIdOf(actor), "stu"),
    peopleEdition: await peopleEdition(db, today),
    today,
  };
}

const notRefused = or(isNull(stuCourse.granted), ne(stuCourse.granted, false));

export function listed(
  rows: CourseRows[],
  people: CoursePerson[],
  rules: DeadlineRule[],
  today: string,
): ListedCourse[] {
  const courses = new Map<string, { row: CourseRow; own: CourseRows[] }>();
  for (const row of rows) if (row.kind === "course") courses.set(row.id, { row, own: [] });
  for (const row of rows) if (row.kind !== "course") courses.get(row.courseId)?.own.push(row);
  const ofPerson = new Map([...courses.values()].map((one) => [one.row.youngPersonId, one]));
  return people.flatMap((person) => {
    const known = ofPerson.get(person.id);
    if (!known) return [];
    const { row, own } = known;
    const { state, year, levels, deadlines, derived } = courseStanding(row, own, person, rules, today);
    const written = own.filter((one): one is DeadlineRow => one.kind === "deadline");
    return {
      ...{ id: row.id, version: row.version, name: person.name, providerId: row.providerId },
      ...{ memberId: person.memberId, away: person.away, state, year, note: row.note },
      levels: levels.map(({ about, level }) => ({ about, level })),
      // What was held before today stands on the page of the course.
      deadlines: deadlines
        .filter(({ heldOn, dueOn }) => heldOn === null || dueOn >= today)
        .map(({ rule: _, ...one }) => {
          const known = written.find(({ code, number }) => code === one.code && number === one.number);
          return { ...one, derived: derived.includes(one.code), version: known?.version ?? 0 };
        }),
    };
  });
}

export const coursesFollowed = query<Input, CourseList>("courses", { allow: mayList, run: listFor });

export type CourseExport = {
  list: CourseList;
  groups: ListGroup[];
  /** Of who goes with them, by id. */
  names: Record<string, string>;
};

type Shown = Input & { name: string };

/** What is shown of the list, in the order of the page. */
async function shownOf(look: Look<Shown>) {
  const { filters, name } = look.input;
  const list = await listFor(look);
  const courses = fitting(list.courses, filters, staffIdOf(look.actor), name);
  return { list, courses, groups: inOrder(courses, filters.by, list.today) };
}

/** The same as a file: the rows that are shown, in that order. */
export const coursesToFile = query<Shown, CourseExport>("courses-file", {
  allow: mayList,
  async run(look) {
    const { list, courses, groups } = await shownOf(look);
    look.record({ kind: "courses-exported", facts: { rows: groups.flatMap(({ rows }) => rows).length } });
    const members = new Set(courses.flatMap(({ memberId }) => memberId ?? []));
    const who = await look.db
      .select({ id: staff.id, name: staff.name })
      .from(staff)
      .where(inArray(staff.id, [...members]));
    return { list, groups, names: Object.fromEntries(who.map(({ id, name }) => [id, name])) };
  },
});

/** The courses that are shown as lines of a file that can be read in again, each where it stands first. */
export const coursesToCsv = query<Shown, { rows: string[][]; today: string }>("courses-csv", {
  allow: mayList,
  async run(look) {
    const { groups, list } = await shownOf(look);
    const ids = [...new Set(groups.flatMap(({ rows }) => rows.map(({ course }) => course.id)))];
    const rows = await courseLines(look.db, ids);
    look.record({ kind: "courses-exported", facts: { rows: rows.length - 1 } });
    return { rows, today: list.today };
  },
});

/** How many of the deadlines that are shown fall on which day, for a calendar: nobody's name leaves. */
export const deadlinesForCalendar = query<Input, { days: DeadlineDay[]; filters: CourseFilters; now: string }>(
  "deadlines-calendar",
  {
    allow: mayList,
    async run(look) {
      const { courses, filters, today } = await listFor(look);
      const days = deadlineDays(fitting(courses, filters, staffIdOf(look.actor)), today);
      look.record({ kind: "deadlines-exported", facts: { days: days.length } });
      return { days, filters, now: look.now };
    },
  },
);
