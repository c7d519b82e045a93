import { and, eq, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { dayIn, textIn, Wrong } from "../files/cells.ts";
import { type Line, writtenDay } from "../files/csv.server.ts";
import { type Meant, type Planned, plannedOf, type Shift } from "../files/read.server.ts";
import { oncePerFile, type PersonInLine, peopleInFile, personIn } from "../people/in-file.server.ts";
import { cleanText, danishSortKey } from "../text.ts";
import { type CourseFacts, daysProblem, LEAST_YEAR_HOURS } from "./course.ts";
import { type CourseColumn, ENDING_WORDS, readEnding, writtenEnding } from "./file-lines.ts";
import type { CourseKept } from "./find.server.ts";
import { inHandover } from "./handovers.server.ts";

const { stuCourse, stuProvider, youngPerson } = tables;

const notRefused = or(isNull(stuCourse.granted), ne(stuCourse.granted, false));

type Written = Pick<
  CourseKept,
  "line" | "referredOn" | "decidedOn" | "startOn" | "baseEndOn" | "yearHours" | "endedOn" | "ending"
>;
/** A young person who is known here, and their course that is followed, when they have one. */
type Standing = { personId: string; course: CourseKept | null };

/** What a line of a file of courses comes to. */
export type CourseLine = {
  known: Standing | null;
  born: PersonInLine;
  /** The place as it is written, and where it stands so far; made when there is none of that name. Null when the line names none. */
  provider: { name: string; id: string | null; former: string } | null;
  set: Written;
};
export type PlannedCourse = Planned<CourseColumn, CourseLine>;

type Course = { kept: CourseKept; mine: boolean };

/** The courses of each young person, the one that ended first before the others; `mine` are those that the asker writes about. */
async function coursesOf(db: Db, asking: Asking): Promise<Map<string, Course[]>> {
  const rows = await db
    .select({ kept: stuCourse, mine: sql<number>`${scope("course:write")}` })
    .from(stuCourse)
    .where(notRefused)
    .orderBy(sql`${stuCourse.endedOn} asc nulls last`)
    .prepare()
    .execute(asked(asking));
  const courses = new Map<string, Course[]>();
  for (const { kept, mine } of rows)
    courses.set(kept.youngPersonId, [...(courses.get(kept.youngPersonId) ?? []), { kept, mine: mine === 1 }]);
  return courses;
}

/** Of whom the asker may begin a course. */
async function mayBegin(db: Db, asking: Asking): Promise<ReadonlySet<string>> {
  const people = await db
    .select({ id: youngPerson.id })
    .from(youngPerson)
    .where(scope("course:begin"))
    .prepare()
    .execute(asked(asking));
  return new Set(people.map(({ id }) => id));
}

/** The course that a line is about: the first that had not ended when the line begins; null when all had. */
function courseIn(courses: readonly Course[], cells: Cells, today: string): Course | null {
  const begins = dayIn(cells, "start", today) ?? dayIn(cells, "bevilget", today);
  const found = begins ? courses.find(({ kept }) => (kept.endedOn ?? "9") >= begins) : courses.at(-1);
  return found ?? null;
}

type Cells = Record<CourseColumn, string>;

const AT: Record<string, CourseColumn> = { startOn: "start", baseEndOn: "planlagt slut", endedOn: "slut" };

/** The days and words of a line, when they hold together with what stands; an empty cell says nothing of that. */
function setIn(cells: Cells, bornOn: string, today: string, course: CourseKept | null): Written {
  const decidedOn = dayIn(cells, "bevilget", today);
  const startOn = dayIn(cells, "start", today) ?? course?.startOn ?? null;
  const baseEndOn = dayIn(cells, "planlagt slut", today) ?? course?.baseEndOn ?? null;
  const endedOn = dayIn(cells, "slut", today);
  if (!decidedOn && (!course || (startOn && !course.decidedOn))) throw new Wrong("bevilget", "required");
  if (startOn && !baseEndOn) throw new Wrong("planlagt slut", "required");
  const ending = readEnding(cells.afslutning) ?? null;
  if (endedOn && !ending) throw new Wrong("afslutning", "not-listed", ENDING_WORDS);
  if (!endedOn && cells.afslutning) throw new Wrong("slut", "required");
  if (endedOn && endedOn > today) throw new Wrong("slut", "not-yet");
  if (endedOn && (!startOn || endedOn <= startOn)) throw new Wrong("slut", "days-swapped");
  if (startOn && course?.endedOn && !endedOn && course.endedOn <= startOn) throw new Wrong("start", "days-swapped");
  const wrong = daysProblem({ bornOn, startOn, baseEndOn } satisfies Partial<CourseFacts>);
  if (wrong) throw new Wrong(AT[wrong.field] ?? "start", wrong.problem);
  const yearHours = cells.timer ? Number(cells.timer) : null;
  if (yearHours !== null && !(Number.isInteger(yearHours) && yearHours >= LEAST_YEAR_HOURS && yearHours <= 3000))
    throw new Wrong("timer", "number");
  return {
    line: textIn(cells, "linje", 120, false),
    referredOn: dayIn(cells, "indstillet", today) ?? decidedOn ?? course?.referredOn ?? today,
    ...{ decidedOn, startOn, baseEndOn, yearHours, endedOn, ending },
  };
}

const COLUMN_OF: Record<keyof Written, CourseColumn> = {
  ...{ line: "linje", referredOn: "indstillet", decidedOn: "bevilget", startOn: "start", baseEndOn: "planlagt slut" },
  ...{ yearHours: "timer", endedOn: "slut", ending: "afslutning" },
};

/** Of what the file says, what stands otherwise; a cell that is empty says nothing. */
function changesOf(course: CourseKept, set: Written, cells: Cells): CourseColumn[] {
  return (Object.keys(COLUMN_OF) as (keyof Written)[])
    .filter((key) => cells[COLUMN_OF[key]] !== "" && course[key] !== set[key])
    .map((key) => COLUMN_OF[key]);
}

/** What stands of a course in a column, and what will. */
export function courseShift(
  { known, provider, set }: Meant<CourseColumn, CourseLine>,
  column: CourseColumn,
): Shift | null {
  const field = (Object.keys(COLUMN_OF) as (keyof Written)[]).find((key) => COLUMN_OF[key] === column);
  if (column === "sted") return provider && { from: provider.former, to: provider.name };
  if (!known?.course || !field) return null;
  const said = (of: Written) => {
    if (field === "ending") return writtenEnding(of.ending);
    return field === "line" || field === "yearHours" ? String(of[field] ?? "") : writtenDay(of[field]);
  };
  return { from: said(known.course), to: said(set) };
}

/** Compares the lines with what stands. Nothing is taken away by a file: what it lacks is told. */
export async function coursePlan(db: Db, lines: Line<CourseColumn>[], asking: Asking): Promise<PlannedCourse[]> {
  const { today } = asking;
  const find = await peopleInFile(db, asking);
  const courses = await coursesOf(db, asking);
  const begun = await mayBegin(db, asking);
  const waiting = await inHandover(db);
  const places = new Map((await db.select().from(stuProvider)).map((one) => [one.sortKey, one]));
  const names = new Map([...places.values()].map(({ id, name }) => [id, name]));
  const once = oncePerFile();
  return lines.map(({ line, cells }) =>
    plannedOf(line, cleanText(`${cells.fornavn} ${cells.efternavn}`), () => {
      const born = personIn(cells, today, true);
      const person = find(born);
      once(born, person);
      // Who is written down here gets their number with it.
      if (!person && !born.cpr) throw new Wrong("cpr", "nobody-of-that-name");
      const about = person && courseIn(courses.get(person.id) ?? [], cells, today);
      if (person && (about ? !about.mine : !begun.has(person.id))) throw new Wrong("cpr", "not-yours-in-file");
      const course = about?.kept ?? null;
      const place = textIn(cells, "sted", 120, !course);
      const id = places.get(danishSortKey(place))?.id ?? null;
      const provider = place ? { name: place, id, former: names.get(course?.providerId ?? "") ?? "" } : null;
      const set = setIn(cells, born.bornOn, today, course);
      if (course && set.ending === "completed" && course.ending !== "completed" && waiting.has(course.id))
        throw new Wrong("afslutning", "course-handover-waits");
      const changes = course ? changesOf(course, set, cells) : [];
      if (course && provider && course.providerId !== provider.id) changes.push("sted");
      const known = person && { personId: person.id, course };
      const outcome = course ? (changes.length > 0 ? "changed" : "unchanged") : "new";
      return { outcome, changes, known, born, provider, set } as const;
    }),
  );
}

/** The courses that run, that the asker sees and that no line of the file is about, by name. */
export async function goneFrom(db: Db, plan: readonly PlannedCourse[], asking: Asking) {
  const named = new Set(plan.flatMap((one) => (one.outcome !== "wrong" && one.known ? [one.known.personId] : [])));
  const running = await db
    .select({
      id: stuCourse.id,
      personId: youngPerson.id,
      firstName: youngPerson.firstName,
      lastName: youngPerson.lastName,
    })
    .from(stuCourse)
    .innerJoin(youngPerson, eq(youngPerson.id, stuCourse.youngPersonId))
    .where(and(isNull(stuCourse.endedOn), isNotNull(stuCourse.startOn), scope("course:see")))
    .orderBy(youngPerson.sortKey)
    .prepare()
    .execute(asked(asking));
  return running
    .filter(({ personId }) => !named.has(personId))
    .map(({ id, personId, firstName, lastName }) => ({ id, personId, name: `${firstName} ${lastName}` }));
}
