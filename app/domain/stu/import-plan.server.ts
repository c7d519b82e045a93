import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { readDay } from "../days.ts";
import type { Line } from "../files/csv.server.ts";
import { readCpr } from "../people/cpr.ts";
import { couldBeYoung, foldedName } from "../people/rules.ts";
import { cleanText, danishSortKey, hasCpr } from "../text.ts";
import { blindIndexOf } from "../vault.server.ts";
import { type CourseFacts, daysProblem, LEAST_YEAR_HOURS } from "./course.ts";
import { type CourseColumn, readEnding } from "./file-lines.ts";
import type { CourseKept } from "./find.server.ts";

const { identityNumber, stuCourse, stuProvider, youngPerson } = tables;

type Set = Pick<
  CourseKept,
  "line" | "referredOn" | "decidedOn" | "startOn" | "baseEndOn" | "yearHours" | "endedOn" | "ending"
>;
/** A young person who is known here, and their course that is followed, when they have one. */
type Standing = { personId: string; course: CourseKept | null };

/** What one line of a file of courses means. `changes` are the columns that stand otherwise today. */
export type PlannedCourse = { line: number; name: string } & (
  | {
      outcome: "new" | "changed" | "unchanged";
      changes: CourseColumn[];
      known: Standing | null;
      born: { firstName: string; lastName: string; bornOn: string; cpr: string };
      /** The place as it is written; made when there is none of that name. */
      provider: { name: string; id: string | null };
      set: Set;
    }
  | { outcome: "wrong"; column: CourseColumn; problem: string }
);

const nameKey = (bornOn: string, firstName: string, lastName: string) => `${bornOn} ${foldedName(firstName, lastName)}`;

/**
 * The young people whom the asker may see, and their courses, by the keyed hash of their number; who has none here, because it is
 * somebody else's or was not known, by birth and name.
 */
async function standingBy(db: Db, asking: Asking): Promise<Map<string, Standing>> {
  const people = await db
    .select({
      ...{ id: youngPerson.id, firstName: youngPerson.firstName, lastName: youngPerson.lastName },
      ...{ bornOn: youngPerson.bornOn, blindIndex: identityNumber.blindIndex },
    })
    .from(youngPerson)
    .leftJoin(identityNumber, eq(identityNumber.youngPersonId, youngPerson.id))
    .where(scope("person:see"))
    .prepare()
    .execute(asked(asking));
  const courses = await db
    .select()
    .from(stuCourse)
    .where(inArray(stuCourse.youngPersonId, [...new Set(people.map(({ id }) => id))]));
  // The one that runs, else the one that ended last.
  const latest = new Map<string, CourseKept>();
  for (const course of courses.filter(({ granted }) => granted !== false)) {
    const known = latest.get(course.youngPersonId);
    if (!known || (known.endedOn !== null && (course.endedOn ?? "9") > known.endedOn))
      latest.set(course.youngPersonId, course);
  }
  return new Map(
    people.map(({ id, bornOn, firstName, lastName, blindIndex }) => [
      blindIndex ?? nameKey(bornOn, firstName, lastName),
      { personId: id, course: latest.get(id) ?? null },
    ]),
  );
}

class Wrong extends Error {
  constructor(
    readonly column: CourseColumn,
    readonly problem: string,
  ) {
    super(problem);
  }
}

type Cells = Record<CourseColumn, string>;

function dayIn(cells: Cells, column: CourseColumn, today: string): string | null {
  if (!cells[column]) return null;
  const read = readDay(cells[column], today, { past: true });
  if ("day" in read) return read.day;
  throw new Wrong(column, read.problem === "empty" ? "required" : read.problem);
}

function textIn(cells: Cells, column: CourseColumn, most: number, required = true): string {
  const text = cleanText(cells[column]);
  if (required && !text) throw new Wrong(column, "required");
  if (text.length > most) throw new Wrong(column, "too-long");
  if (hasCpr(text)) throw new Wrong(column, "has-cpr");
  return text;
}

const AT: Record<string, CourseColumn> = { startOn: "start", baseEndOn: "planlagt slut", endedOn: "slut" };

