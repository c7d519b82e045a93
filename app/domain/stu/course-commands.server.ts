import { and, eq, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { courseEndings } from "#db/vocabulary.ts";
import { may } from "../access/decide.server.ts";
import { addDays, addMonths } from "../calendar.ts";
import { type At, command, type Work } from "../command.server.ts";
import { invalid, refusedBecause } from "../errors.ts";
import type { EventKind, Facts } from "../events.ts";
import { dropFollowUps } from "../graduates/make.server.ts";
import { anyText, input, optionalId, rowId, seenVersion, someText, whole, withoutCpr, word } from "../input.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { pastDay, typedDay, typedDayOrNone } from "../typed-day.server.ts";
import { writesThis } from "./allow.server.ts";
import { type CourseFacts, daysProblem, isOver, LEAST_YEAR_HOURS, usualEnd } from "./course.ts";
import { ended, endSet } from "./end.server.ts";
import { type CourseKept, endTakenBackUntil, factsOf, providerWith } from "./find.server.ts";
import { inHandover } from "./handovers.server.ts";
import { touchCourse, touchWithin } from "./tell.server.ts";
import { courseView } from "./views.server.ts";

const { stuCourse } = tables;

type Seen = { id: string; version: number };
const seen = { id: rowId, version: seenVersion };
const aDay = someText(40);
const maybeDay = anyText(40);
const reference = withoutCpr(anyText(80));

/** Changes a course, if its days hold together then, and tells it. */
async function keep(
  work: Work<Seen>,
  former: CourseKept & CourseFacts,
  set: Partial<CourseKept>,
  kind: EventKind,
  facts: Facts = {},
) {
  const { db, input, by, record } = work;
  const wrong = daysProblem({ ...former, ...set });
  if (wrong) throw invalid(wrong.field, wrong.problem);
  const { youngPersonId } = await revise(db, stuCourse, input, set, by);
  record({ kind, youngPersonId, facts: { course: input.id, ...facts } });
  await touchCourse(work, former, courseView, input.id);
}

/** Only while it can still be so. @throws Declined `refused` */
function must(holds: boolean): void {
  if (!holds) throw refusedBecause("course-not-from-here");
}

async function mustHaveNone(db: Db, youngPersonId: string): Promise<void> {
  const open = await db
    .select({ granted: stuCourse.granted })
    .from(stuCourse)
    .where(and(eq(stuCourse.youngPersonId, youngPersonId), isNull(stuCourse.endedOn)));
  if (open.some(({ granted }) => granted !== false)) throw invalid("youngPersonId", "has-course");
}

const mayRefer = ({ db, actor, now, today, input }: At<{ youngPersonId: string }>) =>
  may(db, { actor, now, today }, "course:begin", input.youngPersonId);

/** A young person is proposed for STU: the course begins to be followed. */
export const referCourse = command("refer-course", {
  input: input({ id: optionalId, youngPersonId: rowId, referredOn: maybeDay }),
  allow: mayRefer,
  async run(work) {
    const { db, input, today, newId, record } = work;
    const { youngPersonId } = input;
    await mustHaveNone(db, youngPersonId);
    const id = input.id ?? newId();
    const referredOn = input.referredOn ? pastDay("referredOn", input.referredOn, today) : today;
    await insertOnce(db, stuCourse, { id, youngPersonId, referredOn });
    record({ kind: "course-referred", youngPersonId, facts: { course: id } });
    work.rights();
    await touchCourse(work, { id, youngPersonId }, courseView, id);
    return { id };
  },
});

/** A course that another municipality began: it comes with its days. */
export const takeOverCourse = command("take-over-course", {
  input: input({
    ...{ id: optionalId, youngPersonId: rowId, fromMunicipality: withoutCpr(someText(80)), providerId: rowId },
    ...{ decidedOn: aDay, startOn: aDay, baseEndOn: maybeDay },
  }),
  allow: mayRefer,
  async run(work) {
    const { db, input, today, newId, record } = work;
    const { youngPersonId, fromMunicipality, providerId } = input;
    await mustHaveNone(db, youngPersonId);
    await providerWith(db, providerId, today);
    const id = input.id ?? newId();
    const decidedOn = pastDay("decidedOn", input.decidedOn, today);
    const startOn = typedDay("startOn", input.startOn, today, true);
    const baseEndOn = typedDayOrNone("baseEndOn", input.baseEndOn, today) ?? usualEnd(startOn);
    await insertOnce(db, stuCourse, {
      ...{ id, youngPersonId, fromMunicipality, providerId, startOn, baseEndOn, decidedOn },
      ...{ referredOn: decidedOn, assessedOn: decidedOn, placeChosenOn: decidedOn, granted: true },
    });
    const wrong = daysProblem(await factsOf(db, id));
    if (wrong) throw invalid(wrong.field, wrong.problem);
    record({ kind: "course-taken-over", youngPersonId, facts: { course: id } });
    work.rights();
    await touchCourse(work, { id, youngPersonId }, courseView, id);
    return { id };
  },
});

/** The committee that looks at proposals has it. */
export const assessCourse = command("assess-course", {
  input: input({ ...seen, assessedOn: maybeDay }),
  allow: writesThis,
  async run(work) {
    const { db, input, today } = work;
    const course = await factsOf(db, input.id);
    must(course.decidedOn === null && !isOver(course));
    const assessedOn = input.assessedOn ? pastDay("assessedOn", input.assessedOn, today) : today;
    if (assessedOn < course.referredOn) throw invalid("assessedOn", "days-swapped");
    await keep(work, course, { assessedOn }, "course-assessed");
  },
});

/** How long a refused course is still followed: the time to complain, and some more (Klagenævnet for Specialundervisning: 4 weeks). */
const MONTHS_AFTER_REFUSAL = 3;

/** What was decided, and where the decision stands: here is only that it was. */
export const decideCourse = command("decide-course", {
  input: input({
    ...{ ...seen, decision: word(["granted", "refused"]), decidedOn: maybeDay },
    ...{ decisionSystem: reference, decisionNumber: reference },
  }),
  allow: writesThis,
  async run(work) {
    const { db, input, today } = work;
    const course = await factsOf(db, input.id);
    must(course.startOn === null && course.endedOn === null);
    // What was refused can be decided otherwise, unless another has begun since.
    if (course.granted === false) await mustHaveNone(db, course.youngPersonId);
    const decidedOn = input.decidedOn ? pastDay("decidedOn", input.decidedOn, today) : today;
    if (decidedOn < course.referredOn) throw invalid("decidedOn", "days-swapped");
    const granted = input.decision === "granted";
    const { decisionSystem, decisionNumber } = input;
    const lastsUntil = [addMonths(decidedOn, MONTHS_AFTER_REFUSAL), addDays(today, 1)].sort().at(-1);
    const closedOn = granted ? null : lastsUntil;
    const set = {
      decidedOn,
      granted,
      closedOn,
      decisionSystem,
      decisionNumber,
      assessedOn: course.assessedOn ?? decidedOn,
    };
    await keep(work, course, set, "course-decided", { granted });
    work.rights();
  },
});

/** When it starts and is planned to end; three years unless said otherwise. */
export const planCourse = command("plan-course", {
  input: input({
    ...seen,
    startOn: aDay,
    baseEndOn: maybeDay,
    yearHours: whole(LEAST_YEAR_HOURS, 3000),
    line: withoutCpr(anyText(120)),
  }),
  allow: writesThis,
  async run(work) {
    const { db, input, today } = work;
    const course = await factsOf(db, input.id);
    must(course.placeChosenOn !== null && !isOver(course));
    const startOn = typedDay("startOn", input.startOn, today);
    const baseEndOn = typedDayOrNone("baseEndOn", input.baseEndOn, today) ?? usualEnd(startOn);
    const { yearHours, line } = input;
    await keep(work, course, { startOn, baseEndOn, yearHours, line }, "course-planned");
  },
});

/** It ends: completed, left for something, left for nothing, or another municipality goes on with it. */
export const endCourse = command("end-course", {
  input: input({ ...seen, ending: word(courseEndings), endedOn: maybeDay, toMunicipality: withoutCpr(anyText(80)) }),
  allow: writesThis,
  async run(work) {
    const { db, input, today } = work;
    const course = await factsOf(db, input.id);
    must(course.startOn !== null && !isOver(course));
    const endedOn = input.endedOn ? pastDay("endedOn", input.endedOn, today) : today;
    if (endedOn <= (course.startOn as string)) throw invalid("endedOn", "days-swapped");
    if (input.ending === "completed" && (await inHandover(db)).has(input.id))
      throw refusedBecause("course-handover-waits");
    const { ending, toMunicipality } = input;
    if (ending === "transferred_municipality" && !toMunicipality) throw invalid("toMunicipality", "required");
    const end = { endedOn, ending };
    await keep(work, course, endSet(work, course, end, toMunicipality), "course-ended", { ending });
    await ended(work, input.id, course, end);
  },
});

/** Within ten minutes a wrong press is as if it had not been. */
export const takeBackCourseEnd = command("take-back-course-end", {
  input: input(seen),
  allow: writesThis,
  async run(work) {
    const { db, input, now } = work;
    const course = await factsOf(db, input.id);
    if ((await endTakenBackUntil(db, course, now)) === null) throw refusedBecause("course-too-late");
    await mustHaveNone(db, course.youngPersonId);
    const set = { ending: null, endedOn: null, toMunicipality: "", closedOn: null };
    await keep(work, course, set, "course-end-taken-back", { from: course.ending });
    await dropFollowUps(work, input.id);
    work.rights();
  },
});

/** One line that the team keeps in mind. */
export const noteCourse = command("note-course", {
  input: input({ ...seen, note: withoutCpr(anyText(140)) }),
  allow: writesThis,
  async run(work) {
    const { db, input, by, record } = work;
    const course = await factsOf(db, input.id);
    await revise(db, stuCourse, input, { note: input.note }, by);
    record({ kind: "course-noted", youngPersonId: course.youngPersonId, facts: { course: input.id } });
    await touchWithin(work, course, courseView, input.id);
  },
});
