import { tables } from "#db/index.server.ts";
import { courseGoalStates, coursePapers } from "#db/vocabulary.ts";
import { invalid } from "../errors.ts";
import { linkProblem } from "../external-plans/rules.ts";
import { anyText, someText, whole, withoutCpr, word } from "../input.server.ts";
import { pastDayOrNone, typedDay } from "../typed-day.server.ts";
import { rowCommands } from "./row-commands.server.ts";
import { courseGoalView, meetingPointView, paperView } from "./views.server.ts";

/** A paper of a course that is kept elsewhere: where it is found, and when the place said yes to it. */
const papers = rowCommands({
  names: ["add-course-paper", "change-course-paper", "remove-course-paper"],
  events: ["course-paper-added", "course-paper-changed", "course-paper-removed"],
  table: tables.stuPaper,
  view: paperView,
  first: {},
  shape: {
    paper: word(coursePapers),
    system: withoutCpr(someText(80)),
    number: withoutCpr(anyText(80)),
    link: anyText(500),
    datedOn: someText(40),
    placeSaidYesOn: anyText(40),
  },
  kept({ link, datedOn, placeSaidYesOn }, { today }) {
    const problem = link === "" ? null : linkProblem(link);
    if (problem) throw invalid("link", problem);
    return {
      datedOn: typedDay("datedOn", datedOn, today, true),
      placeSaidYesOn: pastDayOrNone("placeSaidYesOn", placeSaidYesOn, today),
    };
  },
});
export const addPaper = papers.add;
export const changePaper = papers.change;
export const removePaper = papers.remove;

/** A goal of the course plan; one that is given up is dropped by its state, and stays. */
const goals = rowCommands({
  names: ["add-course-goal", "change-course-goal", "remove-course-goal"],
  events: ["course-goal-added", "course-goal-changed", "course-goal-removed"],
  table: tables.stuGoal,
  view: courseGoalView,
  first: {},
  shape: { text: withoutCpr(someText(300)), state: word(courseGoalStates) },
  kept: () => ({}),
});
export const addCourseGoal = goals.add;
export const changeCourseGoal = goals.change;
export const removeCourseGoal = goals.remove;

/** A point of a status meeting, and what came of it. */
const points = rowCommands({
  names: ["add-meeting-point", "change-meeting-point", "remove-meeting-point"],
  events: ["course-point-added", "course-point-changed", "course-point-removed"],
  table: tables.stuMeetingPoint,
  view: meetingPointView,
  first: { number: whole(1, 60) },
  shape: { text: withoutCpr(someText(200)), note: withoutCpr(anyText(1000)) },
  kept: () => ({}),
});
export const addMeetingPoint = points.add;
export const changeMeetingPoint = points.change;
export const removeMeetingPoint = points.remove;