/** The days and words of a line, when they hold together. */
function setIn(cells: Cells, bornOn: string, today: string): Set {
  const decidedOn = dayIn(cells, "bevilget", today);
  const startOn = dayIn(cells, "start", today);
  const baseEndOn = dayIn(cells, "planlagt slut", today);
  const endedOn = dayIn(cells, "slut", today);
  if (!decidedOn) throw new Wrong("bevilget", "required");
  if (startOn && !baseEndOn) throw new Wrong("planlagt slut", "required");
  const ending = readEnding(cells.afslutning) ?? null;
  if (endedOn && !ending) throw new Wrong("afslutning", "choose");
  if (!endedOn && cells.afslutning) throw new Wrong("slut", "required");
  if (endedOn && endedOn > today) throw new Wrong("slut", "not-yet");
  if (endedOn && (!startOn || endedOn <= startOn)) throw new Wrong("slut", "days-swapped");
  const wrong = daysProblem({ bornOn, startOn, baseEndOn } satisfies Partial<CourseFacts>);
  if (wrong) throw new Wrong(AT[wrong.field] ?? "start", wrong.problem);
  const yearHours = cells.timer ? Number(cells.timer) : null;
  if (yearHours !== null && !(Number.isInteger(yearHours) && yearHours >= LEAST_YEAR_HOURS && yearHours <= 3000))
    throw new Wrong("timer", "number");
  const referredOn = dayIn(cells, "indstillet", today) ?? decidedOn;
  return {
    line: textIn(cells, "linje", 120, false),
    referredOn,
    decidedOn,
    startOn,
    baseEndOn,
    yearHours,
    endedOn,
    ending,
  };
}

const COLUMN_OF: Record<keyof Set, CourseColumn> = {
  ...{ line: "linje", referredOn: "indstillet", decidedOn: "bevilget", startOn: "start", baseEndOn: "planlagt slut" },
  ...{ yearHours: "timer", endedOn: "slut", ending: "afslutning" },
};

/** Of what the file says, what stands otherwise; a cell that is empty says nothing. */
function changesOf(course: CourseKept, set: Set, cells: Cells): CourseColumn[] {
  return (Object.keys(COLUMN_OF) as (keyof Set)[])
    .filter((key) => cells[COLUMN_OF[key]] !== "" && course[key] !== set[key])
    .map((key) => COLUMN_OF[key]);
}

/** Compares the lines with what stands. Nothing is taken away by a file: what it lacks is told. */
export async function coursePlan(db: Db, lines: Line<CourseColumn>[], asking: Asking): Promise<PlannedCourse[]> {
  const { today } = asking;
  const known = await standingBy(db, asking);
  const places = new Map((await db.select().from(stuProvider)).map((one) => [one.sortKey, one]));
  const inFile = new Set<string>();
  return lines.map(({ line, cells }): PlannedCourse => {
    const name = cleanText(`${cells.fornavn} ${cells.efternavn}`);
    try {
      const number = readCpr(cells.cpr);
      if ("problem" in number) throw new Wrong("cpr", number.problem === "empty" ? "required" : "cpr");
      const blindIndex = blindIndexOf("identity_number", number.digits);
      if (inFile.has(blindIndex)) throw new Wrong("cpr", "twice-cpr");
      inFile.add(blindIndex);
      const { bornOn } = number;
      if (!couldBeYoung(bornOn, today)) throw new Wrong("cpr", "not-young");
      const born = {
        firstName: textIn(cells, "fornavn", 60),
        lastName: textIn(cells, "efternavn", 60),
        bornOn,
        cpr: number.digits,
      };
      const place = textIn(cells, "sted", 120);
      const found = places.get(danishSortKey(place));
      const set = setIn(cells, bornOn, today);
      const standing = known.get(blindIndex) ?? known.get(nameKey(bornOn, born.firstName, born.lastName)) ?? null;
      const changes = standing?.course ? changesOf(standing.course, set, cells) : [];
      if (standing?.course && standing.course.providerId !== (found?.id ?? null)) changes.push("sted");
      const outcome = standing?.course ? (changes.length > 0 ? "changed" : "unchanged") : "new";
      return {
        line,
        name,
        outcome,
        changes,
        known: standing,
        born,
        provider: { name: place, id: found?.id ?? null },
        set,
      };
    } catch (no) {
      if (no instanceof Wrong) return { line, name, outcome: "wrong", column: no.column, problem: no.problem };
      throw no;
    }
  });
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
    .map(({ id, firstName, lastName }) => ({ id, name: `${firstName} ${lastName}` }));
}
