import { sql } from "drizzle-orm";
import { at, check, flag, id, index, table, text, uniqueIndex, version } from "../columns.ts";
import { youngPerson } from "./people.ts";
import { department, staff } from "./staff.ts";
import { stuCourse } from "./stu.ts";

/** A department is asked to take over after a course; until somebody there has said yes the STU team goes on alone. */
export const courseHandover = table(
  "course_handover",
  {
    id: id(),
    courseId: text()
      .notNull()
      .references(() => stuCourse.id),
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    departmentId: text()
      .notNull()
      .references(() => department.id),
    /** Who of the department is asked; nobody by name: whoever sits in the forum for it. */
    staffId: text().references(() => staff.id),
    /** What is taken over, in the words of the team. */
    reason: text().notNull(),
    askedById: text().references(() => staff.id),
    askedAt: at().notNull(),
    /** Null while nobody has answered, and when it was withdrawn. */
    accepted: flag(),
    answeredById: text().references(() => staff.id),
    answeredAt: at(),
    declineReason: text().notNull().default(""),
    withdrawnAt: at(),
    version: version(),
  },
  (t) => [
    uniqueIndex("course_handover_open")
      .on(t.courseId, t.departmentId)
      .where(sql`${t.answeredAt} is null and ${t.withdrawnAt} is null`),
    index("course_handover_course").on(t.courseId),
    index("course_handover_department").on(t.departmentId),
    check("course_handover_answered", sql`(${t.accepted} is null) = (${t.answeredAt} is null)`),
    check("course_handover_once", sql`${t.answeredAt} is null or ${t.withdrawnAt} is null`),
  ],
);
