import { at, id, index, int, on, oneOf, table, text, version } from "../columns.ts";
import { courseGoalStates, coursePapers } from "../stu-vocabulary.ts";
import { stuCourse } from "./stu.ts";

const ofCourse = () =>
  text()
    .notNull()
    .references(() => stuCourse.id);

/** A paper of a course that is kept elsewhere: where it is found, never what it says. */
export const stuPaper = table(
  "stu_paper",
  {
    id: id(),
    courseId: ofCourse(),
    paper: text({ enum: coursePapers }).notNull(),
    system: text().notNull(),
    number: text().notNull().default(""),
    link: text().notNull().default(""),
    datedOn: on().notNull(),
    /** When the place said yes to it. */
    placeSaidYesOn: on(),
    removedAt: at(),
    version: version(),
  },
  (t) => [index("stu_paper_course").on(t.courseId), oneOf("stu_paper_paper", t.paper, coursePapers)],
);

/** A goal of the course plan; how it was worded before stands with its former versions. */
export const stuGoal = table(
  "stu_goal",
  {
    id: id(),
    courseId: ofCourse(),
    text: text().notNull(),
    state: text({ enum: courseGoalStates }).notNull().default("open"),
    removedAt: at(),
    version: version(),
  },
  (t) => [index("stu_goal_course").on(t.courseId), oneOf("stu_goal_state", t.state, courseGoalStates)],
);

/** What a status meeting is about, and what came of it. */
export const stuMeetingPoint = table(
  "stu_meeting_point",
  {
    id: id(),
    courseId: ofCourse(),
    /** Which of the status meetings, as its deadline is numbered. */
    number: int().notNull(),
    text: text().notNull(),
    note: text().notNull().default(""),
    removedAt: at(),
    version: version(),
  },
  (t) => [index("stu_meeting_point_course").on(t.courseId)],
);
