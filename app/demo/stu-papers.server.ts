import { addDays, daysBetween } from "#domain/days.ts";
import { addCourseGoal, addMeetingPoint, addPaper } from "#domain/stu/paper-commands.server.ts";
import type { Told } from "./stu.server.ts";
import { GOALS, POINTS } from "./texts/stu-papers.ts";

/** Days after the start on which the papers of the place are in order. */
const IN_ORDER = 40;
/** Of whom all is written down. */
const WRITTEN_OF = "kitchen";

/** Plans goals, papers by reference and points for the next status meeting, of about every other course that runs. */
export function writePapers(told: Told): void {
  const { clock, student, by, courseId, chance, plan } = told;
  const { startOn = "", placeChosenOn = startOn } = student.course;
  if (addDays(startOn, IN_ORDER) > clock.on(-5)) return;
  const whole = student.key === WRITTEN_OF;
  const day = addDays(startOn, chance.whole(20, IN_ORDER));
  if (whole || chance.happens(0.5))
    plan(day, async () => {
      for (const [n, text] of chance.some(GOALS, 2).entries()) {
        const state = n === 0 && student.knownOn < clock.on(-200) && chance.happens(0.5) ? "met" : "open";
        await clock.does(addCourseGoal, { courseId, text, state }, by);
      }
    });
  if (whole || chance.happens(0.45))
    plan(day, async () => {
      const at = { system: "Sagssystemet (demo)", link: "", datedOn: placeChosenOn, placeSaidYesOn: placeChosenOn };
      for (const paper of ["quality_agreement", chance.one(["hours", "transport"])]) {
        const number = `${paper === "quality_agreement" ? "KA" : "ST"}-${courseId.slice(-4)}`;
        await clock.does(addPaper, { courseId, paper, number, ...at }, by);
      }
    });
  if (whole || chance.happens(0.12))
    plan(clock.on(-chance.whole(3, 9)), async () => {
      const number = Math.max(1, Math.floor(daysBetween(startOn, clock.day) / 182) + 1);
      for (const text of chance.some(POINTS, 2))
        await clock.does(addMeetingPoint, { courseId, number, text, note: "" }, by);
    });
}
