import { addDays, weekday } from "#domain/days.ts";
import { type DemoClock, lastWeekday, weekOf, workdayFrom } from "./clock.server.ts";

export type DemoMeeting = {
  id: string;
  day: string;
  /** 1 is the latest that was held, 0 today's, -1 the next. */
  ago: number;
  chair: string;
  minuteTaker: string;
};

export const HELD = 42;
const COMING = 3;
const TUESDAY = 2;
/** Summer and Christmas, and the weeks when schools rest. */
const QUIET_WEEKS = [1, 7, 27, 28, 29, 30, 42, 52, 53];

/** The forum's meetings: every other Tuesday for two years, today, and three to come. */
export function meetingsOf(clock: DemoClock): DemoMeeting[] {
  const held: string[] = [];
  for (let day = lastWeekday(addDays(clock.day, -9), TUESDAY); held.length < HELD; day = addDays(day, -14)) {
    if (!QUIET_WEEKS.includes(weekOf(day))) held.unshift(workdayFrom(day));
  }
  const coming: string[] = [];
  const first = addDays(clock.day, 10 + ((TUESDAY - weekday(addDays(clock.day, 10)) + 7) % 7));
  for (let day = first; coming.length < COMING; day = addDays(day, 14)) {
    if (!QUIET_WEEKS.includes(weekOf(day))) coming.push(workdayFrom(day));
  }
  return [...held, clock.day, ...coming].map((day, place) => {
    const ago = HELD - place;
    const [chair, minuteTaker] =
      ago === 0 || ago % 2 === 0 ? ["koordinator", "koordinator2"] : ["koordinator2", "koordinator"];
    return { id: clock.id(`meeting ${ago}`), day, ago, chair, minuteTaker: ago === 0 ? chair : minuteTaker };
  });
}
