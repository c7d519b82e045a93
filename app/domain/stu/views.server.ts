import { and, asc, getTableColumns, inArray, isNull, type SQL } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { type Db, tables } from "#db/index.server.ts";
import { type ResourcePaperRow, resourcePaperView } from "../resource-paper/views.server.ts";
import type { View } from "../touched.server.ts";

const {
  courseHandover,
  stuClarification,
  stuCourse,
  stuDeadline,
  stuGoal,
  stuInterruption,
  stuMeetingPoint,
  stuPaper,
  stuPlaceOffer,
} = tables;

/** A course: days and references, from which its state follows. */
export type CourseRow = { kind: "course" } & typeof stuCourse.$inferSelect;
export type PlaceOfferRow = { kind: "place-offer" } & typeof stuPlaceOffer.$inferSelect;
export type InterruptionRow = { kind: "interruption" } & typeof stuInterruption.$inferSelect;
/** What was written of a deadline. */
export type DeadlineRow = { kind: "deadline" } & typeof stuDeadline.$inferSelect;
/** How clear one of the five things was, by whom, from a day on. */
export type RatingRow = { kind: "rating" } & typeof stuClarification.$inferSelect;
export type PaperRow = { kind: "paper" } & typeof stuPaper.$inferSelect;
export type CourseGoalRow = { kind: "course-goal" } & typeof stuGoal.$inferSelect;
/** What a status meeting is about, and what came of it. */
export type MeetingPointRow = { kind: "meeting-point" } & typeof stuMeetingPoint.$inferSelect;
/** A department is asked to take over after the course. */
export type CourseHandoverRow = { kind: "course-handover" } & typeof courseHandover.$inferSelect;
export type CourseRows =
  | CourseRow
  | PlaceOfferRow
  | InterruptionRow
  | DeadlineRow
  | RatingRow
  | PaperRow
  | CourseGoalRow
  | MeetingPointRow
  | ResourcePaperRow
  | CourseHandoverRow;

type OfCourse = SQLiteTable & { id: SQLiteColumn; courseId?: SQLiteColumn };
type CourseView<R extends CourseRows> = View<R> & { ofCourses: (db: Db, courseIds: readonly string[]) => Promise<R[]> };

/** Whole rows of a table that belongs to courses, but those that were taken off: whoever sees a course sees all of it. */
function wholeRows<R extends CourseRows>(kind: R["kind"], table: OfCourse): CourseView<R> {
  const { removedAt } = getTableColumns(table) as { removedAt?: SQLiteColumn };
  const rows = async (db: Db, which: SQL) => {
    const stands = removedAt ? isNull(removedAt) : undefined;
    const found = await db
      .select()
      .from(table as SQLiteTable)
      .where(and(which, stands))
      .orderBy(asc(table.id));
    return found.map((row) => ({ kind, ...row }) as R);
  };
  return {
    kind,
    byIds: (db, ids) => rows(db, inArray(table.id, ids)),
    ofCourses: (db, courseIds) => rows(db, inArray(table.courseId ?? table.id, [...courseIds])),
  };
}

export const courseView = wholeRows<CourseRow>("course", stuCourse);
export const placeOfferView = wholeRows<PlaceOfferRow>("place-offer", stuPlaceOffer);
export const interruptionView = wholeRows<InterruptionRow>("interruption", stuInterruption);
export const deadlineView = wholeRows<DeadlineRow>("deadline", stuDeadline);
export const ratingView = wholeRows<RatingRow>("rating", stuClarification);
export const paperView = wholeRows<PaperRow>("paper", stuPaper);
export const courseGoalView = wholeRows<CourseGoalRow>("course-goal", stuGoal);
export const meetingPointView = wholeRows<MeetingPointRow>("meeting-point", stuMeetingPoint);

export const courseHandoverView = wholeRows<CourseHandoverRow>("course-handover", courseHandover);

/** All that stands about these courses. */
export async function courseRowsOf(db: Db, courseIds: readonly string[]): Promise<CourseRows[]> {
  return [
    ...(await courseView.ofCourses(db, courseIds)),
    ...(await placeOfferView.ofCourses(db, courseIds)),
    ...(await interruptionView.ofCourses(db, courseIds)),
    ...(await deadlineView.ofCourses(db, courseIds)),
    ...(await ratingView.ofCourses(db, courseIds)),
    ...(await paperView.ofCourses(db, courseIds)),
    ...(await courseGoalView.ofCourses(db, courseIds)),
    ...(await meetingPointView.ofCourses(db, courseIds)),
    ...(await resourcePaperView.ofCourses(db, courseIds)),
    ...(await courseHandoverView.ofCourses(db, courseIds)),
  ];
}
