import { rubricDimensions } from "#db/vocabulary.ts";
import { addDays, daysBetween } from "#domain/days.ts";
import { gradeCourse } from "#domain/stu/deadline-commands.server.ts";
import type { Told } from "./stu.server.ts";
import { GRADED } from "./texts/stu.ts";

/** Days after the start on which the team asks how clear it is. */
const ASKED = [75, 420, 800];

/** Plans how clear things were thought to be, time after time: mostly more, now and then less than before. */
export function gradeAll(told: Told): void {
  const { clock, student, by, courseId, chance, plan } = told;
  const { startOn = "", end } = student.course;
  const last = end ? end.on : clock.on(-3);
  const levels = rubricDimensions.map(() => chance.whole(0, 1));
  const grade = (about: string, level: number, source: string, standsOn: string) =>
    clock.does(gradeCourse, { courseId, about, level, source, standsOn, note: chance.one(GRADED) }, by);
  for (const [round, after] of ASKED.entries()) {
    const standsOn = addDays(startOn, after + chance.whole(-20, 20));
    if (standsOn > last) return;
    const moved = rubricDimensions
      .map((about, at) => ({ about, at }))
      .filter(() => round === 0 || chance.happens(0.6))
      .map(({ about, at }) => {
        const before = levels[at] ?? 0;
        const step = round === 0 ? 0 : chance.happens(0.15) ? -1 : chance.whole(0, 2);
        levels[at] = Math.min(3, Math.max(0, before + step));
        return { about, level: levels[at] ?? 0 };
      });
    const own = chance.one(rubricDimensions);
    const ownLevel = chance.whole(0, 3);
    const source = chance.one(["team", "team", "provider"]);
    // Whoever was in the middle of it when the team began to write has what stood then, no older story.
    const old = daysBetween(standsOn, student.knownOn) > 200;
    if (old && round < 2 && addDays(startOn, (ASKED[round + 1] ?? 0) + 25) <= last) continue;
    plan(standsOn, async () => {
      for (const { about, level } of moved) await grade(about, level, source, standsOn);
      if (round > 0) await grade(own, ownLevel, "youth", standsOn);
    });
  }
}
