import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { mustBeListed } from "../codes/queries.server.ts";
import { command, type Work } from "../command.server.ts";
import { invalid } from "../errors.ts";
import { anyText, input, listed, optionalId, rowId, seenVersion, someText } from "../input.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { typedDay, typedDayOrNone } from "../typed-day.server.ts";
import { mayWriteCourse, writesCourse } from "./allow.server.ts";
import { type CourseFacts, type Interruption, interruptionProblem } from "./course.ts";
import { factsOf } from "./find.server.ts";
import { touchCourse } from "./tell.server.ts";
import { interruptionView } from "./views.server.ts";

const { stuInterruption } = tables;

const shape = { fromOn: someText(40), resumedOn: anyText(40), reason: listed };

type Typed = { fromOn: string; resumedOn: string };

/** The days that were typed, if the course can rest on them. @throws Declined `invalid` at the field */
function daysOf(course: CourseFacts, typed: Typed, today: string): Interruption {
  const days = {
    fromOn: typedDay("fromOn", typed.fromOn, today, true),
    resumedOn: typedDayOrNone("resumedOn", typed.resumedOn, today),
  };
  const wrong = interruptionProblem(course, days);
  if (wrong) throw invalid(wrong.field, wrong.problem);
  return days;
}

/** The course rests: its planned end moves by as many days. */
export const interruptCourse = command("interrupt-course", {
  input: input({ id: optionalId, courseId: rowId, ...shape }),
  allow: writesCourse,
  async run(work) {
    const { db, input, today, newId, record } = work;
    const { courseId, reason } = input;
    const course = await factsOf(db, courseId);
    await mustBeListed(db, "stu_interruption", "reason", reason, today);
    const days = daysOf(course, input, today);
    const id = input.id ?? newId();
    await insertOnce(db, stuInterruption, { id, courseId, reason, ...days });
    record({ kind: "course-interrupted", youngPersonId: course.youngPersonId, facts: { course: courseId, reason } });
    await touchCourse(work, course, interruptionView, id);
    return { id };
  },
});

type OfRow = { id: string; version: number };
const rowWith = async ({ db, input }: Pick<Work<OfRow>, "db" | "input">) =>
  (await db.select().from(stuInterruption).where(eq(stuInterruption.id, input.id)))[0];

/** It goes on, or the days were others. */
export const changeInterruption = command("change-interruption", {
  input: input({ id: rowId, version: seenVersion, ...shape }),
  async allow(at) {
    const row = await rowWith(at);
    return row && row.removedAt === null ? mayWriteCourse(at, row.courseId) : { no: "missing" };
  },
  async run(work) {
    const { db, input, today, by, record } = work;
    const former = await rowWith(work);
    const course = await factsOf(db, former?.courseId ?? "");
    if (former?.reason !== input.reason) await mustBeListed(db, "stu_interruption", "reason", input.reason, today);
    const others = course.interruptions.filter((one) => !("id" in one) || one.id !== input.id);
    const days = daysOf({ ...course, interruptions: others }, input, today);
    await revise(db, stuInterruption, input, { ...days, reason: input.reason }, by);
    const facts = { course: course.id, lasts: days.resumedOn === null };
    record({ kind: "course-interruption-changed", youngPersonId: course.youngPersonId, facts });
    await touchCourse(work, course, interruptionView, input.id);
  },
});

export const removeInterruption = command("remove-interruption", {
  input: input({ id: rowId, version: seenVersion }),
  async allow(at) {
    const row = await rowWith(at);
    return row && row.removedAt === null ? mayWriteCourse(at, row.courseId) : { no: "missing" };
  },
  async run(work) {
    const { db, input, by, record } = work;
    const { courseId } = await revise(db, stuInterruption, input, { removedAt: by.now }, by);
    const course = await factsOf(db, courseId);
    record({ kind: "course-interruption-removed", youngPersonId: course.youngPersonId, facts: { course: courseId } });
    await touchCourse(work, course, interruptionView, input.id);
  },
});
