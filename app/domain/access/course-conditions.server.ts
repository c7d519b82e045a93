import { and, eq, gt, isNull, or } from "drizzle-orm";
import { alias, type SQLiteColumn } from "drizzle-orm/sqlite-core";
import { tables } from "#db/index.server.ts";
import { holds } from "./conditions.server.ts";
import { hasConflictAround } from "./emergency-conditions.server.ts";
import { not } from "./rule.server.ts";
import { one, today } from "./terms.server.ts";

const { stuCourse } = tables;

type Course = { youngPersonId: SQLiteColumn; closedOn: SQLiteColumn };

/** The STU team together follows every course that is not closed, but for who stood aside around the young person. */
export const teamFollows = ({ youngPersonId, closedOn }: Course) =>
  and(holds("stu_team"), or(isNull(closedOn), gt(closedOn, today)), not(hasConflictAround(youngPersonId)));

/** A young person with a course that the asker's team follows. */
export const studies = (youngPersonId: SQLiteColumn) => {
  const followed = alias(stuCourse, "followed");
  return one(followed, and(eq(followed.youngPersonId, youngPersonId), teamFollows(followed)));
};
