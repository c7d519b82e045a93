import { and, eq, isNull } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { may, type Verdict } from "../access/decide.server.ts";
import type { At } from "../command.server.ts";

type Asks = Pick<At<unknown>, "db" | "actor" | "now" | "today">;

/** The right to write about a course. */
export const mayWriteCourse = ({ db, actor, now, today }: Asks, courseId: string): Promise<Verdict> =>
  may(db, { actor, now, today }, "course:write", courseId);

/** The same for who holds the row of a course. */
export const writesCourse = (at: At<{ courseId: string }>) => mayWriteCourse(at, at.input.courseId);
export const writesThis = (at: At<{ id: string }>) => mayWriteCourse(at, at.input.id);

/** A table of rows that stand about a course until they are taken off. */
export type RowsOfCourse = SQLiteTable & {
  id: SQLiteColumn;
  courseId: SQLiteColumn;
  removedAt: SQLiteColumn;
  version: SQLiteColumn;
};

/** The same for a row of it; one that was taken off is there for nobody. */
export async function writesRow(at: At<{ id: string }>, table: RowsOfCourse): Promise<Verdict> {
  const [row] = (await at.db
    .select({ courseId: table.courseId })
    .from(table as SQLiteTable)
    .where(and(eq(table.id, at.input.id), isNull(table.removedAt)))) as { courseId: string }[];
  return row ? mayWriteCourse(at, row.courseId) : { no: "missing" };
}
