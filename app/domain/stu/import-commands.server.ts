import { tables } from "#db/index.server.ts";
import { mayAsStaff } from "../access/decide.server.ts";
import { command, type Work } from "../command.server.ts";
import {
  type FileRead,
  fileInput,
  linesGiven,
  type Meant,
  type NewPlaces,
  newPlacesIn,
  readingOf,
  sawInFile,
} from "../files/read.server.ts";
import { input } from "../input.server.ts";
import { writeDown } from "../people/write-down.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { ended, endSet } from "./end.server.ts";
import { COURSE_COLUMNS, type CourseColumn, MAY_LACK } from "./file-lines.ts";
import type { CourseKept } from "./find.server.ts";
import { type CourseLine, coursePlan, courseShift, goneFrom, type PlannedCourse } from "./import-plan.server.ts";
import { placeNamed } from "./place-named.server.ts";
import { touchCourse } from "./tell.server.ts";
import { courseView } from "./views.server.ts";

const { stuCourse } = tables;

export type CourseFileRead = FileRead<CourseColumn> &
  NewPlaces & {
    /** The courses that run and stand in no line. */
    gone: { id: string; name: string }[];
  };

/**
 * A file of pupils and courses: first what it would change, line by line; with `confirmed` it is done, all of it or, when a line is
 * wrong, nothing.
 */
export const importCourses = command("import-courses", {
  input: input(fileInput),
  allow: ({ db, actor, now, today }) => mayAsStaff(db, { actor, now, today }, "stu:manage"),
  // Civil registration numbers stand in it; nothing of it is kept with the key.
  secret: true,
  async run(work): Promise<CourseFileRead> {
    const { db, input, actor, now, today, record } = work;
    const { text, lines, ignored } = linesGiven(input, COURSE_COLUMNS, MAY_LACK, "course-header");
    const plan = await coursePlan(db, lines, { actor, now, today });
    const read = readingOf(plan, { text, ignored, confirmed: input.confirmed, shift: courseShift });
    const named = plan.flatMap((one) =>
      one.outcome !== "wrong" && one.provider?.id === null ? [one.provider.name] : [],
    );
    const places = newPlacesIn(named, new Set<string>());
    if (read.done) await carryOutPlan(work, plan);
    record({ kind: "course-file-read", facts: { lines: plan.length, ...read.counts, done: read.done } });
    const gone = await goneFrom(db, plan, { actor, now, today });
    const met = plan.flatMap((one) => (one.outcome !== "wrong" && one.known?.course ? [one.known.personId] : []));
    sawInFile(work, [...met, ...gone.map(({ personId }) => personId)]);
    return { ...read, ...places, gone: gone.map(({ id, name }) => ({ id, name })) };
  },
});

async function carryOutPlan(work: Work<unknown>, plan: readonly PlannedCourse[]): Promise<void> {
  for (const one of plan) {
    if (one.outcome === "wrong" || one.outcome === "unchanged") continue;
    const providerId = one.provider && (one.provider.id ?? (await placeNamed(work, one.provider.name)));
    const personId = one.known?.personId ?? (await writeDown(work, { ...one.born, inFile: true }));
    const course = one.known?.course;
    if (course) await change(work, { ...one, course, providerId });
    else await begin(work, personId, providerId, one.set);
  }
  work.rights();
}

type Known = Meant<CourseColumn, CourseLine>;

async function begin(work: Work<unknown>, youngPersonId: string, providerId: string | null, set: Known["set"]) {
  const { db, newId, record } = work;
  const id = newId();
  const chosen = { placeChosenOn: set.decidedOn, assessedOn: set.decidedOn, granted: true };
  await insertOnce(db, stuCourse, {
    id,
    youngPersonId,
    providerId,
    ...chosen,
    ...set,
    ...ending(work, NOT_ENDED, set),
  });
  record({ kind: "course-referred", youngPersonId, facts: { course: id, file: true } });
  await ended(work, id, NOT_ENDED, set);
  await touchCourse(work, { id, youngPersonId }, courseView, id);
}

async function change(work: Work<unknown>, one: Known & { course: CourseKept; providerId: string | null }) {
  const { db, by, record } = work;
  const { course, set, changes, providerId } = one;
  const has = (column: CourseColumn) => changes.includes(column);
  const ends = has("slut") || has("afslutning");
  const next = {
    ...(has("sted") ? { providerId, placeChosenOn: course.placeChosenOn ?? set.decidedOn ?? course.decidedOn } : {}),
    ...(has("linje") ? { line: set.line } : {}),
    ...(has("indstillet") ? { referredOn: set.referredOn } : {}),
    ...(has("bevilget")
      ? { decidedOn: set.decidedOn, assessedOn: course.assessedOn ?? set.decidedOn, granted: true }
      : {}),
    ...(has("start") ? { startOn: set.startOn } : {}),
    ...(has("planlagt slut") ? { baseEndOn: set.baseEndOn } : {}),
    ...(has("timer") ? { yearHours: set.yearHours } : {}),
    ...(ends ? ending(work, course, set) : {}),
  };
  await revise(db, stuCourse, course, next, by);
  const { id, youngPersonId } = course;
  record({ kind: "course-planned", youngPersonId, facts: { course: id, file: true, changes: changes.length } });
  if (ends) await ended(work, id, course, set);
  await touchCourse(work, course, courseView, id);
}

const NOT_ENDED = { endedOn: null, ending: null };

/** What the ending that a line says sets; nothing when it says none. */
const ending = (
  work: Work<unknown>,
  former: Pick<CourseKept, "endedOn" | "ending">,
  { endedOn, ending }: Known["set"],
) => (endedOn && ending ? endSet(work, former, { endedOn, ending }) : {});
