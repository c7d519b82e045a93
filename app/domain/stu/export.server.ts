import { eq, inArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { writtenDay } from "../files/csv.server.ts";
import { type CourseColumn, WRITTEN_COLUMNS, writtenEnding } from "./file-lines.ts";

const { stuCourse, stuProvider, youngPerson } = tables;

/** These courses in this order, as a file of courses says it, its head first. Nobody's number stands in it: name and birth do. */
export async function courseLines(db: Db, ids: readonly string[]): Promise<string[][]> {
  const found = await db
    .select({ course: stuCourse, person: youngPerson, place: stuProvider.name })
    .from(stuCourse)
    .innerJoin(youngPerson, eq(youngPerson.id, stuCourse.youngPersonId))
    .leftJoin(stuProvider, eq(stuProvider.id, stuCourse.providerId))
    .where(inArray(stuCourse.id, [...ids]));
  const byId = new Map(found.map((one) => [one.course.id, one]));
  const lines = ids.flatMap((id) => {
    const one = byId.get(id);
    if (!one) return [];
    const { course, person, place } = one;
    const cells: Record<(typeof WRITTEN_COLUMNS)[number], string> = {
      ...{ fornavn: person.firstName, efternavn: person.lastName, født: writtenDay(person.bornOn) },
      ...{ sted: place ?? "", linje: course.line },
      ...{ indstillet: writtenDay(course.referredOn), bevilget: writtenDay(course.decidedOn) },
      ...{ start: writtenDay(course.startOn), "planlagt slut": writtenDay(course.baseEndOn) },
      ...{ timer: course.yearHours === null ? "" : String(course.yearHours) },
      ...{ slut: writtenDay(course.endedOn), afslutning: writtenEnding(course.ending) },
    };
    return [WRITTEN_COLUMNS.map((column) => cells[column])];
  });
  return [[...WRITTEN_COLUMNS] satisfies CourseColumn[], ...lines];
}
