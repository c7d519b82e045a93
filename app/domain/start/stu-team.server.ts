import { and, eq, gte } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { DeadlineCode } from "#db/vocabulary.ts";
import { staffIdOf } from "../actor.ts";
import { addDays } from "../days.ts";
import { dueCalls } from "../graduates/call-list.ts";
import { endedSeen } from "../graduates/queries.server.ts";
import { followUpsOf } from "../graduates/views.server.ts";
import type { Look } from "../query.server.ts";
import { currentOn } from "../staff/find.server.ts";
import { rulesOn } from "../stu/deadlines.ts";
import { followedBy, listed } from "../stu/list.server.ts";
import { byPerson, firstOpen, groupsOf, isMine, type ListGroup } from "../stu/list.ts";
import { peopleOfCourses } from "../stu/queries.server.ts";
import type { CourseRow } from "../stu/views.server.ts";

const { assignment } = tables;

/** So far ahead the deadlines are told on the start page, in days. */
const AHEAD = 8 * 7;
/** So long something is news, in days. */
const NEWS = 14;

type StuNews = { courseId: string; name: string; kind: "began" | "paused" | "stopped" | "given"; on: string };

/** What waits for the STU team. */
export type StuTeam = {
  /** Deadlines of the next eight weeks as the list groups them, and those whose day is over: how many, nobody's name. */
  deadlines: (Omit<ListGroup, "rows"> & { n: number })[];
  /** The first day after that, where nothing waits before. */
  nextDeadline: string | null;
  calls: { months: number; n: number }[];
  /** Whom the asker goes with or covers for, the newest course first, with what must be kept next. */
  mine: { courseId: string; name: string; next: { code: DeadlineCode; number: number; dueOn: string } | null }[];
  news: StuNews[];
};

/** The team's work as numbers, and by name those whom the asker goes with and what is new among all. */
export async function stuTeam(look: Look<unknown>): Promise<StuTeam> {
  const { db, today, actor, saw } = look;
  const me = staffIdOf(actor);
  const { people, rows, rules } = await followedBy(look, { asNumbers: true });
  const courses = listed(rows, people, rulesOn(rules, today), today);
  const groups = groupsOf(courses, today);
  const until = addDays(today, AHEAD);

  const begun = rows.filter((row): row is CourseRow => row.kind === "course");
  const startOf = new Map(begun.map(({ id, startOn }) => [id, startOn ?? ""]));
  const own = courses.filter((course) => isMine(course, me));
  const mine = byPerson(own)
    .sort((one, other) => (startOf.get(one.course.id)! < startOf.get(other.course.id)! ? 1 : -1))
    .map(({ course: { id, name }, deadline }) => ({
      ...{ courseId: id, name },
      next: deadline && { code: deadline.code, number: deadline.number, dueOn: deadline.dueOn },
    }));

  const ended = await endedSeen(look);
  const asks = await followUpsOf(
    db,
    ended.map(({ id }) => id),
  );
  const since = addDays(today, -NEWS);
  const isNew = (on: string | null): on is string => on !== null && on > since && on <= today;
  const given = await db
    .select({ youngPersonId: assignment.youngPersonId, on: assignment.fromOn })
    .from(assignment)
    .where(
      and(
        eq(assignment.staffId, me),
        eq(assignment.kind, "stu_team"),
        gte(assignment.fromOn, since),
        currentOn(assignment, today),
      ),
    );
  const givenOn = new Map(given.map(({ youngPersonId, on }) => [youngPersonId, on]));
  const news = [
    ...begun.map(({ id, youngPersonId, startOn }) => ({ id, youngPersonId, kind: "began" as const, on: startOn })),
    ...begun.map(({ id, youngPersonId }) => ({
      ...{ id, youngPersonId, kind: "given" as const },
      on: givenOn.get(youngPersonId) ?? null,
    })),
    ...rows.flatMap((row) => {
      const course = row.kind === "interruption" && begun.find(({ id }) => id === row.courseId);
      return course
        ? [{ id: course.id, youngPersonId: course.youngPersonId, kind: "paused" as const, on: row.fromOn }]
        : [];
    }),
    ...ended.map(({ id, youngPersonId, endedOn }) => ({ id, youngPersonId, kind: "stopped" as const, on: endedOn })),
  ].filter(({ on }) => isNew(on));
  const named = new Map(people.map(({ id, name }) => [id, name]));
  for (const { id, name } of await peopleOfCourses(
    look,
    ended.filter(({ endedOn }) => isNew(endedOn)),
  ))
    named.set(id, name);

  const ownIds = new Set(own.map(({ id }) => id));
  for (const { id, youngPersonId } of begun) if (ownIds.has(id)) saw({ youngPersonId });
  for (const { youngPersonId } of news) saw({ youngPersonId });
  return {
    deadlines: groups
      .filter((group) => firstOpen(group) <= until)
      .map(({ rows: of, ...group }) => ({ ...group, n: of.length })),
    nextDeadline: groups.map(firstOpen).find((day) => day > until) ?? null,
    calls: dueCalls({ courses: ended, rows: asks, rules }, today),
    mine,
    news: news
      .map(({ id, youngPersonId, kind, on }) => ({
        courseId: id,
        name: named.get(youngPersonId) ?? "",
        kind,
        on: on ?? "",
      }))
      .sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0)),
  };
}
