import type { Db } from "#db/index.server.ts";
import type { DeadlineCode } from "#db/vocabulary.ts";
import { deadlineRules } from "./find.server.ts";
import { metByOther } from "./met-elsewhere.ts";
import { peopleOfCourses } from "./queries.server.ts";
import { courseStanding } from "./standing.ts";
import { courseRowsOf } from "./views.server.ts";

/** Whether the day on which a deadline was held follows from what stands elsewhere. */
export async function isDerived(
  db: Db,
  { courseId, code }: { courseId: string; code: DeadlineCode },
  today: string,
): Promise<boolean> {
  if (!metByOther.some((one) => one === code)) return false;
  const rows = await courseRowsOf(db, [courseId]);
  const course = rows.find((row) => row.kind === "course");
  const [person] = course ? await peopleOfCourses({ db, today }, [course]) : [];
  if (!course || !person) return false;
  return courseStanding(course, rows, person, await deadlineRules(db), today).derived.includes(code);
}
