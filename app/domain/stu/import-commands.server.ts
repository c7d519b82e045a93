import * as z from "zod";
import { tables } from "#db/index.server.ts";
import { mayAsStaff } from "../access/decide.server.ts";
import { addDays } from "../calendar.ts";
import { command, type Work } from "../command.server.ts";
import { invalid } from "../errors.ts";
import { linesOf, textOf } from "../files/csv.server.ts";
import { LARGEST_FILE } from "../files/limits.ts";
import { makeFollowUps } from "../graduates/make.server.ts";
import { input, yesNo } from "../input.server.ts";
import { writeDown } from "../people/write-down.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { COURSE_COLUMNS, type CourseColumn, MAY_LACK } from "./file-lines.ts";
import { coursePlan, goneFrom, type PlannedCourse } from "./import-plan.server.ts";
import { placeNamed } from "./place-named.server.ts";
import { touchCourse } from "./tell.server.ts";
import { courseView } from "./views.server.ts";

const { stuCourse } = tables;

/** More than one municipality has pupils; a larger file is read and told, and not carried out. */
const MOST_LINES = 2000;
/** How many of each kind are named; all are counted. */
const MOST_TOLD = 500;

export type CourseFileLine = {
  line: number;
  name: string;
  outcome: PlannedCourse["outcome"];
  changes: CourseColumn[];
  column: CourseColumn | null;
  problem: string | null;
};

export type CourseFileRead = {
  done: boolean;
  text: string;
  lines: CourseFileLine[];
  counts: Record<PlannedCourse["outcome"], number>;
  tooMany: boolean;
  /** The courses that run and stand in no line. */
  gone: { id: string; name: string }[];
};

const told = (plan: PlannedCourse): CourseFileLine => ({
  ...{ line: plan.line, name: plan.name, outcome: plan.outcome },
  changes: plan.outcome === "wrong" ? [] : plan.changes,
  column: plan.outcome === "wrong" ? plan.column : null,
  problem: plan.outcome === "wrong" ? plan.problem : null,
});

/**
 * A file of pupils and courses: first what it would change, line by line; with `confirmed` it is done, all of it or, when a line is
 * wrong, nothing. `file` holds the bytes, one character each; `text` is what was read from it before.
 */
export const importCourses = command("import-courses", {
  input: input({
    file: z.string().max(LARGEST_FILE, "file-too-large").default(""),
    text: z.string().max(LARGEST_FILE, "file-too-large").default(""),
    confirmed: yesNo,
  }),
  allow: ({ db, actor, now, today }) => mayAsStaff(db, { actor, now, today }, "stu:manage"),
  // Civil registration numbers stand in it; nothing of it is kept with the key.
  secret: true,
  async run(work): Promise<CourseFileRead> {
    const { db, input, actor, now, today, record } = work;
    const text = input.text || textOf(Buffer.from(input.file, "latin1"));
    if (!text.trim()) throw invalid("file", "required");
    const lines = text.includes("\0") ? null : linesOf(text, COURSE_COLUMNS, MAY_LACK);
    if (!lines) throw invalid("file", "course-header");
    const plan = await coursePlan(db, lines, { actor, now, today });
    const of = (outcome: PlannedCourse["outcome"]) => plan.filter((one) => one.outcome === outcome);
    const tooMany = plan.length > MOST_LINES;
    const done = input.confirmed && of("wrong").length === 0 && !tooMany;
    if (done) await carryOutPlan(work, plan);
    const counts = {
      new: of("new").length,
      changed: of("changed").length,
      unchanged: of("unchanged").length,
      wrong: of("wrong").length,
    };
    record({ kind: "course-file-read", facts: { lines: plan.length, ...counts, done } });
    const shown = [...of("wrong"), ...of("new"), ...of("changed")].slice(0, MOST_TOLD).map(told);
    return {
      done,
      // What cannot be carried out need not come back.
      text: done || tooMany || counts.wrong > 0 ? "" : text,
      lines: shown,
      counts,
      tooMany,
      gone: await goneFrom(db, plan, { actor, now, today }),
    };
  },
});

async function carryOutPlan(work: Work<unknown>, plan: readonly PlannedCourse[]): Promise<void> {
  for (const one of plan) {
    if (one.outcome === "wrong" || one.outcome === "unchanged") continue;
    const providerId = one.provider.id ?? (await placeNamed(work, one.provider.name));
    const personId = one.known?.personId ?? (await writeDown(work, one.born));
    const course = one.known?.course;
    if (course) await change(work, { ...one, course, providerId });
    else await begin(work, personId, providerId, one.set);
  }
  work.rights();
}

type Known = Extract<PlannedCourse, { changes: CourseColumn[] }>;

async function begin(work: Work<unknown>, youngPersonId: string, providerId: string, set: Known["set"]) {
  const { db, newId, record } = work;
  const id = newId();
  const chosen = { placeChosenOn: set.decidedOn, assessedOn: set.decidedOn, granted: true };
  await insertOnce(db, stuCourse, { id, youngPersonId, providerId, ...chosen, ...set, ...closing(work, set) });
  record({ kind: "course-referred", youngPersonId, facts: { course: id, file: true } });
  await ended(work, id, set);
  await touchCourse(work, { id, youngPersonId }, courseView, id);
}

async function change(work: Work<unknown>, one: Known & { course: typeof stuCourse.$inferSelect; providerId: string }) {
  const { db, by, record } = work;
  const { course, set, changes, providerId } = one;
  const has = (column: CourseColumn) => changes.includes(column);
  const ends = has("slut") || has("afslutning");
  const next = {
    ...(has("sted") ? { providerId, placeChosenOn: course.placeChosenOn ?? set.decidedOn } : {}),
    ...(has("linje") ? { line: set.line } : {}),
    ...(has("indstillet") ? { referredOn: set.referredOn } : {}),
    ...(has("bevilget") ? { decidedOn: set.decidedOn, granted: true } : {}),
    ...(has("start") ? { startOn: set.startOn } : {}),
    ...(has("planlagt slut") ? { baseEndOn: set.baseEndOn } : {}),
    ...(has("timer") ? { yearHours: set.yearHours } : {}),
    ...(ends ? { endedOn: set.endedOn, ending: set.ending, ...closing(work, set) } : {}),
  };
  await revise(db, stuCourse, course, next, by);
  const { id, youngPersonId } = course;
  record({ kind: "course-planned", youngPersonId, facts: { course: id, file: true, changes: changes.length } });
  if (course.endedOn === null) await ended(work, id, set);
  await touchCourse(work, course, courseView, id);
}

const closing = ({ today }: Work<unknown>, { ending }: Known["set"]) =>
  ending === "transferred_municipality" ? { closedOn: addDays(today, 1) } : {};

async function ended(work: Work<unknown>, courseId: string, { endedOn, ending }: Known["set"]) {
  if (endedOn !== null && ending !== "transferred_municipality") await makeFollowUps(work, courseId);
}
