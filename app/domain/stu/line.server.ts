import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import type { CourseState, DeadlineCode, RubricDimension } from "#db/vocabulary.ts";
import type { Work } from "../command.server.ts";
import { dayOf } from "../moments.ts";
import { SECTION_115 } from "../sharing/rules.ts";
import { itemTopic } from "../topics.ts";
import type { View } from "../touched.server.ts";
import { goesOn } from "./course.ts";
import { deadlineRules } from "./find.server.ts";
import { peopleOfCourses } from "./queries.server.ts";
import { courseStanding } from "./standing.ts";
import { courseRowsOf } from "./views.server.ts";

const { agendaItem, meeting, stuCourse } = tables;

/**
 * What the forum reads of the course of the young person of an item: how it stands, what it must keep next, and how clear
 * each of the five things is that come after. It stands in the item's topic, for all who may read the item; the rest of the
 * course stands in its own.
 */
export type StuLineRow = {
  kind: "stu-line";
  /** The id of the course. */
  id: string;
  state: CourseState;
  year: number | null;
  next: {
    code: DeadlineCode;
    number: number;
    repeats: boolean;
    dueOn: string;
    plannedOn: string | null;
  } | null;
  levels: { about: RubricDimension; level: number | null }[];
};

/** Of a course that was refused or has ended nothing stands there. */
async function linesWith(db: Db, ids: string[], now: string): Promise<StuLineRow[]> {
  const today = dayOf(now);
  const rows = await courseRowsOf(db, ids);
  const courses = rows.filter((row) => row.kind === "course").filter((row) => goesOn(row, today));
  if (courses.length === 0) return [];
  const rules = await deadlineRules(db);
  const people = await peopleOfCourses({ db, today }, courses);
  return courses.flatMap((course): StuLineRow[] => {
    const person = people.find(({ id }) => id === course.youngPersonId);
    if (!person) return [];
    const { state, year, next, levels } = courseStanding(course, rows, person, rules, today);
    return [
      {
        ...{ kind: "stu-line", id: course.id, state, year },
        next: next && {
          ...{ code: next.code, number: next.number, repeats: next.rule.repeats },
          ...{ dueOn: next.dueOn, plannedOn: next.plannedOn },
        },
        levels: levels.map(({ about, level }) => ({ about, level })),
      },
    ];
  });
}

export const stuLineView: View<StuLineRow> = { kind: "stu-line", byIds: linesWith };

const coursesOf = prepared((db) =>
  db
    .select({ id: stuCourse.id })
    .from(stuCourse)
    .where(eq(stuCourse.youngPersonId, sql.placeholder("youngPersonId")))
    .prepare(),
);

/** The line of a young person's course; none where no course goes on. */
export async function stuLinesOf(db: Db, youngPersonId: string, now: string): Promise<StuLineRow[]> {
  const courses = await coursesOf(db).execute({ youngPersonId });
  return courses.length === 0
    ? []
    : linesWith(
        db,
        courses.map(({ id }) => id),
        now,
      );
}

/** Items ahead. What is spoken of under § 115 has no use for a course. */
const itemsAhead = and(
  inArray(agendaItem.state, ["planned", "open"]),
  isNull(agendaItem.removedAt),
  ne(meeting.typeCode, SECTION_115),
);

/** The line stands otherwise now, on the boards of the items ahead. */
export async function touchLines(
  { db, touch }: Pick<Work<unknown>, "db" | "touch">,
  youngPersonId: string,
  courseIds: readonly string[],
): Promise<void> {
  const items = await db
    .select({ id: agendaItem.id })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(and(eq(agendaItem.youngPersonId, youngPersonId), itemsAhead));
  for (const { id } of items) touch(itemTopic(id), stuLineView, ...courseIds);
}

/** All deadlines may be counted otherwise now: the boards of the items ahead load anew. */
export async function reloadLines({ db, reload }: Pick<Work<unknown>, "db" | "reload">): Promise<void> {
  const items = await db
    .selectDistinct({ id: agendaItem.id })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .innerJoin(stuCourse, eq(stuCourse.youngPersonId, agendaItem.youngPersonId))
    .where(itemsAhead);
  reload(...items.map(({ id }) => itemTopic(id)));
}
